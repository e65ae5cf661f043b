package org.impasto.scene;

import org.impasto.scene.bake.Leaves;
import org.impasto.scene.bake.Material;
import org.impasto.scene.bake.Materials;
import org.impasto.scene.bake.Mesh;
import org.impasto.scene.bake.Noise;
import org.impasto.scene.bake.Pen;
import org.impasto.scene.bake.Plants;
import org.impasto.scene.bake.Rng;
import org.impasto.scene.bake.Rocks;
import org.impasto.scene.bake.Vec;

/** What lies on the table of the still life. Metres. */
final class Fruit {
    private static final Material ORANGE = peel(Vec.srgb(0xe8801e), Vec.srgb(0xd96a14), 300, 0.25);
    private static final Material LEMON = peel(Vec.srgb(0xf0d030), Vec.srgb(0xd8b020), 250, 0.25);
    private static final Material APPLE = peel(Vec.srgb(0xb82a22), Vec.srgb(0xd8b048), 12, 0.5);
    private static final Material PEAR = peel(Vec.srgb(0xb5b040), Vec.srgb(0xc08a3a), 18, 0.3);
    private static final Material GRAPE = peel(Vec.srgb(0x4a2450), Vec.srgb(0x6a3a5a), 40, 0.7);

    private Fruit() {
    }

    private static Material peel(Vec one, Vec other, double frequency, double gloss) {
        return (p, distance, s) -> {
            double t = Noise.fbm(p, frequency, 3, 9);
            s.albedo = Materials.clamp(one.mix(other, Noise.step(-0.3, 0.5, t)).times(1 + 0.12 * Noise.fbm(p, 9, 2, 3)));
            s.gloss = gloss;
            s.shininess = 45;
            s.mirror = 0.015;
        };
    }

    /** A bowl full of fruit; the pen's origin is under its middle. */
    static void basket(Pen pen, Rng rng) {
        Material bowl = (p, distance, s) -> {
            s.albedo = Materials.clamp(Vec.srgb(0x3f7a78).times(1 + 0.25 * Noise.fbm(p, 20, 4, 3)));
            s.gloss = 0.6;
            s.shininess = 70;
            s.mirror = 0.03;
        };
        pen.lathe(new double[] {0.001, 0.002, 0.075, 0.002, 0.07, 0.02, 0.13, 0.05, 0.185, 0.105, 0.18, 0.105, 0.12, 0.06,
            0.001, 0.04}, 56, bowl);
        double[][] balls = {{-0.09, 0.13, -0.03, 0}, {0.0, 0.125, -0.09, 1}, {0.09, 0.13, -0.02, 0}, {0.02, 0.13, 0.08, 1},
            {-0.03, 0.21, 0.0, 0}, {0.06, 0.2, 0.03, 1}, {-0.1, 0.13, 0.07, 2}};
        for (double[] b : balls) {
            double r = 0.047;
            pen.ball(Vec.of(b[0], b[1], b[2]), r, r * 0.95, r, 32, b[3] == 0 ? ORANGE : b[3] == 1 ? APPLE : LEMON);
        }
        grapes(pen.at(0.13, 0.12, -0.08), rng, 60);
        Plants.clump(pen.mesh(), pen.world(Vec.of(-0.05, 0.24, 0.02)), 0.05, 0.02, 0.04, 8, 0.06, Leaves.GREEN, rng);
    }

    private static void grapes(Pen pen, Rng rng, int count) {
        for (int i = 0; i < count; i++) {
            double t = (i + 0.5) / count;
            double w = 0.045 * (1 - 0.75 * t);
            pen.ball(Vec.of(0.06 * t + rng.between(-w, w), 0.02 - 0.125 * Math.min(1, t * 1.3) + rng.between(0, 0.02),
                    -0.09 * t + rng.between(-w, w)), 0.0135, 0.0145, 0.0135, 14, GRAPE);
        }
    }

    /** Single fruits on the table and the cloth. */
    static void scattered(Mesh mesh, Rng rng) {
        Pen pen = Pen.on(mesh);
        pen.ball(Vec.of(0.13, 0.05, 1.22), 0.048, 0.046, 0.048, 32, ORANGE);
        pen.ball(Vec.of(0.21, 0.042, 1.16), 0.046, 0.043, 0.046, 32, APPLE);
        pen.ball(Vec.of(-0.36, 0.044, 1.30), 0.047, 0.044, 0.047, 32, APPLE);
        Rocks.lump(mesh, Vec.of(-0.27, 0.034, 1.20), Vec.of(0.052, 0.034, 0.036), 0.05, 30, LEMON, 3);
        Rocks.lump(mesh, Vec.of(0.60, 0.036, 1.20), Vec.of(0.052, 0.035, 0.036), 0.05, 30, LEMON, 8);
        Pen pear = Pen.on(mesh, Vec.of(-0.44, 0, 1.42), 0, 1);
        pear.lathe(new double[] {0.001, 0.002, 0.03, 0.004, 0.045, 0.03, 0.043, 0.06, 0.026, 0.095, 0.018, 0.115, 0.001,
            0.122}, 32, PEAR);
        pear.bar(Vec.of(0, 0.12, 0), Vec.of(0.01, 0.145, 0), 0.003, 0.003, 6, Leaves.BARK);
        grapes(pen.at(0.30, 0.115, 1.22), rng, 10);
    }
}
