package org.impasto.render;

/**
 * A range that was rendered again over a finished render.
 *
 * @param first number of the first frame that is rendered with the new settings
 * @param last number of the last one
 * @param lead frames at its beginning over which the picture that was there goes over into the new one; at most half of the range, and
 *     none where it begins with its shot
 * @param blend frames after it over which the new picture goes over into the one that was there
 * @param throughShot whether the new picture is instead carried on to the end of the shot
 * @param settings how the range is painted
 */
public record Take(long first, long last, int lead, int blend, boolean throughShot, PaintSettings settings) {
}
