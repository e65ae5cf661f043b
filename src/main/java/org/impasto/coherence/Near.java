package org.impasto.coherence;

import org.impasto.image.BoxBlur;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/** Pixels that are near others. */
final class Near {
    private Near() {
    }

    /**
     * Which pixels have one of a set in the square around them.
     *
     * @param radius pixels to each side, at most 40
     */
    static boolean[] of(boolean[] set, int width, int radius, Rows rows) {
        Plane plane = new Plane(width, set.length / width);
        for (int i = 0; i < set.length; i++) {
            plane.data()[i] = set[i] ? 1 : 0;
        }
        float[] share = BoxBlur.of(plane, radius, rows).data();
        boolean[] near = new boolean[set.length];
        for (int i = 0; i < near.length; i++) {
            // The share of a single pixel is more; less is what running sums leave.
            near[i] = share[i] >= 1e-4f;
        }
        return near;
    }
}
