package org.impasto.train;

import java.util.Random;

/** Affine maps of coordinates from -1 to 1, rows of a 2x3 matrix: where cameras look and how they move. */
final class Cameras {
    private Cameras() {
    }

    /** Where in the photograph the first frame looks, in coordinates of -1 to 1. */
    static double[] look(Random random, double w, double h, int crop) {
        double side = crop + random.nextDouble() * Math.max(0, Math.min(w, h) - crop);
        double sx = side / w;
        double sy = side / h;
        double flip = random.nextBoolean() ? 1 : -1;
        return new double[] {sx * flip, 0, (1 - sx) * (2 * random.nextDouble() - 1), 0, sy, (1 - sy) * (2 * random.nextDouble() - 1)};
    }

    /** A few percent of shift, zoom, shear and turn a frame. */
    static double[] motion(Random random, boolean still) {
        double size = still ? 0 : 1;
        double angle = size * 0.015 * random.nextGaussian();
        double zoom = 1 + size * 0.015 * random.nextGaussian();
        double c = Math.cos(angle) * zoom;
        double s = Math.sin(angle) * zoom;
        return new double[] {c, -s, size * 0.04 * random.nextGaussian(), s, c, size * 0.03 * random.nextGaussian()};
    }

    static double[] scale(double scale) {
        return new double[] {scale, 0, 0, 0, scale, 0};
    }

    static double[] compose(double[] a, double[] b) {
        return new double[] {a[0] * b[0] + a[1] * b[3], a[0] * b[1] + a[1] * b[4], a[0] * b[2] + a[1] * b[5] + a[2],
            a[3] * b[0] + a[4] * b[3], a[3] * b[1] + a[4] * b[4], a[3] * b[2] + a[4] * b[5] + a[5]};
    }
}
