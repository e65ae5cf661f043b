package org.impasto.scene;

import org.impasto.scene.bake.Rng;

/** A flash of lightning: a branching line of light, drawn as glow on nothing (it hides little of what is behind). */
final class Lightning implements Paint {
    /** Four values per stretch: from and to, layer units; and its strength. */
    private final double[][] stretches;
    private int count;

    Lightning(double x, double top, double bottom, long seed) {
        stretches = new double[400][];
        branch(new Rng(seed), x, top, 0, bottom, 1, 0);
    }

    private void branch(Rng rng, double x, double y, double drift, double bottom, double strength, int depth) {
        while (y < bottom && count < stretches.length) {
            double nx = x + drift + rng.between(-6, 6);
            double ny = y + rng.between(4, 10);
            stretches[count++] = new double[] {x, y, nx, ny, strength};
            if (depth < 2 && rng.next() < 0.16) {
                branch(rng, nx, ny, rng.between(-6, 6), Math.min(bottom, ny + rng.between(20, 80)), strength * 0.45,
                        depth + 1);
            }
            x = nx;
            y = ny;
        }
    }

    @Override
    public void sample(double x, double y, double footprint, float[] rgba) {
        double light = 0;
        for (int i = 0; i < count; i++) {
            double[] s = stretches[i];
            if (Math.abs(y - s[1]) < 60 && Math.abs(x - s[0]) < 60) {
                double d = distance(x, y, s);
                light = Math.max(light, s[4] / (1 + d * d * 5) + 0.03 * s[4] / (1 + d * d / 60));
            }
        }
        float v = (float) (4 * light);
        rgba[0] = 0.85f * v;
        rgba[1] = 0.9f * v;
        rgba[2] = 1.1f * v;
        rgba[3] = (float) Math.min(0.45, light);
    }

    private static double distance(double x, double y, double[] s) {
        double dx = s[2] - s[0];
        double dy = s[3] - s[1];
        double t = ((x - s[0]) * dx + (y - s[1]) * dy) / (dx * dx + dy * dy);
        t = Math.max(0, Math.min(1, t));
        double ex = x - s[0] - t * dx;
        double ey = y - s[1] - t * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }
}
