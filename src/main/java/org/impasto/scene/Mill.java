package org.impasto.scene;

import java.util.ArrayList;
import java.util.List;
import org.impasto.media.Rational;
import org.impasto.scene.bake.Clouds;
import org.impasto.scene.bake.Eye;
import org.impasto.scene.bake.Flowers;
import org.impasto.scene.bake.Houses;
import org.impasto.scene.bake.Leaves;
import org.impasto.scene.bake.Material;
import org.impasto.scene.bake.Materials;
import org.impasto.scene.bake.Mesh;
import org.impasto.scene.bake.Noise;
import org.impasto.scene.bake.Pen;
import org.impasto.scene.bake.Plants;
import org.impasto.scene.bake.Rng;
import org.impasto.scene.bake.Sky;
import org.impasto.scene.bake.Stage;
import org.impasto.scene.bake.Terrain;
import org.impasto.scene.bake.Vec;
import org.impasto.scene.bake.Windmill;

/** A windmill at work behind fields of tulips; the camera zooms in and rolls. */
final class Mill {
    private static final int FRAMES = 75;
    private static final Eye EYE = new Eye(Vec.of(0, 2.6, 0), 560, 320, 222);
    private static final Vec FOOT = Vec.of(8.5, 0.9, 62);
    private static final int[] COLOURS = {0xd8262c, 0xf2c218, 0xe2558f, 0xd8262c, 0xf08a1c, 0x7c3f98, 0xf3ead2,
        0xe2558f, 0xf2c218};
    private static final double DEGREES_PER_FRAME = 1.9;

    private final Stage stage = new Stage(EYE, sky(), new Clouds(1100, 2900, 3000, 0.55, 0.006, 5));
    private final Rng rng = new Rng(11);
    private final Material[] petals = new Material[COLOURS.length];

    static Scene scene(double scale, int samples) {
        return new Mill().build(scale, samples);
    }

    private static Sky sky() {
        return new Sky(Vec.of(-0.62, 0.55, -0.45).unit(), Vec.of(2.1, 1.85, 1.45), 0.02, Vec.srgb(0x3f7cc4).times(0.8),
                Vec.srgb(0xcfdbe4).times(0.85), Vec.of(0.3, 0.22, 0.12), Vec.srgb(0x66704c).times(0.5), 1.6e-4);
    }

