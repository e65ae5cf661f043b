package org.impasto.scene;

import java.util.List;
import org.impasto.scene.bake.Clouds;
import org.impasto.scene.bake.Eye;
import org.impasto.scene.bake.Houses;
import org.impasto.scene.bake.Material;
import org.impasto.scene.bake.Materials;
import org.impasto.scene.bake.Mesh;
import org.impasto.scene.bake.Noise;
import org.impasto.scene.bake.Pen;
import org.impasto.scene.bake.Rng;
import org.impasto.scene.bake.Rocks;
import org.impasto.scene.bake.Sky;
import org.impasto.scene.bake.Stage;
import org.impasto.scene.bake.Terrain;
import org.impasto.scene.bake.Vec;
import org.impasto.scene.bake.Water;

/** A lighthouse on a cliff under storm clouds with the last sun on it; lightning lights it up for two frames. */
final class StormCoast {
    private static final Eye EYE = new Eye(Vec.of(0, 9, 0), 600, 320, 218);

    private final Stage stage = new Stage(EYE, sky(), new Clouds(600, 1700, 2300, 0.8, 0.012, 14));
    private final Rng rng = new Rng(17);

    private static Sky sky() {
        return new Sky(Vec.of(-0.80, 0.26, -0.42).unit(), Vec.of(1.9, 1.15, 0.56), 0.02, Vec.srgb(0x3a4a68).times(0.42),
                Vec.srgb(0xb59a86).times(0.42), Vec.of(0.4, 0.2, 0.06), Vec.srgb(0x3d4a50).times(0.5), 2.2e-4);
    }

    static List<Layer> layers(double scale, int samples) {
        return new StormCoast().build(scale, samples);
    }

    private List<Layer> build(double scale, int samples) {
        cliff(stage.group("cliff"));
        skerries(stage.group("skerries"));
        Mesh sea = stage.group("sea");
        sea.quad(Vec.of(-6000, 0, 8), Vec.of(6000, 0, 8), Vec.of(6000, 0, 9000), Vec.of(-6000, 0, 9000), sea());
        Studio studio = new Studio(stage, scale, samples);
        Path camera = t -> Affine.about(420, 200, 1.03 * StrictMath.pow(1.003, t), 0);
        return List.of(new Layer(studio.sky(-40, -10, 680, 225), ((Path) t -> Affine.shift(0.5 * t - 15, 0)).then(camera)),
                new Layer(studio.picture("sea", -30, 216, 680, 365, 0), ((Path) t -> Affine.shear(0.012 * t - 0.3,
                        EYE.horizon())).then(camera)),
                new Layer(studio.picture("cliff", -10, -10, 660, 300, 0), camera),
                new Layer(studio.picture("skerries", -10, 200, 660, 370, 0.2), ((Path) t -> Affine.about(420, 200,
                        StrictMath.pow(1.0012, t), 0)).then(camera)));
    }

    /** Green-grey swell with white crests. */
    private static Material sea() {
        Material ripples = Water.surface(Vec.srgb(0x1e4a50).times(0.8), 0.16, 9, 3);
        return (p, distance, s) -> {
            ripples.paint(p, distance, s);
            double crest = Noise.fbm(p.x() / 26, 0, p.z() / 8, 5, 0.55, 44);
            double fleck = Noise.fbm(p.x() / 1.6, 0, p.z() / 0.8, 3, 0.6, 45);
            double foam = Noise.step(0.28, 0.5, crest + 0.35 * fleck);
            s.albedo = s.albedo.mix(Vec.of(0.75, 0.78, 0.78), foam);
            s.mirror *= 1 - foam;
            s.gloss *= 1 - foam;
        };
    }

    private static double cliffAt(double x, double z) {
        double edge = 12 + 0.16 * (z - 105) + 10 * Noise.at(z / 26, 0, x / 40, 3);
        double in = Noise.step(edge - 13, edge + 16, x + 6 * Noise.fbm(x / 12, 0, z / 12, 4, 0.55, 6));
        double front = Noise.step(84, 104, z + 6 * Noise.fbm(x / 9, 1, z / 9, 4, 0.55, 9) + 5 * Noise.at(x / 14, 0, 1, 2));
        double top = 19 + 5 * Noise.fbm(x / 60, 0, z / 60, 3, 0.5, 5);
        return -2 + top * Math.sqrt(in) * front + 2.2 * Noise.fbm(x / 7, 0, z / 7, 5, 0.55, 8) * in * front;
    }

