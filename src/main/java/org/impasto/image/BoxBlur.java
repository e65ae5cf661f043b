package org.impasto.image;

/** Local means over square windows, computed with running sums: the cost does not depend on the window. */
public final class BoxBlur {
    private BoxBlur() {
    }

    /**
     * The mean of each pixel's window of {@code 2 * radius + 1} pixels a side; at the edges the part of the window that is
     * inside the picture counts.
     */
    public static Plane of(Plane plane, int radius, Rows rows) {
        int w = plane.width();
        int h = plane.height();
        float[] across = new float[w * h];
        rows.each(h, (from, to) -> {
            for (int y = from; y < to; y++) {
                row(plane.data(), across, y * w, w, radius);
            }
        });
        Plane result = new Plane(w, h);
        rows.each(w, (from, to) -> columns(across, result.data(), w, h, radius, from, to));
        return result;
    }

    /** The same with windows that fall off to their edges, twice as wide: two boxes are a tent. */
    public static Plane tent(Plane plane, int radius, Rows rows) {
        return of(of(plane, radius, rows), radius, rows);
    }

    /** The same of each channel. */
    public static Image tent(Image image, int radius, Rows rows) {
        return image.map(channel -> tent(channel, radius, rows));
    }

    private static void row(float[] in, float[] out, int start, int n, int r) {
        double sum = 0;
        int right = Math.min(r, n - 1);
        for (int i = 0; i <= right; i++) {
            sum += in[start + i];
        }
        int left = 0;
        for (int i = 0; i < n; i++) {
            out[start + i] = (float) (sum / (right - left + 1));
            if (i + r + 1 < n) {
                right++;
                sum += in[start + right];
            }
            if (i - r >= 0) {
                sum -= in[start + left];
                left++;
            }
        }
    }

    private static void columns(float[] in, float[] out, int w, int h, int r, int from, int to) {
        double[] sum = new double[to - from];
        int bottom = Math.min(r, h - 1);
        for (int y = 0; y <= bottom; y++) {
            for (int x = from; x < to; x++) {
                sum[x - from] += in[y * w + x];
            }
        }
        int top = 0;
        for (int y = 0; y < h; y++) {
            float scale = 1f / (bottom - top + 1);
            for (int x = from; x < to; x++) {
                out[y * w + x] = (float) sum[x - from] * scale;
            }
            if (y + r + 1 < h) {
                bottom++;
                for (int x = from; x < to; x++) {
                    sum[x - from] += in[bottom * w + x];
                }
            }
            if (y - r >= 0) {
                for (int x = from; x < to; x++) {
                    sum[x - from] -= in[top * w + x];
                }
                top++;
            }
        }
    }
}
