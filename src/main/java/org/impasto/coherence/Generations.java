package org.impasto.coherence;

import java.util.SplittableRandom;

/**
 * When paint goes. Every so many frames a whole frame is painted anew, and its paint is carried on from there: a generation. It takes the place of the one before place by
 * place, in a dissolve whose edges are wider than strokes, so that each of these goes over as a whole and no seam is to be seen.
 */
final class Generations {
    // Of the dissolve's waves, pixels.
    private static final int CELL = 48;
    // Frames of a generation that growing to e times the area costs.
    private static final double WEAR = 60;
    // Where the source has changed by less than the first (0 to 1), paint is as good as new; by the second, it goes.
    private static final float UNCHANGED = 0.05f;
    private static final float CHANGED = 0.12f;

    private final int width;
    private final int every;
    private final int fade;
    private final float[] delay;

    /** @param every frames from one generation to the next; the last place is through with it by then
     *  @param fade frames that one place takes */
    Generations(int width, int height, int every, int fade) {
        this.width = width;
        this.every = every;
        this.fade = fade;
        delay = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                delay[y * width + x] = (every - fade) * waves((float) x / CELL, (float) y / CELL);
            }
        }
    }

    boolean covers(int w, int h) {
        return w == width && w * h == delay.length;
    }

    /** Whether a generation begins with the frame of this number in its shot. */
    boolean beginsAt(int frame) {
        return begins(frame, every);
    }

    /** The same of one that comes every so many frames. */
    static boolean begins(int frame, int every) {
        return frame > 0 && frame % every == 0;
    }

    /** Whether paint of this frame, that other paint fades from, is a generation that takes the place of another. */
    boolean follows(int frame, int before) {
        return before != Origin.NONE && before < frame && beginsAt(frame);
    }

    /**
     * The share of the paint before in what is shown of a pixel, 0 to 1.
     *
     * @param paint the frame that its paint is of
     * @param before the frame of the paint that this takes the place of, if of any
     */
    float before(int pixel, int paint, int before, int now) {
        if (before == Origin.NONE) {
            return 0;
        }
        float late = follows(paint, before) ? delay[pixel] : 0;
        return smooth(Math.min(1, Math.max(0, 1 - (now - paint - late) / fade)));
    }

    /** How far paint may still be shown of whose thing the source has changed by so much since it was painted, 0 to 1. */
    static float fits(float change) {
        return Math.min(1, Math.max(0, (CHANGED - change) / (CHANGED - UNCHANGED)));
    }

    /** Whether the paint before may still be shown in the next frame, here or wherever the paint is carried. */
    boolean lasts(int paint, int before, int now) {
        return before != Origin.NONE && now + 1 - paint < (follows(paint, before) ? every : fade);
    }

    /**
     * Whether paint is to be renewed before its time.
     *
     * @param growth logarithm of the factor by which its area has grown; strokes that have become too large or too small wear out
     * @param change of the source since it was painted, 0 to 1
     */
    boolean isWorn(float growth, float change) {
        return WEAR * Math.abs(growth) + every * (1 - fits(change)) >= every;
    }

    /** Smooth noise from 0 to 1, of one wave a unit. */
    private static float waves(float x, float y) {
        int left = (int) x;
        int top = (int) y;
        float right = smooth(x - left);
        float down = smooth(y - top);
        float above = random(left, top) + right * (random(left + 1, top) - random(left, top));
        float below = random(left, top + 1) + right * (random(left + 1, top + 1) - random(left, top + 1));
        return above + down * (below - above);
    }

    /** From 0 to 1, setting out and arriving slowly. */
    static float smooth(float part) {
        return part * part * (3 - 2 * part);
    }

    private static float random(int x, int y) {
        return (float) new SplittableRandom((long) y << 32 ^ x).nextDouble();
    }
}
