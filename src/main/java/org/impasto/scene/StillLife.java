package org.impasto.scene;

import java.util.ArrayList;
import java.util.List;
import org.impasto.media.Rational;
import org.impasto.scene.bake.Clouds;
import org.impasto.scene.bake.Eye;
import org.impasto.scene.bake.Flowers;
import org.impasto.scene.bake.Leaves;
import org.impasto.scene.bake.Material;
import org.impasto.scene.bake.Materials;
import org.impasto.scene.bake.Mesh;
import org.impasto.scene.bake.Noise;
import org.impasto.scene.bake.Pen;
import org.impasto.scene.bake.Plants;
import org.impasto.scene.bake.Rng;
import org.impasto.scene.bake.Rocks;
import org.impasto.scene.bake.Sky;
import org.impasto.scene.bake.Stage;
import org.impasto.scene.bake.Terrain;
import org.impasto.scene.bake.Vec;

/** Sunflowers and fruit before an open window: a locked camera, clouds and a tree move outside; a subtitle. */
final class StillLife {
    private static final int FRAMES = 75;
    /** Frames at which the subtitle begins to appear and is gone. */
    private static final int FROM = 15;
    private static final int TO = 58;
    private static final Eye EYE = new Eye(Vec.of(0, 0.44, 0), 640, 320, 112);
    private static final double WALL = 2.3;

    private final Stage stage = new Stage(EYE, sky(), new Clouds(900, 2300, 2300, 0.5, 0.006, 61));
    private final Rng rng = new Rng(4);

    static Scene scene(double scale, int samples) {
        return new StillLife().build(scale, samples);
    }

    private static Sky sky() {
        return new Sky(Vec.of(-0.80, 0.52, -0.42).unit(), Vec.of(1.9, 1.55, 1.1), 0.06, Vec.srgb(0x4f86c2).times(0.8),
                Vec.srgb(0xcfd9de).times(0.85), Vec.of(0.2, 0.15, 0.1), Vec.srgb(0x6a5844).times(0.4), 1.5e-4);
    }

