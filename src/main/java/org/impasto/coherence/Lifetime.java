package org.impasto.coherence;

import java.util.SplittableRandom;

/**
 * How long paint may be carried before it is painted anew, in frames: patches of about the size of a stroke, each with its own
 * lifetime, so that at no moment many are renewed at once.
 */
final class Lifetime {
    private static final int CELL = 24;
    // Frames of life that growing to e times the area costs.
    private static final double WEAR = 60;
    // Where the source has changed by less than the first (0 to 1), nothing is lost; by the second, a whole life.
    private static final float UNCHANGED = 0.05f;
    private static final float CHANGED = 0.12f;

    private final int width;
    private final int[] frames;

    /** @param least shortest lifetime
     *  @param most longest lifetime */
    Lifetime(int width, int height, int least, int most) {
        this.width = width;
        frames = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // Bent coordinates, so that the patches have no straight edges.
                double bx = x + 7 * StrictMath.sin(y * 0.21) + 4 * StrictMath.sin(y * 0.083 + x * 0.06);
                double by = y + 7 * StrictMath.sin(x * 0.19) + 4 * StrictMath.sin(x * 0.071 - y * 0.05);
                long cell = (long) Math.floor(by / CELL) << 32 ^ (long) Math.floor(bx / CELL) & 0xFFFFFFFFL;
                frames[y * width + x] = least + new SplittableRandom(cell).nextInt(most - least + 1);
            }
        }
    }

    boolean covers(int w, int h) {
        return w == width && w * h == frames.length;
    }

    /**
     * Whether a pixel's paint is to be renewed.
     *
     * @param age frames since it was painted
     * @param growth logarithm of the factor by which its area has grown since; strokes that have become too large or too small wear sooner
     * @param change of the source since, 0 to 1: paint of another light is replaced soon
     */
    boolean isOver(int pixel, int age, float growth, float change) {
        double look = frames[pixel] * Math.max(0, (change - UNCHANGED) / (CHANGED - UNCHANGED));
        return age + WEAR * Math.abs(growth) + look >= frames[pixel];
    }
}
