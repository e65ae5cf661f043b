package org.impasto.flow;

import org.impasto.image.BoxBlur;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * The structure tensor of a picture's luma over windows of 7x7: products of central differences (luma from 0 to 1, per pixel), averaged
 * (Förstner and Gülch 1987).
 */
final class StructureTensor {
    private static final int WINDOW = 3;
    private static final float TEXTURED = 1e-7f;
    // Mean square gradients of ground that counts as flat (grain with a deviation of a hundredth has that), and of an edge. An outline with
    // a contrast of a tenth has 7e-4.
    private static final float FLAT = 1e-4f;
    private static final float EDGE = 5e-4f;

    private final Plane xx;
    private final Plane xy;
    private final Plane yy;

    private StructureTensor(Plane xx, Plane xy, Plane yy) {
        this.xx = xx;
        this.xy = xy;
        this.yy = yy;
    }

    static StructureTensor of(Plane luma) {
        int w = luma.width();
        int h = luma.height();
        Plane xx = new Plane(w, h);
        Plane xy = new Plane(w, h);
        Plane yy = new Plane(w, h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float dx = (luma.at(Math.min(x + 1, w - 1), y) - luma.at(Math.max(x - 1, 0), y)) / 2;
                float dy = (luma.at(x, Math.min(y + 1, h - 1)) - luma.at(x, Math.max(y - 1, 0))) / 2;
                xx.data()[y * w + x] = dx * dx;
                xy.data()[y * w + x] = dx * dy;
                yy.data()[y * w + x] = dy * dy;
            }
        }
        return new StructureTensor(BoxBlur.of(xx, WINDOW, Rows.SERIAL), BoxBlur.of(xy, WINDOW, Rows.SERIAL), BoxBlur.of(yy, WINDOW, Rows.SERIAL));
    }

    /**
     * How well patches can be matched, 0 to 1: from the smaller eigenvalue. On flat ground and along straight edges an estimate is a guess,
     * often the motion of something near, and the check against the reverse flow does not see it.
     */
    float[] matchable() {
        float[] result = new float[xx.data().length];
        for (int i = 0; i < result.length; i++) {
            float a = xx.data()[i];
            float b = xy.data()[i];
            float c = yy.data()[i];
            float half = (a + c) / 2;
            float diff = (a - c) / 2;
            float least = Math.max(0, half - (float) Math.sqrt(diff * diff + b * b));
            result[i] = least / (least + TEXTURED);
        }
        return result;
    }

    /** How flat the ground is, 0 (an edge of the picture, where two things may meet) to 1: from the trace. */
    float flatness(int pixel) {
        return Math.min(1, Math.max(0, (EDGE - xx.data()[pixel] - yy.data()[pixel]) / (EDGE - FLAT)));
    }
}
