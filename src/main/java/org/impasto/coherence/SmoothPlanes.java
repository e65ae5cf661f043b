package org.impasto.coherence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;

/** Planes without fine structure, kept at every fourth pixel each way in 16 bits, read bilinearly; values from 0 to 1. */
final class SmoothPlanes {
    private static final int STRIDE = 4;

    // Of a compacted state, steps of a 1024th.
    private static final int COARSE = 6;

    private final int columns;
    private final int size;
    private final short[] values;

    /** @param data planes of {@code width * height} values, one after the other */
    SmoothPlanes(float[] data, int planes, int width, int height) {
        this(planes, width, height);
        for (int k = 0; k < values.length; k++) {
            int x = Math.min(k % columns * STRIDE, width - 1);
            int y = Math.min(k % size / columns * STRIDE, height - 1);
            float v = data[k / size * width * height + y * width + x];
            values[k] = (short) (Math.min(1, Math.max(0, v)) * 65535f + 0.5f);
        }
    }

    private SmoothPlanes(int planes, int width, int height) {
        columns = (width + STRIDE - 2) / STRIDE + 1;
        size = columns * ((height + STRIDE - 2) / STRIDE + 1);
        values = new short[planes * size];
    }

    private SmoothPlanes(SmoothPlanes like, short[] values) {
        columns = like.columns;
        size = like.size;
        this.values = values;
    }

    /** The same where a pixel that is marked is read from it; elsewhere it repeats what is beside that. */
    SmoothPlanes only(BitSet pixels, int width) {
        BitSet near = new BitSet(size);
        for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
            int k = i / width / STRIDE * columns + i % width / STRIDE;
            near.set(k, Math.min(k + 2, size));
            near.set(Math.min(k + columns, size), Math.min(k + columns + 2, size));
        }
        short[] kept = new short[values.length];
        for (int k = 0; k < values.length; k++) {
            kept[k] = near.get(k % size) ? Numbers.coarser(values[k], COARSE) : k == 0 ? 0 : kept[k - 1];
        }
        return new SmoothPlanes(this, kept);
    }

    void write(DataOutputStream out) throws IOException {
        Numbers.writeShorts(out, values, 1);
    }

    static SmoothPlanes read(DataInputStream in, int planes, int width, int height) throws IOException {
        SmoothPlanes result = new SmoothPlanes(planes, width, height);
        Numbers.readShorts(in, result.values, 1);
        return result;
    }

    /** Reads all planes at a position. */
    void fetch(float x, float y, float[] out) {
        for (int p = 0; p * size < values.length; p++) {
            out[p] = value(p, x, y);
        }
    }

    /** One plane at a position, 0 to width - 1 and 0 to height - 1. */
    float value(int plane, float x, float y) {
        int column = (int) (x / STRIDE);
        int line = (int) (y / STRIDE);
        float ax = x / STRIDE - column;
        float ay = y / STRIDE - line;
        int k = plane * size + line * columns + column;
        int right = column + 1 < columns ? 1 : 0;
        int below = (line + 1) * columns < size ? columns : 0;
        float top = (1 - ax) * (values[k] & 0xffff) + ax * (values[k + right] & 0xffff);
        float bottom = (1 - ax) * (values[k + below] & 0xffff) + ax * (values[k + below + right] & 0xffff);
        return ((1 - ay) * top + ay * bottom) / 65535f;
    }
}
