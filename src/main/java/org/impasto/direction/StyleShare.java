package org.impasto.direction;

import java.util.Optional;

/**
 * A style's part in a frame.
 *
 * @param style as {@link org.impasto.style.StyleChoice} reads it; empty means the style that the render was started with
 * @param share above 0, at most 1
 */
public record StyleShare(Optional<String> style, double share) {
    public StyleShare {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a style's share must be above 0 and at most 1, but is " + share);
        }
    }
}
