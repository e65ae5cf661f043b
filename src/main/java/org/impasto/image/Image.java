package org.impasto.image;

import java.util.Objects;

/**
 * An RGB picture: three planes one after the other (R, G, B; the layout of an NCHW tensor with N = 1), each row-major,
 * nominal range 0 to 1, in the transfer curve of the clip (not linear light). Values may overshoot the range slightly;
 * whoever leaves the float world clips.
 *
 * <p>The array is shared, not copied: whoever is handed an image must not write to it unless it made it.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param data {@code 3 * width * height} values
 */
public record Image(int width, int height, float[] data) {
    public Image {
        Objects.requireNonNull(data, "data");
        if (width < 1 || height < 1 || data.length != length(width, height)) {
            throw new IllegalArgumentException(
                    "an RGB image of " + width + "x" + height + " cannot hold " + data.length + " values");
        }
    }

    /** A black image. */
    public Image(int width, int height) {
        this(width, height, new float[length(width, height)]);
    }

    /** Number of pixels, that is the length of one channel and the distance between two channels in {@link #data}. */
    public int pixels() {
        return width * height;
    }

    /** Value of channel {@code c} (0 red, 1 green, 2 blue) at a pixel. */
    public float at(int c, int x, int y) {
        return data[(c * height + y) * width + x];
    }

    public boolean sameSize(Image other) {
        return width == other.width && height == other.height;
    }

    private static int length(int width, int height) {
        return Math.multiplyExact(3, Math.multiplyExact(width, height));
    }
}
