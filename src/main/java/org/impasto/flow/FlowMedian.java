package org.impasto.flow;

import java.util.Arrays;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * Decides where different motions meet which of them a pixel has: the weighted median of the motions around it, where those count
 * that are believed and that stand on a pixel of the same colour. A flow that was matched patch by patch gives the ground along an outline
 * the motion of the thing, smoothing then mixes the two, and a median chooses. Sun, Roth and Black, "Secrets of optical flow estimation",
 * CVPR 2010, section 6, with all colours alike and at full strength only where there is something to decide. Not safe for use by
 * several threads at once.
 */
final class FlowMedian implements AutoCloseable {
    // How far it looks, and at every how-many-th pixel. docs/decisions.md has the figures.
    private static final int REACH = 20;
    private static final int STRIDE = 5;
    // Deviation of colours that count as one thing's, in 8-bit steps.
    private static final double LIKENESS = 25;
    // Below this range of displacements nothing is decided.
    private static final float RANGE = 2;
    // The weight of what is not believed: where nothing around is, its median is the best guess there is.
    private static final float DOUBT = 0.05f;
    private static final int BINS = 16;
    // Of so many values the median is found by putting them in order.
    private static final int FEW = 8;
    private static final int SAMPLES = (2 * (REACH / STRIDE) + 1) * (2 * (REACH / STRIDE) + 1);
    // By squared distance of colours, up to four deviations.
    private static final float[] FALLOFF = falloff();

    private final WindowExtremes extremes = new WindowExtremes(REACH);
    private final float[] u = new float[SAMPLES];
    private final float[] v = new float[SAMPLES];
    private final float[] weight = new float[SAMPLES];
    // Of one median: the values that may still be it, and their weights.
    private final float[] rest = new float[SAMPLES];
    private final float[] heavy = new float[SAMPLES];
    private final int[] bin = new int[SAMPLES];
    private final double[] bins = new double[BINS];

    /**
     * @param flow on the pixels of the picture
     * @param trust 0 to 1, how far each displacement is believed
     */
    FlowField decide(FlowField flow, Plane trust, Image picture) {
        int w = flow.width();
        int h = flow.height();
        float[] rangeU = range(flow.u(), w, h);
        float[] rangeV = range(flow.v(), w, h);
        int[] colours = colours(picture);
        float[] newU = flow.u().clone();
        float[] newV = flow.v().clone();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                if (Math.max(rangeU[i], rangeV[i]) >= RANGE) {
                    int n = gather(flow, trust, colours, x, y);
                    newU[i] = median(u, n);
                    newV[i] = median(v, n);
                }
            }
        }
        return new FlowField(w, h, newU, newV);
    }

    /** Collects the motions around a pixel with their weights; itself is among them. */
    private int gather(FlowField flow, Plane trust, int[] colours, int x, int y) {
        int w = flow.width();
        int i = y * w + x;
        int red = colours[3 * i];
        int green = colours[3 * i + 1];
        int blue = colours[3 * i + 2];
        int top = Math.max(-REACH, -(y / STRIDE) * STRIDE);
        int left = Math.max(-REACH, -(x / STRIDE) * STRIDE);
        int bottom = Math.min(REACH, flow.height() - 1 - y);
        int right = Math.min(REACH, w - 1 - x);
        int n = 0;
        for (int dy = top; dy <= bottom; dy += STRIDE) {
            for (int dx = left; dx <= right; dx += STRIDE) {
                int j = i + dy * w + dx;
                int r = colours[3 * j] - red;
                int g = colours[3 * j + 1] - green;
                int b = colours[3 * j + 2] - blue;
                int unlike = r * r + g * g + b * b;
                if (unlike < FALLOFF.length) {
                    u[n] = flow.u()[j];
                    v[n] = flow.v()[j];
                    weight[n++] = FALLOFF[unlike] * (DOUBT + (1 - DOUBT) * trust.data()[j]);
                }
            }
        }
        return n;
    }

    /** In 8-bit steps, pixel by pixel. */
    private static int[] colours(Image picture) {
        int n = picture.pixels();
        int[] result = new int[3 * n];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < n; i++) {
                result[3 * i + c] = Native.toByte(picture.data()[c * n + i]) & 0xff;
            }
        }
        return result;
    }

    /** The least value that half of the weight does not exceed. What is in one of several bins decides, again and again; the rest need not be put in order. */
    private float median(float[] values, int n) {
        System.arraycopy(values, 0, rest, 0, n);
        System.arraycopy(weight, 0, heavy, 0, n);
        // So few floats, none under 2^-17, add up in a double without rounding: ties are ties in any order.
        double wanted = 0;
        for (int k = 0; k < n; k++) {
            wanted += heavy[k];
        }
        wanted /= 2;
        int m = n;
        int all = n + 1;
        // The least and the most are never in one bin, so some always go; but not of what is infinite.
        while (m > FEW && m < all) {
            float least = rest[0];
            float most = least;
            for (int k = 1; k < m; k++) {
                least = Math.min(least, rest[k]);
                most = Math.max(most, rest[k]);
            }
            if (!(least < most)) {
                return least;
            }
            Arrays.fill(bins, 0);
            float scale = BINS / (most - least);
            for (int k = 0; k < m; k++) {
                bin[k] = Math.min(BINS - 1, (int) ((rest[k] - least) * scale));
                bins[bin[k]] += heavy[k];
            }
            int b = 0;
            while (b < BINS - 1 && bins[b] < wanted) {
                wanted -= bins[b++];
            }
            all = m;
            m = 0;
            for (int k = 0; k < all; k++) {
                rest[m] = rest[k];
                heavy[m] = heavy[k];
                m += bin[k] == b ? 1 : 0;
            }
        }
        return first(m, wanted);
    }

    /** Of so few values left the least that this weight does not exceed. */
    private float first(int n, double wanted) {
        for (int k = 1; k < n; k++) {
            float value = rest[k];
            float its = heavy[k];
            int at = k;
            for (; at > 0 && rest[at - 1] > value; at--) {
                rest[at] = rest[at - 1];
                heavy[at] = heavy[at - 1];
            }
            rest[at] = value;
            heavy[at] = its;
        }
        int k = 0;
        for (double below = heavy[0]; below < wanted && k < n - 1; below += heavy[k]) {
            k++;
        }
        return rest[k];
    }

    /** By how much the values around each differ at most. */
    private float[] range(float[] values, int w, int h) {
        float[] most = extremes.most(values, w, h);
        float[] least = extremes.least(values, w, h);
        for (int i = 0; i < most.length; i++) {
            most[i] -= least[i];
        }
        return most;
    }

    private static float[] falloff() {
        float[] table = new float[(int) (16 * LIKENESS * LIKENESS)];
        for (int k = 0; k < table.length; k++) {
            table[k] = (float) StrictMath.exp(-k / (2 * LIKENESS * LIKENESS));
        }
        return table;
    }

    @Override
    public void close() {
        extremes.close();
    }
}
