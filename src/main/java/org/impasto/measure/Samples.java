package org.impasto.measure;

import java.util.HashMap;
import java.util.Map;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * A frame as it is measured: RGB clipped to 0..1, in 16 bits a value. Clipped because whoever looks at a clip, or decodes it with another
 * program, sees it so; in 16 bits because several frames are kept, and a step of 1/65535 moves no figure that is printed. What several
 * figures need of it is worked out once, until {@link #forget}. Used by one thread at a time.
 */
final class Samples {
    private static final float SCALE = 65535f;
    /** What one step of {@link #raw} is worth. */
    static final double STEP = 1 / 65535.0;

    private final int width;
    private final int height;
    private final short[] data;
    private final Map<Integer, Plane> means = new HashMap<>();

    private Samples(int width, int height, short[] data) {
        this.width = width;
        this.height = height;
        this.data = data;
    }

    static Samples of(Image image) {
        short[] data = new short[image.data().length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (short) Math.round(Math.min(1f, Math.max(0f, image.data()[i])) * SCALE);
        }
        return new Samples(image.width(), image.height(), data);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int pixels() {
        return width * height;
    }

    /** The value at an index, 0 to 1: three planes one after the other. */
    double at(int index) {
        return (data[index] & 0xffff) * STEP;
    }

    /** The same as a whole number, 0 to 65535. */
    int raw(int index) {
        return data[index] & 0xffff;
    }

    /** BT.709 luma, 0 to 1; not to be written to. */
    Plane luma() {
        return mean(0);
    }

    /** The luma's mean over squares of {@code 2 * radius + 1} pixels a side; not to be written to. */
    Plane mean(int radius) {
        Plane known = means.get(radius);
        if (known == null) {
            known = radius == 0 ? weigh() : BoxBlur.of(luma(), radius, Rows.SERIAL);
            means.put(radius, known);
        }
        return known;
    }

    /** Frees what can be worked out again. */
    void forget() {
        means.clear();
    }

    private Plane weigh() {
        Plane luma = new Plane(width, height);
        int n = pixels();
        for (int i = 0; i < n; i++) {
            luma.data()[i] = (float) (0.2126 * at(i) + 0.7152 * at(n + i) + 0.0722 * at(2 * n + i));
        }
        return luma;
    }
}
