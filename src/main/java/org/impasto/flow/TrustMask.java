package org.impasto.flow;

import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Says per pixel how far a warped prior may be believed, from the consistency of two flows: 0 out of frame, at
 * disocclusions and at motion boundaries, 1 elsewhere, smoothed with a Gaussian of sigma 0.8.
 *
 * <p>The rules, constants, the filters and their mirrored borders are those of Ruder, Dosovitskiy and Brox, "Artistic style
 * transfer for videos", GCPR 2016, section 4 and the code that they published; the tests of consistency go back to
 * Sundaram et al., ECCV 2010.
 */
public final class TrustMask {
    /** What counts as inside the picture. */
    public enum Border {
        /** As published: the pixel to the right and the one below a position must exist, so that a still picture's last
         * column and row are never trusted. */
        AS_PUBLISHED,
        /** All positions from the first pixel's centre to the last one's: nothing flickers along the edge of a still shot. */
        FULL
    }

    /** How steep a flow may be at a pixel where it stands still, squared displacement per pixel, before it counts as a motion boundary. */
    interface Steepness {
        float at(int pixel);
    }

    /** As published. */
    static final float STEEP = 0.002f;
    private static final float DISOCCLUDED = -1f;
    private static final float[] GAUSSIAN = gaussian(0.8f, 2);

    private TrustMask() {
    }

    /**
     * The mask for the pixels of the current frame.
     *
     * @param backward flow from the current frame to the previous one
     * @param forward flow from the previous frame to the current one
     * @return 0 (not to be believed) to 1; values that are not finite count as out of frame
     */
    public static Plane of(FlowField backward, FlowField forward, Border border, Rows rows) {
        return of(backward, forward, border, rows, pixel -> STEEP);
    }