    private Scene build(double scale, int samples) {
        fields(stage.group("fields"));
        yard(stage.group("yard"));
        Windmill.tower(Pen.on(stage.group("mill"), FOOT, 0, 1));
        Windmill.sails(Pen.on(stage.group("sails"), FOOT, 0, 1));
        Studio studio = new Studio(stage, scale, samples, 1.8);
        Vec axle = FOOT.plus(Vec.of(0, Windmill.AXLE_HEIGHT, Windmill.AXLE_FRONT));
        double x = EYE.column(axle);
        double y = EYE.row(axle);
        Path camera = t -> Affine.about(380, 165, 1.05 * StrictMath.pow(1.0042, t), -3.4 + 0.09 * t);
        Path clouds = t -> Affine.shift(0.35 * t, 0);
        Path turning = t -> Affine.about(x, y, 1, DEGREES_PER_FRAME * t);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(studio.sky(-70, -40, 690, 240), clouds.then(camera)));
        layers.add(new Layer(studio.picture("fields", -40, 180, 690, 400, 0), camera));
        layers.add(new Layer(studio.picture("yard", -40, 60, 690, 260, 0), camera));
        layers.add(new Layer(studio.picture("mill", x - 110, y - 50, x + 110, y + 240, 0), camera));
        layers.add(new Layer(studio.picture("sails", x - 145, y - 145, x + 145, y + 145, 0), turning.then(camera)));
        return new LayeredScene("mill", (int) Math.round(640 * scale), (int) Math.round(360 * scale), scale, FRAMES,
                new Rational(25, 1), layers, Look.FILM);
    }

    private void fields(Mesh mesh) {
        Terrain.mesh(mesh, (x, z) -> Math.min(0, Noise.fbm(x / 9, 0, z / 9, 3, 0.5, 2) * 0.06), -700, 700, 2, 1500, 60,
                80, Terrain.ground(Vec.srgb(0x5f7a38), Vec.srgb(0x77703f), 30, 0.4, 6));
        for (int i = 0; i < petals.length; i++) {
            petals[i] = Materials.leaves(Vec.srgb(COLOURS[i]), Vec.srgb(COLOURS[i]).times(0.6), 30 + i);
        }
        // As many flowers per pixel far away as near, by making them fewer and larger there.
        for (int i = 0; i < 130000; i++) {
            double z = 4 * StrictMath.pow(52 / 4.0, StrictMath.pow(rng.next(), 0.8));
            double x = rng.between(-0.68, 0.68) * z;
            double row = (x + 40) / 0.62;
            int bed = (int) Math.floor(row / 4);
            if (row / 4 - bed > 0.86) {
                continue;
            }
            double size = 0.075 * Math.max(1, z / 12);
            Flowers.tulip(mesh, Vec.of(x, 0, z), rng.between(0.3, 0.42), size, petals[Math.floorMod(bed, petals.length)],
                    Leaves.GREEN, rng);
        }
    }

    private void yard(Mesh mesh) {
        Terrain.mesh(mesh, (x, z) -> {
            double dx = (x - FOOT.x()) / 20;
            double dz = (z - FOOT.z()) / 11;
            return 1.1 * StrictMath.exp(-dx * dx - dz * dz) - 0.15 + 0.1 * Noise.at(x / 3, 0, z / 3, 4);
        }, -80, 90, 52, 82, 120, 40, Terrain.ground(Vec.srgb(0x7c9440), Vec.srgb(0x53702f), 6, 0.5, 9));
        Vec brick = Vec.srgb(0xa9583e);
        Houses.build(Pen.on(mesh, Vec.of(19, 0.4, 65), -12, 0.8), new Houses.Plan(10, 8, 1, brick, Vec.srgb(0xb8613f),
                false, false), rng);
        Houses.build(Pen.on(mesh, Vec.of(-20, 0.1, 72), 14, 0.9), new Houses.Plan(8, 9, 1, Vec.srgb(0xe6dcc6),
                Vec.srgb(0x5d6468), true, false), rng);
        Houses.build(Pen.on(mesh, Vec.of(-33, 0.1, 86), 4, 0.9), new Houses.Plan(12, 9, 1, brick, Vec.srgb(0xa6523a),
                false, false), rng);
        Houses.tower(Pen.on(mesh, Vec.of(-62, 0, 190), 0, 1), 6, 24, Vec.srgb(0x8f6a55), Vec.srgb(0x4a5560), 3);
        for (int i = 0; i < 70; i++) {
            double z = rng.between(90, 260);
            double x = rng.between(-0.65, 0.65) * z;
            Plants.tree(mesh, Vec.of(x, -0.2, z), rng.between(6, 11), 260, rng.next() < 0.5 ? Leaves.GREEN : Leaves.DARK,
                    Leaves.BARK, rng);
        }
        for (int i = 0; i < 11; i++) {
            Plants.cypress(mesh, Vec.of(-42 + 3.6 * i + rng.between(-0.6, 0.6), 0, 84 + rng.between(-2, 2)),
                    rng.between(9, 12.5), rng.between(1.1, 1.6), 2200, Leaves.GREEN, rng);
        }
        for (int i = 0; i < 16; i++) {
            double x = rng.between(-30, 34);
            Plants.clump(mesh, Vec.of(x, 0.4, rng.between(56, 68)), 1.3, 0.8, 1.2, 260, 0.3,
                    rng.next() < 0.6 ? Leaves.GREEN : Leaves.OLIVE, rng);
        }
    }
}
