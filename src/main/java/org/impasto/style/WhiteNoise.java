package org.impasto.style;

import org.impasto.image.Plane;

/**
 * Standard normal noise, one value for each pixel and independent of the others', a pure function of (x, y, seed): integer hash, then Box-Muller with
 * {@link StrictMath}, so the same bits on every machine.
 */
final class WhiteNoise {
    private WhiteNoise() {
    }

    static Plane of(int width, int height, long seed) {
        float[] v = new float[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                v[y * width + x] = at(x, y, seed);
            }
        }
        return new Plane(width, height, v);
    }

    static float at(int x, int y, long seed) {
        long h = mix(mix(seed) ^ ((long) y << 32 | x));
        // Two uniform numbers of 32 bits; the first in (0, 1] since its logarithm is taken.
        double u = ((h >>> 32) + 1) * 0x1p-32;
        double v = (h & 0xFFFFFFFFL) * 0x1p-32;
        return (float) (StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v));
    }

    /** The finalizer of SplitMix64. */
    static long mix(long z) {
        long a = z + 0x9E3779B97F4A7C15L;
        a = (a ^ (a >>> 30)) * 0xBF58476D1CE4E5B9L;
        a = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return a ^ (a >>> 31);
    }
}