    /** The mask with a constant of its own for each pixel's motion boundary. */
    static Plane of(FlowField backward, FlowField forward, Border border, Rows rows, Steepness steep) {
        int w = backward.width();
        int h = backward.height();
        if (forward.width() != w || forward.height() != h) {
            throw new IllegalArgumentException("two flows of one size are needed, but got " + w + "x" + h + " and "
                    + forward.width() + "x" + forward.height());
        }
        Plane raw = new Plane(w, h);
        rows.each(h, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < w; x++) {
                    raw.data()[y * w + x] = judge(backward, forward, x, y, border, steep.at(y * w + x));
                }
            }
        });
        return smooth(raw, rows);
    }

    /** Where a displacement stays in the picture but does not lead back: what was hidden in the previous frame. */
    static boolean[] uncovered(FlowField backward, FlowField forward) {
        boolean[] result = new boolean[backward.u().length];
        for (int i = 0; i < result.length; i++) {
            result[i] = judge(backward, forward, i % backward.width(), i / backward.width(), Border.FULL, STEEP) == DISOCCLUDED;
        }
        return result;
    }

    private static float judge(FlowField b, FlowField f, int x, int y, Border border, float steep) {
        int w = b.width();
        int h = b.height();
        int i = y * w + x;
        float bu = b.u()[i];
        float bv = b.v()[i];
        float px = x + bu;
        float py = y + bv;
        if (!(Math.abs(px) < 1e6f && Math.abs(py) < 1e6f)) {
            return 0;
        }
        int x1 = (int) Math.floor(px);
        int y1 = (int) Math.floor(py);
        int x2 = x1 + 1;
        int y2 = y1 + 1;
        if (border == Border.FULL) {
            if (px < 0 || px > w - 1 || py < 0 || py > h - 1) {
                return 0;
            }
            x2 = Math.min(x2, w - 1);
            y2 = Math.min(y2, h - 1);
        } else if (x1 < 0 || x2 >= w || y1 < 0 || y2 >= h) {
            return 0;
        }
        float ax = px - x1;
        float ay = py - y1;
        float fu = bilinear(f.u(), w, x1, x2, y1, y2, ax, ay);
        float fv = bilinear(f.v(), w, x1, x2, y1, y2, ax, ay);
        float du = bu + fu;
        float dv = bv + fv;
        float b2 = bu * bu + bv * bv;
        // Written so that a NaN in either flow counts as inconsistent.
        if (!(du * du + dv * dv < 0.01f * (b2 + fu * fu + fv * fv) + 0.5f)) {
            return DISOCCLUDED;
        }
        int left = x == 0 ? i : i - 1;
        int right = x == w - 1 ? i : i + 1;
        int up = y == 0 ? i : i - w;
        int down = y == h - 1 ? i : i + w;
        float ux = b.u()[right] - b.u()[left];
        float uy = b.u()[down] - b.u()[up];
        float vx = b.v()[right] - b.v()[left];
        float vy = b.v()[down] - b.v()[up];
        float edge = 0.25f * (ux * ux + uy * uy + vx * vx + vy * vy);
        return edge > 0.01f * b2 + steep ? 0 : 1;
    }

    private static float bilinear(float[] d, int w, int x1, int x2, int y1, int y2, float ax, float ay) {
        float top = (1 - ax) * d[y1 * w + x1] + ax * d[y1 * w + x2];
        float bottom = (1 - ax) * d[y2 * w + x1] + ax * d[y2 * w + x2];
        return (1 - ay) * top + ay * bottom;
    }

    /** Smooths, then clips to 0..1: what was negative before has spread outward. */
    private static Plane smooth(Plane raw, Rows rows) {
        int w = raw.width();
        int h = raw.height();
        int r = GAUSSIAN.length / 2;
        float[] across = new float[w * h];
        rows.each(h, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < w; x++) {
                    across[y * w + x] = x >= r && x < w - r ? weigh(raw.data(), y * w + x, 1) : weighMirrored(raw.data(), y * w, 1, x, w);
                }
            }
        });
        Plane result = new Plane(w, h);
        rows.each(h, (from, to) -> {
            for (int y = from; y < to; y++) {
                for (int x = 0; x < w; x++) {
                    float sum = y >= r && y < h - r ? weigh(across, y * w + x, w) : weighMirrored(across, x, w, y, h);
                    result.data()[y * w + x] = Math.min(1f, Math.max(0f, sum));
                }
            }
        });
        return result;
    }

    /** The weighted sum around an index, along a row (step 1) or a column (step width). */
    private static float weigh(float[] d, int i, int step) {
        float sum = 0;
        for (int k = 0, at = i - GAUSSIAN.length / 2 * step; k < GAUSSIAN.length; k++, at += step) {
            sum += GAUSSIAN[k] * d[at];
        }
        return sum;
    }

    /** The same near the end of a line of {@code n} values that begins at {@code first}. */
    private static float weighMirrored(float[] d, int first, int step, int i, int n) {
        int r = GAUSSIAN.length / 2;
        float sum = 0;
        for (int k = -r; k <= r; k++) {
            sum += GAUSSIAN[k + r] * d[first + mirror(i + k, n) * step];
        }
        return sum;
    }

    /** Reflects an index at the picture's edge, the edge pixel repeated: -1 is 0, n is n - 1. */
    private static int mirror(int i, int n) {
        int j = i < 0 ? -1 - i : i >= n ? 2 * n - 1 - i : i;
        return Math.min(Math.max(j, 0), n - 1);
    }

    private static float[] gaussian(float sigma, int precision) {
        int r = (int) Math.ceil(sigma * precision);
        double[] g = new double[2 * r + 1];
        double sum = 0;
        for (int i = -r; i <= r; i++) {
            g[i + r] = StrictMath.exp(-i * i / (2.0 * sigma * sigma));
            sum += g[i + r];
        }
        float[] kernel = new float[g.length];
        for (int i = 0; i < g.length; i++) {
            kernel[i] = (float) (g[i] / sum);
        }
        return kernel;
    }
}
