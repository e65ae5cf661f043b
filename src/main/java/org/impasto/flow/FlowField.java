package org.impasto.flow;

import java.util.Objects;

/**
 * A displacement for each pixel of a picture, in pixels of this field's own grid, row-major: the thing seen at
 * {@code (x, y)} is at {@code (x + u, y + v)} in the other picture.
 *
 * <p>The arrays are shared, not copied: whoever is handed a field must not write to it unless it made it.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param u horizontal displacement, positive to the right; {@code width * height} values
 * @param v vertical displacement, positive downwards
 */
public record FlowField(int width, int height, float[] u, float[] v) {
    public FlowField {
        Objects.requireNonNull(u, "u");
        Objects.requireNonNull(v, "v");
        int n = Math.multiplyExact(width, height);
        if (width < 1 || height < 1 || u.length != n || v.length != n) {
            throw new IllegalArgumentException("a flow field of " + width + "x" + height + " needs " + n
                    + " values each way, but has " + u.length + " and " + v.length);
        }
    }

    /** A field of zeros: nothing moves. */
    public FlowField(int width, int height) {
        this(width, height, new float[Math.multiplyExact(width, height)], new float[width * height]);
    }

    /** The top left part of this field; itself where nothing is cut off. */
    FlowField crop(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        FlowField part = new FlowField(newWidth, newHeight);
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(u, y * width, part.u, y * newWidth, newWidth);
            System.arraycopy(v, y * width, part.v, y * newWidth, newWidth);
        }
        return part;
    }
}
