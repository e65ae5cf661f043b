package org.impasto.measure;

import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * A frame as it is measured: RGB clipped to 0..1, in 16 bits a value. Clipped because whoever looks at a clip, or decodes it with another
 * program, sees it so; in 16 bits because several frames are kept, and a step of 1/65535 moves no figure that is printed.
 *
 * @param data three planes one after the other, {@code 3 * width * height} values, unsigned
 */
record Samples(int width, int height, short[] data) {
    private static final float SCALE = 65535f;
    private static final double STEP = 1 / 65535.0;

    static Samples of(Image image) {
        short[] data = new short[image.data().length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (short) Math.round(Math.min(1f, Math.max(0f, image.data()[i])) * SCALE);
        }
        return new Samples(image.width(), image.height(), data);
    }

    int pixels() {
        return width * height;
    }

    /** The value at an index into {@link #data}, 0 to 1. */
    double at(int index) {
        return (data[index] & 0xffff) * STEP;
    }

    /** BT.709 luma, 0 to 1. */
    Plane luma() {
        Plane luma = new Plane(width, height);
        int n = pixels();
        for (int i = 0; i < n; i++) {
            luma.data()[i] = (float) (0.2126 * at(i) + 0.7152 * at(n + i) + 0.0722 * at(2 * n + i));
        }
        return luma;
    }
}
