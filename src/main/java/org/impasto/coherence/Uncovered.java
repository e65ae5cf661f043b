package org.impasto.coherence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import org.impasto.flow.FlowField;
import org.impasto.image.BoxBlur;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * What was painted when it came into sight, close to what was in front of it. A network paints more than itself into that: an outline's halo. So it is to be painted once more when nothing comes into sight
 * close to it any longer.
 *
 * @param pixels whether a pixel's paint is such
 */
record Uncovered(int width, int height, boolean[] pixels) {
    // Pixels to each side that count as close.
    private static final int CLOSE = 6;

    Uncovered(int width, int height) {
        this(width, height, new boolean[width * height]);
    }

    /**
     * Of the next frame.
     *
     * @param stands where its prior is trusted; elsewhere something has come into sight
     */
    Uncovered advect(FlowField backward, boolean[] stands, Rows rows) {
        Uncovered next = new Uncovered(width, height);
        rows.each(height, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                Around around = Around.displaced(i, backward.u()[i], backward.v()[i], width, height);
                next.pixels[i] = !stands[i] || pixels[around.nearestY() * width + around.nearestX()];
            }
        });
        return next;
    }

    /** Those that something still comes into sight close to. */
    boolean[] waiting(boolean[] stands, Rows rows) {
        Plane open = new Plane(width, height);
        for (int i = 0; i < stands.length; i++) {
            open.data()[i] = stands[i] ? 0 : 1;
        }
        float[] share = BoxBlur.of(open, CLOSE, rows).data();
        boolean[] waiting = new boolean[pixels.length];
        for (int i = 0; i < waiting.length; i++) {
            // The share of a single pixel is 1/169; less is what running sums leave.
            waiting[i] = pixels[i] && share[i] >= 1e-4f;
        }
        return waiting;
    }

    /** Without those that are painted anew. */
    Uncovered without(boolean[] anew) {
        Uncovered rest = new Uncovered(width, height);
        for (int i = 0; i < anew.length; i++) {
            rest.pixels[i] = pixels[i] && !anew[i];
        }
        return rest;
    }

    void write(DataOutputStream out) throws IOException {
        BitSet bits = new BitSet(pixels.length);
        for (int i = 0; i < pixels.length; i++) {
            bits.set(i, pixels[i]);
        }
        byte[] bytes = new byte[bytes()];
        byte[] set = bits.toByteArray();
        System.arraycopy(set, 0, bytes, 0, set.length);
        out.write(bytes);
    }

    static Uncovered read(DataInputStream in, int width, int height) throws IOException {
        Uncovered read = new Uncovered(width, height);
        byte[] bytes = new byte[read.bytes()];
        in.readFully(bytes);
        BitSet bits = BitSet.valueOf(bytes);
        for (int i = 0; i < read.pixels.length; i++) {
            read.pixels[i] = bits.get(i);
        }
        return read;
    }

    private int bytes() {
        return (pixels.length + Byte.SIZE - 1) / Byte.SIZE;
    }
}
