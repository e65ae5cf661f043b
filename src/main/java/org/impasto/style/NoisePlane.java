package org.impasto.style;

import org.impasto.image.Plane;

/**
 * The noise that networks grow strokes out of where a scene is plain: a plane without end, of mean 0 and variance 1, so smooth (standard deviation of its kernel: 2.4 pixels) that it can be carried with
 * what moves, by fractions of a pixel. {@link WhiteNoise} through three boxes of five pixels; it repeats after 512.
 */
public final class NoisePlane {
    private static final int SIZE = 512;
    /** Side of the boxes. */
    public static final int BOX = 5;
    public static final int BOXES = 3;
    /** Of the boxes' common kernel, pixels squared. */
    static final double VARIANCE = BOXES * (BOX * BOX - 1) / 12.0;
    /** One over the sum of squares of the boxes' common kernel in one dimension, which is its standard deviation in two. */
    public static final double GAIN = 15625.0 / 1751;

    /** Made when it is first asked for. */
    private static final class Tile {
        static final float[] NOISE = smooth();

        private static float[] smooth() {
            double[] v = new double[SIZE * SIZE];
            for (int i = 0; i < v.length; i++) {
                v[i] = WhiteNoise.at(i % SIZE, i / SIZE, 0);
            }
            for (int i = 0; i < BOXES; i++) {
                v = box(box(v, 1), SIZE);
            }
            float[] tile = new float[v.length];
            for (int i = 0; i < v.length; i++) {
                tile[i] = (float) (GAIN * v[i]);
            }
            return tile;
        }

        private static double[] box(double[] v, int step) {
            double[] out = new double[v.length];
            for (int i = 0; i < v.length; i++) {
                double sum = 0;
                for (int k = -BOX / 2; k <= BOX / 2; k++) {
                    int x = i % SIZE + (step == 1 ? k : 0);
                    int y = i / SIZE + (step == 1 ? 0 : k);
                    sum += v[(y & SIZE - 1) * SIZE + (x & SIZE - 1)];
                }
                out[i] = sum / BOX;
            }
            return out;
        }
    }

    private final int left;
    private final int top;

    /** @param seed of another place in the plane */
    public NoisePlane(long seed) {
        long h = WhiteNoise.mix(seed);
        left = (int) h & SIZE - 1;
        top = (int) (h >>> 32) & SIZE - 1;
    }

    /** From its point (0, 0) on. */
    public Plane of(int width, int height) {
        Plane plane = new Plane(width, height);
        for (int i = 0; i < plane.data().length; i++) {
            plane.data()[i] = tile(left + i % width, top + i / width);
        }
        return plane;
    }

    /** At any point, bilinear between pixels. */
    public float at(float x, float y) {
        int x1 = (int) Math.floor(x);
        int y1 = (int) Math.floor(y);
        float ax = x - x1;
        float ay = y - y1;
        int l = left + x1;
        int t = top + y1;
        float above = tile(l, t) + ax * (tile(l + 1, t) - tile(l, t));
        float below = tile(l, t + 1) + ax * (tile(l + 1, t + 1) - tile(l, t + 1));
        return above + ay * (below - above);
    }

    private static float tile(int x, int y) {
        return Tile.NOISE[(y & SIZE - 1) * SIZE + (x & SIZE - 1)];
    }
}
