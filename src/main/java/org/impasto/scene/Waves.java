package org.impasto.scene;

import org.impasto.scene.bake.Rng;

/** A smooth random picture without end: cosines in random directions, the longer the stronger. Fully opaque. */
final class Waves implements Paint {
    private static final int COUNT = 24;

    /** Per wave: its vector (radians per unit) and phase, then its height in red, green and blue. */
    private final double[][] waves = new double[COUNT][6];

    /**
     * @param shortest length of the shortest wave, layer units
     * @param longest likewise
     */
    Waves(long seed, double shortest, double longest) {
        Rng rng = new Rng(seed);
        double energy = 0;
        for (int i = 0; i < COUNT; i++) {
            double length = shortest * StrictMath.pow(longest / shortest, (double) i / (COUNT - 1));
            double angle = rng.between(0, 2 * Math.PI);
            double height = StrictMath.sqrt(length);
            double[] w = waves[i];
            w[0] = 2 * Math.PI / length * StrictMath.cos(angle);
            w[1] = 2 * Math.PI / length * StrictMath.sin(angle);
            w[2] = rng.between(0, 2 * Math.PI);
            double grey = rng.between(-1, 1);
            for (int c = 3; c < 6; c++) {
                w[c] = height * (0.6 * grey + 0.4 * rng.between(-1, 1));
            }
            energy += height * height * 0.3;
        }
        double scale = 0.16 / Math.sqrt(energy / 2);
        for (double[] w : waves) {
            w[3] *= scale;
            w[4] *= scale;
            w[5] *= scale;
        }
    }

    @Override
    public void sample(double x, double y, double footprint, float[] rgba) {
        double r = 0.4;
        double g = 0.4;
        double b = 0.4;
        for (double[] w : waves) {
            double c = StrictMath.cos(w[0] * x + w[1] * y + w[2]);
            r += w[3] * c;
            g += w[4] * c;
            b += w[5] * c;
        }
        rgba[0] = (float) inRange(r);
        rgba[1] = (float) inRange(g);
        rgba[2] = (float) inRange(b);
        rgba[3] = 1;
    }

    /** A smooth step onto 0.02 to 0.95: nothing is clipped, so nothing gets sharper than the waves. */
    private static double inRange(double v) {
        double s = (v - 0.4) * 1.6;
        return 0.485 + 0.465 * s / Math.sqrt(1 + s * s);
    }

    @Override
    public int coverage(double x, double y) {
        return 2;
    }
}
