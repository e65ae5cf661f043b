package org.impasto.coherence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * What was painted when it came into sight, close to what was in front of it. A network paints more than itself into that: an outline's halo. So it is to be painted once more when nothing comes into sight
 * close to it any longer, and with it what stood beside it before, into which the halo reached as well: beside what was uncovered in one piece, and not beside the many pixels here and there that look otherwise from frame to
 * frame in a film with grain. Where a thing moves on by a fraction of a pixel a frame nothing is ever uncovered in one piece; there the piece is what has come into sight since the whole frame was painted.
 *
 * @param pixels whether a pixel's paint is such
 * @param wide of these, which came into sight in one piece with others
 * @param since what has come into sight since a whole frame was painted, piece by piece
 */
record Uncovered(int width, int height, boolean[] pixels, boolean[] wide, boolean[] since) {
    // Pixels to each side that count as close.
    private static final int CLOSE = 6;
    // Pixels to each side that a halo reaches.
    private static final int HALO = 9;
    // Pixels to each side of some of them that have come into sight at once are one piece.
    private static final int WIDE = 4;
    // Of what comes into sight little by little, the same: what is less is grain.
    private static final int STRIP = 2;
    // Trust in what waits for something in front to go on: strip by strip, as that uncovers it, paint would be a comb.
    private static final float WAITING = 0.5f;

    Uncovered(int width, int height) {
        this(width, height, new boolean[width * height], new boolean[width * height], new boolean[width * height]);
    }

    /**
     * Of the next frame.
     *
     * @param stands where its prior is trusted; elsewhere something has come into sight
     */
    Uncovered advect(FlowField backward, boolean[] stands, Rows rows) {
        Uncovered next = new Uncovered(width, height);
        boolean[] piece = Near.of(far(stands, WIDE, rows), width, WIDE, rows);
        boolean[] strip = Near.of(far(stands, STRIP, rows), width, STRIP, rows);
        rows.each(height, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                Around around = Around.displaced(i, backward.u()[i], backward.v()[i], width, height);
                int before = around.nearestY() * width + around.nearestX();
                next.pixels[i] = !stands[i] || pixels[before];
                next.wide[i] = !stands[i] && piece[i] || wide[before];
                next.since[i] = strip[i] || since[before];
            }
        });
        return next;
    }

    /**
     * Lowers the trust in what something still comes into sight close to, so that the paints of the frames are mixed there, and has the rest painted anew.
     *
     * @param free whether a pixel may be painted anew
     * @param whole whether its paint is of a whole frame that the network painted
     * @param trust where the prior is trusted, in all of it {@code stands}
     * @param renewed where it is painted anew all the same
     */
    void settle(IntPredicate free, IntPredicate whole, Plane trust, boolean[] stands, boolean[] renewed, Rows rows) {
        boolean[] close = Near.of(not(stands), width, CLOSE, rows);
        boolean[] halo = new boolean[pixels.length];
        for (int i = 0; i < halo.length; i++) {
            boolean again = pixels[i] && !close[i] && free.test(i);
            renewed[i] |= again;
            halo[i] = again && wide[i];
            if (pixels[i] && close[i] && stands[i]) {
                trust.data()[i] = WAITING;
                stands[i] = false;
                renewed[i] = false;
            }
        }
        boolean[] beside = Near.of(halo, width, HALO, rows);
        // What is uncovered little by little is painted once more little by little, so what stood beside it is told by where it was.
        boolean[] besideSince = Near.of(far(not(since), WIDE, rows), width, WIDE + HALO, rows);
        for (int i = 0; i < beside.length; i++) {
            renewed[i] |= (beside[i] || besideSince[i] && whole.test(i)) && !close[i] && free.test(i);
        }
    }

    /** What has none of a set around it. */
    private boolean[] far(boolean[] set, int radius, Rows rows) {
        return not(Near.of(set, width, radius, rows));
    }

    private static boolean[] not(boolean[] set) {
        boolean[] rest = new boolean[set.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = !set[i];
        }
        return rest;
    }

    /** Without those that are painted anew. */
    Uncovered without(boolean[] anew) {
        Uncovered rest = new Uncovered(width, height, new boolean[anew.length], new boolean[anew.length], since);
        for (int i = 0; i < anew.length; i++) {
            rest.pixels[i] = pixels[i] && !anew[i];
            rest.wide[i] = wide[i] && !anew[i];
        }
        return rest;
    }

    void write(DataOutputStream out) throws IOException {
        write(out, pixels);
        write(out, wide);
        write(out, since);
    }

    private static void write(DataOutputStream out, boolean[] set) throws IOException {
        BitSet bits = new BitSet(set.length);
        for (int i = 0; i < set.length; i++) {
            bits.set(i, set[i]);
        }
        out.write(Arrays.copyOf(bits.toByteArray(), bytes(set)));
    }

    static Uncovered read(DataInputStream in, int width, int height) throws IOException {
        Uncovered read = new Uncovered(width, height);
        read(in, read.pixels);
        read(in, read.wide);
        read(in, read.since);
        return read;
    }

    private static void read(DataInputStream in, boolean[] set) throws IOException {
        byte[] bytes = new byte[bytes(set)];
        in.readFully(bytes);
        BitSet bits = BitSet.valueOf(bytes);
        for (int i = 0; i < set.length; i++) {
            set[i] = bits.get(i);
        }
    }

    private static int bytes(boolean[] set) {
        return (set.length + Byte.SIZE - 1) / Byte.SIZE;
    }
}
