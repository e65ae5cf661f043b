package org.impasto.render;

/**
 * A range that was rendered again over a finished render.
 *
 * @param first number of the first frame that is rendered with the new settings
 * @param last number of the last one
 * @param blend frames after it over which the new picture goes over into the one that was there
 * @param throughShot whether the new picture is instead carried on to the end of the shot
 * @param settings how the range is painted
 */
public record Take(long first, long last, int blend, boolean throughShot, PaintSettings settings) {
}
