package org.impasto.scene.bake;

/** Looks of common surfaces. */
public final class Materials {
    private Materials() {
    }

    /** One colour with slight unevenness. */
    public static Material plain(Vec colour) {
        return (p, distance, s) -> s.albedo = colour.times(1 + 0.12 * Noise.fbm(p, 3, 2, 1));
    }

    /** A painted, weathered wall. */
    public static Material plaster(Vec colour, int seed) {
        return (p, distance, s) -> {
            double stain = Noise.fbm(p.x() * 0.5, p.y() * 0.22, p.z() * 0.5, 4, 0.6, seed);
            double rough = Noise.fbm(p, 4, 3, seed + 5);
            Vec c = colour.times(1 + 0.20 * stain + 0.16 * rough);
            double bare = Noise.step(0.42, 0.55, Noise.fbm(p, 0.6, 5, seed + 20));
            s.albedo = clamp(c.mix(colour.mix(Vec.of(0.42, 0.36, 0.3), 0.6), 0.7 * bare));
        };
    }

    /** Roof tiles: rows with a shadow line each, every tile of its own tint. */
    public static Material tiles(Vec colour, int seed) {
        return (p, distance, s) -> {
            double row = p.y() / 0.19;
            int r = (int) Math.floor(row);
            double column = (p.x() + 0.6 * p.z()) / 0.26 + 0.5 * (r & 1);
            double tint = Noise.uniform(r, (int) Math.floor(column), 0, seed);
            double moss = Noise.fbm(p, 0.35, 4, seed);
            double line = row - r < 0.22 ? 0.6 : 1;
            Vec c = colour.times((0.72 + 0.5 * tint) * line * (1 + 0.25 * moss));
            s.albedo = clamp(c.mix(Vec.of(0.16, 0.15, 0.07), 0.45 * Noise.step(0.25, 0.6, moss)));
        };
    }

    /** Blocks of stone in courses. */
    public static Material masonry(Vec colour, double course, int seed) {
        return (p, distance, s) -> {
            double row = p.y() / course;
            int r = (int) Math.floor(row);
            double column = (p.x() + p.z()) / (1.9 * course) + 0.5 * (r & 1)
                    + 0.3 * Noise.uniform(r, 3, 1, seed);
            double tint = Noise.uniform(r, (int) Math.floor(column), 2, seed);
            boolean joint = row - r < 0.09 || column - Math.floor(column) < 0.05;
            double rough = Noise.fbm(p, 1.5 / course, 4, seed);
            Vec c = colour.times((0.78 + 0.4 * tint) * (1 + 0.3 * rough) * (joint ? 0.55 : 1));
            s.albedo = clamp(c.mix(Vec.of(0.09, 0.11, 0.05), 0.5 * Noise.step(0.1, 0.6, Noise.fbm(p, 0.4, 3, seed + 3))));
        };
    }

    /** Painted or bare planks along x. */
    public static Material wood(Vec colour, double plank, int seed) {
        return (p, distance, s) -> {
            double row = p.y() / plank;
            int r = (int) Math.floor(row);
            double grain = Noise.fbm(p.x() * 2.2, p.y() * 26, p.z() * 2.2, 3, 0.6, seed);
            double tint = 0.86 + 0.28 * Noise.uniform(r, 0, 0, seed);
            s.albedo = clamp(colour.times(tint * (1 + 0.2 * grain) * (row - r < 0.1 ? 0.6 : 1)));
            s.gloss = 0.05;
        };
    }

    /** Window panes: dark, mirroring the sky. */
    public static Material glass(Vec inside) {
        return (p, distance, s) -> {
            s.albedo = inside;
            s.mirror = 0.09;
        };
    }

    /** Something smooth that takes a highlight. */
    public static Material glossy(Vec colour, double gloss, double shininess) {
        return (p, distance, s) -> {
            s.albedo = clamp(colour.times(1 + 0.1 * Noise.fbm(p, 1.7, 3, 4)));
            s.gloss = gloss;
            s.shininess = shininess;
        };
    }

    /** Leaves: two greens (or what the season makes of them), light shining through. */
    public static Material leaves(Vec light, Vec dark, int seed) {
        return (p, distance, s) -> {
            double t = 0.5 + 0.5 * Noise.fbm(p, 0.45, 2, seed) + 0.35 * Noise.at(p.x() * 5, p.y() * 5, p.z() * 5, seed);
            s.albedo = dark.mix(light, Math.max(0, Math.min(1, t)));
            s.translucency = 0.55;
        };
    }

    /** Cloth in the sun. */
    public static Material cloth(Vec colour, int seed) {
        return (p, distance, s) -> {
            s.albedo = clamp(colour.times(1 + 0.15 * Noise.fbm(p, 1.1, 3, seed)));
            s.translucency = 0.45;
        };
    }

    public static Vec clamp(Vec c) {
        return Vec.of(unit(c.x()), unit(c.y()), unit(c.z()));
    }

    private static double unit(double v) {
        return Math.max(0.003, Math.min(0.95, v));
    }
}
