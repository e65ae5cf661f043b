package org.impasto.flow;

import org.impasto.image.Rows;

/**
 * Cubic B-spline interpolation (Unser, "Splines: a perfect fit for signal and image processing", 1999): a recursive
 * prefilter turns pixels into coefficients, and 4x4 of them give the value between pixels. At the pixels themselves it gives
 * the pixels back, and it dulls a picture far less than bilinear, Catmull-Rom or Lanczos-2 kernels do, which matters because a
 * picture is resampled anew for every frame that it is carried.
 */
public final class Spline {
    private static final float POLE = (float) (StrictMath.sqrt(3.0) - 2.0);
    // |POLE|^16 < 1e-9: below what a float can hold beside the sum.
    private static final int HORIZON = 16;

    private Spline() {
    }

    /** Coefficients of one channel that lies in {@code source} from {@code offset}; into {@code target} at the same place. */
    public static void prefilter(float[] source, float[] target, int offset, int w, int h, Rows rows) {
        rows.each(h, (from, to) -> {
            for (int y = from; y < to; y++) {
                int row = offset + y * w;
                System.arraycopy(source, row, target, row, w);
                line(target, row, w);
            }
        });
        // Columns, a band of them at a time, row by row so that memory is read in order.
        rows.each(w, (from, to) -> columns(target, offset, w, h, from, to));
    }

    private static void line(float[] c, int start, int n) {
        if (n == 1) {
            return;
        }
        float first = 0;
        float power = 1;
        for (int k = 0; k < HORIZON; k++) {
            first += power * c[start + reflect(k, n)];
            power *= POLE;
        }
        c[start] = first;
        for (int i = 1; i < n; i++) {
            c[start + i] += POLE * c[start + i - 1];
        }
        int last = start + n - 1;
        c[last] = POLE / (POLE * POLE - 1) * (c[last] + POLE * c[last - 1]);
        for (int i = n - 2; i >= 0; i--) {
            c[start + i] = POLE * (c[start + i + 1] - c[start + i]);
        }
        for (int i = 0; i < n; i++) {
            c[start + i] *= 6;
        }
    }

    private static void columns(float[] c, int offset, int w, int h, int from, int to) {
        if (h == 1) {
            return;
        }
        float[] first = new float[to - from];
        float power = 1;
        for (int k = 0; k < HORIZON; k++) {
            int row = offset + reflect(k, h) * w;
            for (int x = from; x < to; x++) {
                first[x - from] += power * c[row + x];
            }
            power *= POLE;
        }
        System.arraycopy(first, 0, c, offset + from, to - from);
        for (int y = 1; y < h; y++) {
            int row = offset + y * w;
            for (int x = from; x < to; x++) {
                c[row + x] += POLE * c[row - w + x];
            }
        }
        int last = offset + (h - 1) * w;
        for (int x = from; x < to; x++) {
            c[last + x] = POLE / (POLE * POLE - 1) * (c[last + x] + POLE * c[last - w + x]);
        }
        for (int y = h - 2; y >= 0; y--) {
            int row = offset + y * w;
            for (int x = from; x < to; x++) {
                c[row + x] = POLE * (c[row + w + x] - c[row + x]);
            }
        }
        for (int y = 0; y < h; y++) {
            int row = offset + y * w;
            for (int x = from; x < to; x++) {
                c[row + x] *= 6;
            }
        }
    }

    /** Weights of the four coefficients around a position that lies {@code t} (0 to 1) after the second of them. */
    public static void weights(float t, float[] into) {
        float s = 1 - t;
        into[0] = s * s * s / 6;
        into[1] = 2f / 3 - t * t * (2 - t) / 2;
        into[2] = 2f / 3 - s * s * (2 - s) / 2;
        into[3] = t * t * t / 6;
    }

    /** Reflects an index at the centre of the edge pixel: -1 is 1, n is n - 2. */
    public static int reflect(int i, int n) {
        if (n == 1) {
            return 0;
        }
        int period = 2 * n - 2;
        int j = Math.floorMod(i, period);
        return j < n ? j : period - j;
    }
}
