package org.impasto.coherence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.impasto.flow.FlowField;
import org.impasto.image.BoxBlur;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * What was painted when it came into sight, close to what was in front of it. A network paints more than itself into that: an outline's halo. So it is to be painted once more when nothing comes into sight
 * close to it any longer, and with it what stood beside it before, into which the halo reached as well.
 *
 * @param pixels whether a pixel's paint is such
 */
record Uncovered(int width, int height, boolean[] pixels) {
    // Pixels to each side that count as close.
    private static final int CLOSE = 6;
    // Pixels to each side that a halo reaches.
    private static final int HALO = 9;
    // Trust in what waits for something in front to go on: strip by strip, as that uncovers it, paint would be a comb.
    private static final float WAITING = 0.5f;

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

    /**
     * Lowers the trust in what something still comes into sight close to, so that the paints of the frames are mixed there, and has the rest painted anew.
     *
     * @param free whether a pixel may be painted anew
     * @param trust where the prior is trusted, in all of it {@code stands}
     * @param renewed where it is painted anew all the same
     */
    void settle(IntPredicate free, Plane trust, boolean[] stands, boolean[] renewed, Rows rows) {
        boolean[] opens = new boolean[pixels.length];
        for (int i = 0; i < opens.length; i++) {
            opens[i] = !stands[i];
        }
        boolean[] close = near(opens, CLOSE, rows);
        boolean[] again = new boolean[pixels.length];
        for (int i = 0; i < again.length; i++) {
            again[i] = pixels[i] && !close[i] && free.test(i);
            if (pixels[i] && close[i] && stands[i]) {
                trust.data()[i] = WAITING;
                stands[i] = false;
                renewed[i] = false;
            }
        }
        boolean[] beside = near(again, HALO, rows);
        for (int i = 0; i < again.length; i++) {
            renewed[i] |= beside[i] && !close[i] && free.test(i);
        }
    }

    private boolean[] near(boolean[] set, int radius, Rows rows) {
        Plane plane = new Plane(width, height);
        for (int i = 0; i < set.length; i++) {
            plane.data()[i] = set[i] ? 1 : 0;
        }
        float[] share = BoxBlur.of(plane, radius, rows).data();
        boolean[] near = new boolean[set.length];
        for (int i = 0; i < near.length; i++) {
            // The share of a single pixel is 1/361 or more; less is what running sums leave.
            near[i] = share[i] >= 1e-4f;
        }
        return near;
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
