package org.impasto.image;

import java.util.Objects;

/**
 * One channel of a picture: row-major floats, {@code data[y * width + x]}, with the origin at the top left.
 *
 * <p>The array is shared, not copied: whoever is handed a plane must not write to it unless it made it.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param data {@code width * height} values
 */
public record Plane(int width, int height, float[] data) {
    // Shares of what a pixel of twice the size lies beside.
    private static final float NEAR = 0.75f;
    private static final float FAR = 0.25f;

    public Plane {
        Objects.requireNonNull(data, "data");
        if (width < 1 || height < 1 || data.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "a plane of " + width + "x" + height + " cannot hold " + data.length + " values");
        }
    }

    /** A plane of zeros. */
    public Plane(int width, int height) {
        this(width, height, new float[Math.multiplyExact(width, height)]);
    }

    public float at(int x, int y) {
        return data[y * width + x];
    }

    public boolean sameSize(Plane other) {
        return width == other.width && height == other.height;
    }

    /** This plane, extended to the right and below by repeating its last column and row; itself where nothing is added. */
    public Plane padTo(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        Plane padded = new Plane(newWidth, newHeight);
        for (int y = 0; y < newHeight; y++) {
            int source = Math.min(y, height - 1) * width;
            System.arraycopy(data, source, padded.data, y * newWidth, Math.min(width, newWidth));
            for (int x = width; x < newWidth; x++) {
                padded.data[y * newWidth + x] = data[source + width - 1];
            }
        }
        return padded;
    }

    /** The mean of each two by two pixels; an odd side is extended by its last pixel. */
    public Plane halved() {
        Plane even = padTo(width + width % 2, height + height % 2);
        Plane half = new Plane(even.width / 2, even.height / 2);
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                half.data[y * half.width + x] = (even.at(2 * x, 2 * y) + even.at(2 * x + 1, 2 * y) + even.at(2 * x, 2 * y + 1) + even.at(2 * x + 1, 2 * y + 1)) / 4;
            }
        }
        return half;
    }

    /** Twice the size, cut to what is asked for: bilinear, for a pixel of the half lies between two by two of the whole. */
    public Plane twice(int wholeWidth, int wholeHeight) {
        Plane whole = new Plane(wholeWidth, wholeHeight);
        float[] row = new float[width];
        for (int y = 0; y < wholeHeight; y++) {
            int near = y / 2 * width;
            int far = Math.min(height - 1, Math.max(0, y / 2 + (y % 2 == 0 ? -1 : 1))) * width;
            for (int x = 0; x < width; x++) {
                row[x] = NEAR * data[near + x] + FAR * data[far + x];
            }
            for (int x = 0; x < wholeWidth; x++) {
                whole.data[y * wholeWidth + x] = NEAR * row[x / 2] + FAR * row[Math.min(width - 1, Math.max(0, x / 2 + (x % 2 == 0 ? -1 : 1)))];
            }
        }
        return whole;
    }
}
