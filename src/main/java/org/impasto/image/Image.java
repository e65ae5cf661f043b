package org.impasto.image;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

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

    /** A copy of one channel. */
    public Plane channel(int c) {
        return new Plane(width, height, Arrays.copyOfRange(data, c * pixels(), (c + 1) * pixels()));
    }

    /** Each channel made into another, all of one size. */
    public Image map(UnaryOperator<Plane> channel) {
        Plane[] made = new Plane[3];
        for (int c = 0; c < 3; c++) {
            made[c] = channel.apply(channel(c));
        }
        Image image = new Image(made[0].width(), made[0].height());
        for (int c = 0; c < 3; c++) {
            System.arraycopy(made[c].data(), 0, image.data, c * image.pixels(), image.pixels());
        }
        return image;
    }

    public boolean sameSize(Image other) {
        return width == other.width && height == other.height;
    }

    private static int length(int width, int height) {
        return Math.multiplyExact(3, Math.multiplyExact(width, height));
    }
}
