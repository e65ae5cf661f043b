package org.impasto.flow;

import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/** Fetches each pixel of the current frame from where the backward flow says that it was in the previous one. */
public final class Warp {
    private Warp() {
    }

    /**
     * Warps a picture with cubic B-spline interpolation; a zero flow gives the picture back (to within 1e-6), and a whole number of
     * pixels shifts it. Positions outside the picture take the nearest edge pixel.
     *
     * @param previous the picture to fetch from
     * @param backward for each pixel of the result, the displacement to its place in {@code previous}
     */
    public static Image sharp(Image previous, FlowField backward, Rows rows) {
        check(previous.width(), previous.height(), backward);
        int w = previous.width();
        int h = previous.height();
        int n = previous.pixels();
        float[] c = new float[3 * n];
        for (int channel = 0; channel < 3; channel++) {
            Spline.prefilter(previous.data(), c, channel * n, w, h, rows);
        }
        Image result = new Image(w, h);
        float[] out = result.data();
        rows.each(h, (from, to) -> {
            float[] wx = new float[4];
            float[] wy = new float[4];
            int[] column = new int[4];
            for (int y = from; y < to; y++) {
                for (int x = 0; x < w; x++) {
                    int i = y * w + x;
                    float px = clamp(x + backward.u()[i], w - 1);
                    float py = clamp(y + backward.v()[i], h - 1);
                    int x1 = (int) px;
                    int y1 = (int) py;
                    Spline.weights(px - x1, wx);
                    Spline.weights(py - y1, wy);
                    for (int k = 0; k < 4; k++) {
                        column[k] = inside(x1 - 1 + k, w);
                    }
                    float r = 0;
                    float g = 0;
                    float b = 0;
                    for (int k = 0; k < 4; k++) {
                        int row = inside(y1 - 1 + k, h) * w;
                        int c0 = row + column[0];
                        int c1 = row + column[1];
                        int c2 = row + column[2];
                        int c3 = row + column[3];
                        r += wy[k] * (wx[0] * c[c0] + wx[1] * c[c1] + wx[2] * c[c2] + wx[3] * c[c3]);
                        g += wy[k] * (wx[0] * c[n + c0] + wx[1] * c[n + c1] + wx[2] * c[n + c2] + wx[3] * c[n + c3]);
                        int m = 2 * n;
                        b += wy[k] * (wx[0] * c[m + c0] + wx[1] * c[m + c1] + wx[2] * c[m + c2] + wx[3] * c[m + c3]);
                    }
                    out[i] = r;
                    out[n + i] = g;
                    out[2 * n + i] = b;
                }
            }
        });
        return result;
    }

    /** Warps a plane bilinearly; for masks and the like, where an overshoot would do harm. Never leaves the range of its input. */
    public static Plane smooth(Plane previous, FlowField backward, Rows rows) {
        check(previous.width(), previous.height(), backward);
        int w = previous.width();
        int h = previous.height();
        Plane result = new Plane(w, h);
        float[] d = previous.data();
        rows.each(h, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < w; x++) {
                    int i = y * w + x;
                    result.data()[i] = smooth(d, 0, w, h, clamp(x + backward.u()[i], w - 1), clamp(y + backward.v()[i], h - 1));
                }
            }
        });
        return result;
    }

    /**
     * One value between pixels, bilinearly.
     *
     * @param d planes of {@code w} by {@code h} values
     * @param offset of the plane's first
     * @param x 0 to w - 1
     * @param y 0 to h - 1
     */
    public static float smooth(float[] d, int offset, int w, int h, float x, float y) {
        int left = (int) x;
        int top = (int) y;
        int right = left < w - 1 ? 1 : 0;
        int a = offset + top * w + left;
        int b = top < h - 1 ? a + w : a;
        float ax = x - left;
        float above = d[a] + ax * (d[a + right] - d[a]);
        float below = d[b] + ax * (d[b + right] - d[b]);
        return above + (y - top) * (below - above);
    }

    private static int inside(int i, int n) {
        return i >= 0 && i < n ? i : Spline.reflect(i, n);
    }

    /** To 0..most; a NaN becomes 0. */
    static float clamp(float v, int most) {
        return v >= most ? most : v > 0 ? v : 0;
    }

    private static void check(int w, int h, FlowField flow) {
        if (flow.width() != w || flow.height() != h) {
            throw new IllegalArgumentException("a picture of " + w + "x" + h + " cannot be warped by a flow of "
                    + flow.width() + "x" + flow.height());
        }
    }
}
