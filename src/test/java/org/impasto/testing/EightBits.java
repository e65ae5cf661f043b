package org.impasto.testing;

import org.impasto.image.Image;

/** What is left of a computed picture in a file: 8 bits a channel. Motion of soft things is harder to see in them. */
public final class EightBits {
    private EightBits() {
    }

    /** A copy of 256 levels; what is beyond 0 to 1 is clipped. */
    public static Image of(Image image) {
        Image result = new Image(image.width(), image.height());
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = Math.round(255 * Math.max(0, Math.min(1, image.data()[i]))) / 255f;
        }
        return result;
    }
}