    private Scene build(double scale, int samples) {
        outside(stage.group("hills"));
        poplar(stage.group("tree"));
        room(stage.group("room"));
        curtain(stage.group("curtain"));
        table(stage.group("table"));
        Studio studio = new Studio(stage, scale, samples);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(studio.sky(-10, -10, 680, 160), t -> Affine.shift(-0.3 * t, 0)));
        layers.add(new Layer(studio.picture("hills", -10, 40, 400, 210, 0.6), Path.STILL));
        layers.add(new Layer(studio.picture("tree", -10, -40, 400, 180, 0.5), t -> Affine.shear(
                0.030 * StrictMath.sin(0.16 * t), 150)));
        layers.add(new Layer(studio.picture("room", -10, -10, 650, 370, 0.4), Path.STILL));
        layers.add(new Layer(studio.picture("curtain", 200, -40, 460, 330, 0.3), t -> Affine.shear(
                0.016 * StrictMath.sin(0.11 * t + 0.5), -20)));
        layers.add(new Layer(studio.picture("table", -10, -10, 650, 370, 0), Path.STILL));
        layers.add(new Layer(Subtitle.picture("The light is still here.", 320, 326, 20, 1.4 * scale), Path.STILL,
                t -> Noise.step(FROM - 1.5, FROM + 1.5, t) * (1 - Noise.step(TO - 1.5, TO + 1.5, t))));
        return new LayeredScene("subtitle", (int) Math.round(640 * scale), (int) Math.round(360 * scale), scale, FRAMES,
                new Rational(25, 1), layers, Look.FILM);
    }

    private void outside(Mesh mesh) {
        Terrain.mesh(mesh, (x, z) -> -9 + 0.035 * z + 14 * Noise.fbm(x / 130, 0, z / 130, 4, 0.5, 12) * Noise.step(30, 200, z),
                -420, 260, 24, 700, 120, 90, Terrain.ground(Vec.srgb(0x9aa04e), Vec.srgb(0x567438), 40, 3, 4));
        for (int i = 0; i < 90; i++) {
            double z = rng.between(70, 420);
            double x = rng.between(-0.52, 0.12) * z;
            Plants.tree(mesh, Vec.of(x, -10 + 0.035 * z + 14 * Noise.fbm(x / 130, 0, z / 130, 4, 0.5, 12), z),
                    rng.between(7, 12), 240, rng.next() < 0.6 ? Leaves.GREEN : Leaves.DARK, Leaves.BARK, rng);
        }
    }

    private void poplar(Mesh mesh) {
        Plants.tree(mesh, Vec.of(-5.6, -4, 21), 9, 10000, Leaves.GREEN, Leaves.BARK, rng);
    }

    /** The wall with its window, built of what is around the opening. */
    private void room(Mesh mesh) {
        Pen pen = Pen.on(mesh);
        Material wall = Materials.plaster(Vec.srgb(0xb9a98c), 14);
        Material frame = Materials.wood(Vec.srgb(0xd8d0bc), 3, 5);
        double left = -0.95;
        double right = 0.02;
        double sill = 0.22;
        double back = WALL + 0.16;
        pen.box(-4, -1, WALL, left, 3, back, wall);
        pen.box(right, -1, WALL, 4, 3, back, wall);
        pen.box(left, -1, WALL, right, sill, back, wall);
        pen.box(left - 0.04, sill, WALL - 0.06, right + 0.04, sill + 0.03, back, frame);
        double middle = (left + right) / 2;
        double z = WALL + 0.07;
        for (double x : new double[] {left + 0.02, middle, right - 0.02}) {
            pen.box(x - 0.025, sill, z, x + 0.025, 3, z + 0.05, frame);
        }
        pen.box(left, 0.60, z + 0.01, right, 0.63, z + 0.04, frame);
        pen.box(left - 0.07, sill, WALL - 0.03, left, 3, WALL, frame);
        pen.box(right, sill, WALL - 0.03, right + 0.07, 3, WALL, frame);
        picture(pen.at(0.62, 0.33, WALL - 0.03));
    }

    /** A framed seascape on the wall. */
    private static void picture(Pen pen) {
        Material gold = Materials.glossy(Vec.srgb(0xa67c3a), 0.3, 20);
        pen.box(-0.05, -0.05, -0.02, 0.61, 0.47, 0.03, gold);
        pen.box(-0.01, -0.01, -0.03, 0.57, 0.43, 0, Materials.plain(Vec.srgb(0x5a4020)));
        pen.quad(Vec.of(0, 0, -0.031), Vec.of(0.56, 0, -0.031), Vec.of(0.56, 0.42, -0.031), Vec.of(0, 0.42, -0.031),
                (p, distance, s) -> {
                    double brush = Noise.fbm(p.x() * 9, p.y() * 30, 0, 4, 0.6, 3);
                    double y = (p.y() - 0.33) / 0.42 + 0.05 * brush;
                    Vec sky = Vec.srgb(0xd8b070).mix(Vec.srgb(0x5f86a0), Noise.step(0.45, 0.95, y + 0.1 * brush));
                    Vec sea = Vec.srgb(0x2a5866).mix(Vec.srgb(0xa9a878), Noise.step(0.1, 0.6, brush));
                    s.albedo = Materials.clamp(y > 0.4 ? sky : sea).times(0.8);
                });
    }

    /** Muslin that stirs in the draught. */
    private static void curtain(Mesh mesh) {
        int n = 60;
        Pen pen = Pen.on(mesh);
        Material cloth = (p, distance, s) -> {
            s.albedo = Vec.srgb(0xd9a878);
            s.translucency = 0.9;
        };
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 20; j++) {
                pen.quad(fold(i, j, n), fold(i + 1, j, n), fold(i + 1, j + 1, n), fold(i, j + 1, n), cloth);
            }
        }
    }

    private static Vec fold(int i, int j, int n) {
        double u = (double) i / n;
        double v = (double) j / 20;
        double wave = 0.017 * StrictMath.sin(u * 34 + 2.5 * StrictMath.sin(u * 7)) * (0.6 + 0.4 * v);
        double gather = 1 - 0.25 * StrictMath.exp(-(v - 0.55) * (v - 0.55) * 14);
        return Vec.of(0.18 - 0.30 * u * gather, 1.5 - 1.75 * v, WALL - 0.12 + wave);
    }

    private void table(Mesh mesh) {
        Pen pen = Pen.on(mesh);
        Material board = Materials.wood(Vec.srgb(0x7a4e2c), 9, 3);
        pen.box(-2, -0.05, 1.02, 2, 0, 2.05, (p, distance, s) -> {
            double plank = p.z() / 0.17;
            double grain = Noise.fbm(p.x() * 3, plank * 14, 0, 4, 0.6, 4);
            s.albedo = Materials.clamp(Vec.srgb(0x8a5a33).times(1 + 0.3 * grain
                    + 0.2 * (Noise.uniform((int) Math.floor(plank), 0, 0, 3) - 0.5)).times(
                            plank - Math.floor(plank) < 0.04 ? 0.4 : 1));
            s.gloss = 0.12;
            s.shininess = 25;
        });
        linen(pen);
        Fruit.basket(Pen.on(mesh, Vec.of(0.42, 0.0, 1.45), 0, 1), rng);
        Fruit.scattered(mesh, rng);
        vase(mesh);
        jug(Pen.on(mesh, Vec.of(-0.62, 0, 1.62), 0, 1));
        pen.box(-0.18, 0, 1.16, 0.06, 0.022, 1.30, board);
        Rocks.lump(mesh, Vec.of(-0.07, 0.065, 1.23), Vec.of(0.10, 0.05, 0.055), 0.16, 40, (p, distance, s) -> {
            double crust = Noise.fbm(p, 30, 4, 5);
            s.albedo = Materials.clamp(Vec.srgb(0xb87a3a).times(1 + 0.5 * crust).mix(Vec.srgb(0xead6b0),
                    Noise.step(0.3, 0.5, Noise.fbm(p, 22, 3, 8))));
        }, 3);
    }

    /** A cloth with folds, laid over a corner of the table. */
    private static void linen(Pen pen) {
        Material cloth = (p, distance, s) -> {
            boolean stripe = Math.abs((p.x() * 0.8 + p.z() * 0.6) * 9 % 1) < 0.12;
            s.albedo = (stripe ? Vec.srgb(0x5a7fa8) : Vec.srgb(0xe9e4d8)).times(1 + 0.1 * Noise.fbm(p, 60, 2, 4));
        };
        int n = 90;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                pen.quad(linen(i, j, n), linen(i + 1, j, n), linen(i + 1, j + 1, n), linen(i, j + 1, n), cloth);
            }
        }
    }

    private static Vec linen(int i, int j, int n) {
        double u = (double) i / n;
        double v = (double) j / n;
        double x = 0.02 + 0.92 * u + 0.12 * v + 0.03 * StrictMath.sin(v * 6);
        double z = 1.60 - 0.66 * v + 0.05 * StrictMath.sin(u * 5);
        double ridge = Math.max(0, Noise.fbm(x * 4 + z * 3, 0.2, z * 2, 3, 0.5, 23));
        double y = 0.006 + 0.05 * ridge * ridge * 4;
        return z < 1.02 ? Vec.of(x, y - (1.02 - z) * 2.2, 1.015 - 0.03 * StrictMath.sin(x * 26)) : Vec.of(x, y, z);
    }

    private void vase(Mesh mesh) {
        Pen pen = Pen.on(mesh, Vec.of(-0.16, 0, 1.62), 0, 1);
        pen.lathe(new double[] {0.001, 0.003, 0.065, 0.003, 0.085, 0.03, 0.105, 0.10, 0.095, 0.17, 0.062, 0.225, 0.058, 0.24,
            0.072, 0.262, 0.066, 0.262, 0.05, 0.23}, 48, (p, distance, s) -> {
                double y = p.y();
                boolean band = y > 0.085 && y < 0.15;
                double angle = StrictMath.atan2(p.x() + 0.16, p.z() - 1.62);
                double motif = StrictMath.sin(angle * 9) * StrictMath.sin((y - 0.085) * 48);
                Vec c = band && motif > 0.25 ? Vec.srgb(0x2c4f92) : Vec.srgb(0xe6e3da);
                s.albedo = y > 0.155 && y < 0.163 || y > 0.072 && y < 0.08 ? Vec.srgb(0x2c4f92) : c;
                s.gloss = 0.8;
                s.shininess = 120;
                s.mirror = 0.03;
            });
        Material petal = Materials.leaves(Vec.srgb(0xf7c22a), Vec.srgb(0xe0891a), 40);
        Material middle = (p, distance, s) -> s.albedo = Materials.clamp(Vec.srgb(0x5a3418).times(1 + 0.8
                * Noise.fbm(p, 120, 2, 3)));
        double[][] heads = {{-0.13, 0.43, -0.03, 0.095}, {0.02, 0.50, 0.02, 0.10}, {0.15, 0.40, -0.04, 0.09},
            {-0.02, 0.36, -0.12, 0.10}, {-0.20, 0.33, 0.02, 0.08}, {0.11, 0.54, 0.10, 0.085}, {-0.12, 0.56, 0.07, 0.085},
            {0.20, 0.31, 0.02, 0.075}};
        for (double[] h : heads) {
            Vec centre = pen.world(Vec.of(h[0], h[1], h[2]));
            pen.bar(Vec.of(h[0] * 0.15, 0.2, 0), Vec.of(h[0], h[1] - 0.01, h[2] + 0.02), 0.008, 0.006, 6, Leaves.GREEN);
            Flowers.sunflower(mesh, centre, Vec.of(h[0] * 2.2 - 0.2, 0.15 + (h[1] - 0.4), -0.9), h[3], petal, middle, rng);
        }
        for (int i = 0; i < 9; i++) {
            Plants.clump(mesh, pen.world(Vec.of(rng.between(-0.17, 0.17), rng.between(0.27, 0.42), rng.between(-0.02, 0.1))),
                    0.07, 0.06, 0.06, 16, 0.09, i % 3 == 0 ? Leaves.OLIVE : Leaves.GREEN, rng);
        }
    }

    private static void jug(Pen pen) {
        Material copper = (p, distance, s) -> {
            s.albedo = Materials.clamp(Vec.srgb(0xb4653a).times(1 + 0.25 * Noise.fbm(p, 14, 4, 3)));
            s.gloss = 0.9;
            s.shininess = 60;
            s.mirror = 0.10;
        };
        pen.lathe(new double[] {0.001, 0.003, 0.085, 0.003, 0.11, 0.05, 0.115, 0.11, 0.09, 0.19, 0.06, 0.25, 0.062, 0.29,
            0.08, 0.315, 0.074, 0.315, 0.05, 0.27}, 48, copper);
        for (int i = 0; i < 14; i++) {
            double a = Math.PI * (i / 14.0) - Math.PI / 2;
            double b = Math.PI * ((i + 1) / 14.0) - Math.PI / 2;
            pen.bar(Vec.of(-0.07 - 0.09 * StrictMath.cos(a), 0.19 + 0.1 * StrictMath.sin(a), 0),
                    Vec.of(-0.07 - 0.09 * StrictMath.cos(b), 0.19 + 0.1 * StrictMath.sin(b), 0), 0.012, 0.012, 8, copper);
        }
    }
}
