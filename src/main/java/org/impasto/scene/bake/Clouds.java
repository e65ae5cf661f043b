package org.impasto.scene.bake;

/**
 * Heaps of cloud in a flat layer of air, lit by the sun.
 *
 * @param base height of their flat bottoms, metres
 * @param top height that the tallest reach
 * @param size metres from heap to heap
 * @param cover about the share of sky that they cover, 0 to 1
 * @param density share of light that is scattered per metre inside
 */
public record Clouds(double base, double top, double size, double cover, double density, int seed) {
    /** Light of sky and clouds from above the horizon. */
    Vec light(Sky sky, Vec eye, Vec d, int steps) {
        Vec clear = sky.light(d);
        if (d.y() < 0.012) {
            return clear;
        }
        double near = (base - eye.y()) / d.y();
        double far = Math.min((top - eye.y()) / d.y(), near + 9 * (top - base));
        double step = (far - near) / steps;
        // Starting a random part of a step in turns bands into fine noise; the hash keeps it the same each time.
        double t = near + step * Noise.uniform((int) (d.x() * 9973), (int) (d.y() * 9973), steps, seed);
        double open = 1;
        Vec sum = Vec.ZERO;
        double cosine = d.dot(sky.sunDirection());
        double phase = 0.75 + 0.9 * StrictMath.pow(Math.max(0, cosine), 8);
        for (int i = 0; i < steps && open > 0.02; i++, t += step) {
            Vec p = eye.plus(t, d);
            double here = density(p, 6);
            if (here <= 0) {
                continue;
            }
            double kept = StrictMath.exp(-here * density * step);
            double height = (p.y() - base) / (top - base);
            double sun = sunInside(p, sky) * phase;
            Vec lit = sky.sunLight().times(sun * 0.36)
                    .plus(sky.zenith().mix(sky.horizon(), 0.5).times(0.45 + 0.45 * height)).plus(0.08, sky.horizon());
            sum = sum.plus(open * (1 - kept), sky.through(lit, d, t * 0.35));
            open *= kept;
        }
        // Far clouds sink into the haze of the horizon.
        double seen = Noise.step(0.012, 0.05, d.y());
        return clear.mix(clear.times(open).plus(sum), seen);
    }

    private double sunInside(Vec p, Sky sky) {
        double depth = 0;
        double step = (top - base) * 0.09;
        for (int i = 0; i < 4; i++) {
            p = p.plus(step, sky.sunDirection());
            depth += density(p, 3) * step;
            step *= 1.7;
        }
        // The second term stands for light that has been scattered many times.
        return 0.72 * StrictMath.exp(-depth * density) + 0.28 * StrictMath.exp(-0.22 * depth * density);
    }

    /** 0 outside, up to 1 well inside. */
    private double density(Vec p, int octaves) {
        double h = (p.y() - base) / (top - base);
        if (h < 0 || h > 1) {
            return 0;
        }
        double x = p.x() / size;
        double z = p.z() / size;
        double heap = 0.5 + 0.5 * Noise.fbm(x, 0.3, z, 3, 0.5, seed);
        double reach = (heap - (1 - cover)) / Math.max(0.05, cover) * 1.5;
        if (reach <= 0) {
            return 0;
        }
        double profile = Math.min(1, h * 14) * (1 - h / Math.min(1, reach + 0.02));
        if (profile <= 0) {
            return 0;
        }
        double y = p.y() / size;
        double detail = Noise.fbm(x * 4.1, y * 4.1, z * 4.1, octaves, 0.52, seed + 9);
        double d = Math.min(1, reach * 1.3) * profile + 0.42 * detail - 0.16;
        return Math.max(0, Math.min(1, d * 3.2));
    }
}
