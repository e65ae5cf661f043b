package org.impasto.direction;

/**
 * A part of the clip and what was decided for it.
 *
 * @param line where its place is written
 */
record Section(Place place, Settings settings, int line) {
}
