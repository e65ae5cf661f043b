package org.impasto.flow;

import org.impasto.image.Plane;

/** Shrinks pictures for the flow, and enlarges what comes of it. */
final class Scale {
    private Scale() {
    }

    /** Means of blocks of {@code factor} by {@code factor} pixels; a last block that is not full takes what there is. */
    static Plane down(Plane plane, int factor) {
        if (factor == 1) {
            return plane;
        }
        int w = (plane.width() + factor - 1) / factor;
        int h = (plane.height() + factor - 1) / factor;
        Plane small = new Plane(w, h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int x2 = Math.min((x + 1) * factor, plane.width());
                int y2 = Math.min((y + 1) * factor, plane.height());
                float sum = 0;
                for (int sy = y * factor; sy < y2; sy++) {
                    for (int sx = x * factor; sx < x2; sx++) {
                        sum += plane.at(sx, sy);
                    }
                }
                small.data()[y * w + x] = sum / ((x2 - x * factor) * (y2 - y * factor));
            }
        }
        return small;
    }

    /** A plane enlarged bilinearly, blocks' centres staying where they were. */
    static Plane up(Plane small, int factor, int width, int height) {
        return factor == 1 ? small : new Plane(width, height,
                enlarge(small.data(), small.width(), small.height(), factor, width, height, 1));
    }

    /** A flow field enlarged bilinearly, its displacements multiplied by the factor. */
    static FlowField up(FlowField small, int factor, int width, int height) {
        if (factor == 1) {
            return small;
        }
        return new FlowField(width, height,
                enlarge(small.u(), small.width(), small.height(), factor, width, height, factor),
                enlarge(small.v(), small.width(), small.height(), factor, width, height, factor));
    }

    private static float[] enlarge(float[] in, int w, int h, int factor, int width, int height, float gain) {
        float[] out = new float[width * height];
        for (int y = 0; y < height; y++) {
            float py = Math.min(Math.max((y + 0.5f) / factor - 0.5f, 0), h - 1);
            int y1 = (int) py;
            int y2 = Math.min(y1 + 1, h - 1);
            for (int x = 0; x < width; x++) {
                float px = Math.min(Math.max((x + 0.5f) / factor - 0.5f, 0), w - 1);
                int x1 = (int) px;
                int x2 = Math.min(x1 + 1, w - 1);
                float ax = px - x1;
                float top = in[y1 * w + x1] + ax * (in[y1 * w + x2] - in[y1 * w + x1]);
                float bottom = in[y2 * w + x1] + ax * (in[y2 * w + x2] - in[y2 * w + x1]);
                out[y * width + x] = gain * (top + (py - y1) * (bottom - top));
            }
        }
        return out;
    }
}