    private void cliff(Mesh mesh) {
        Terrain.above(-0.4, mesh, StormCoast::cliffAt, -14, 140, 78, 260, 320, 260, rock(Vec.srgb(0x8b8a45), Vec.srgb(0x86776a)));
        double y = cliffAt(41, 118) - 0.6;
        Material paint = (p, distance, s) -> {
            boolean red = (int) Math.floor((p.y() - y) / 4.4) % 2 == 1;
            double stain = Noise.fbm(p.x(), p.y() * 0.3, p.z(), 4, 0.6, 4);
            s.albedo = Materials.clamp((red ? Vec.srgb(0xb83a2c) : Vec.srgb(0xf0eadc)).times(1 + 0.16 * stain));
        };
        Pen pen = Pen.on(mesh, Vec.of(41, y, 118), 0, 1);
        pen.lathe(new double[] {3.3, 0, 2.9, 4, 2.3, 15, 2.05, 20.5, 2.05, 20.6}, 32, paint);
        Material dark = Materials.plain(Vec.srgb(0x2f3236));
        pen.lathe(new double[] {2.0, 20.2, 3.0, 20.4, 3.0, 20.8, 1.5, 20.85}, 32, dark);
        pen.lathe(new double[] {1.5, 20.8, 1.5, 23.2}, 12, (p, distance, s) -> {
            s.albedo = Vec.of(0.2, 0.2, 0.2);
            s.glow = Vec.of(4, 2.9, 1.2);
        });
        pen.lathe(new double[] {1.9, 23.2, 1.6, 23.8, 0.5, 24.7, 0.05, 25.6}, 24, Materials.plain(Vec.srgb(0x9b3528)));
        for (int i = 0; i < 4; i++) {
            pen.box(-0.35, 4 + 4.5 * i, -3.2 + 0.18 * i, 0.35, 5.2 + 4.5 * i, -2, dark);
        }
        Houses.build(Pen.on(mesh, Vec.of(47.5, cliffAt(51, 116) - 1.2, 113), -14, 1), new Houses.Plan(11, 7, 1,
                Vec.srgb(0xece6d8), Vec.srgb(0x4e5358), false, false), rng);
    }

    /** Layered and cracked stone, with something growing where it is flat. */
    private static Material rock(Vec flat, Vec stone) {
        return (p, distance, s) -> {
            double rough = Noise.fbm(p, 0.7, 5, 7);
            double bed = Noise.fbm(p.x() * 0.06, p.y() * 1.3 + 0.5 * rough, p.z() * 0.06, 4, 0.6, 9);
            double crack = Noise.step(0.02, 0.09, Math.abs(Noise.fbm(p.x() * 0.4, p.y() * 0.15, p.z() * 0.4, 4, 0.55, 11)));
            Vec c = stone.times((1 + 0.35 * rough + 0.45 * bed) * (0.5 + 0.5 * crack));
            s.albedo = Materials.clamp(c.mix(flat.times(1 + 0.4 * rough), Noise.step(0.72, 0.88, s.normal.y() + 0.2 * rough)));
            s.bump(Vec.of(Noise.fbm(p, 1.1, 3, 21), 0.9 * Noise.at(0.3 * p.x(), 2.4 * p.y(), 0.3 * p.z(), 22),
                    Noise.fbm(p, 1.1, 3, 23)).times(0.75));
        };
    }

    private void skerries(Mesh mesh) {
        Material bare = rock(Vec.srgb(0x4a443c), Vec.srgb(0x5a4f48));
        Material wet = (p, distance, s) -> {
            bare.paint(p, distance, s);
            s.gloss = 0.25;
            s.shininess = 25;
        };
        double[][] where = {{-17, 46, 6}, {-10, 50, 3.4}, {4, 58, 3}, {-23, 52, 5}, {9, 55, 1.6}, {-4, 44, 1.5}};
        for (double[] w : where) {
            Rocks.lump(mesh, Vec.of(w[0], -0.6, w[1]), Vec.of(w[2], w[2] * 0.55, w[2] * 0.6), 0.6, 110, wet, rng.below(999));
        }
    }
}
