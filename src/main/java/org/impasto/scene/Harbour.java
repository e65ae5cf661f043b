package org.impasto.scene;

import java.util.ArrayList;
import java.util.List;
import org.impasto.media.Rational;
import org.impasto.scene.bake.Boats;
import org.impasto.scene.bake.Clouds;
import org.impasto.scene.bake.Eye;
import org.impasto.scene.bake.Houses;
import org.impasto.scene.bake.Leaves;
import org.impasto.scene.bake.Materials;
import org.impasto.scene.bake.Mesh;
import org.impasto.scene.bake.Noise;
import org.impasto.scene.bake.Pen;
import org.impasto.scene.bake.People;
import org.impasto.scene.bake.Plants;
import org.impasto.scene.bake.Rng;
import org.impasto.scene.bake.Sky;
import org.impasto.scene.bake.Stage;
import org.impasto.scene.bake.Terrain;
import org.impasto.scene.bake.Vec;
import org.impasto.scene.bake.Water;

/** A small port in the evening sun: the camera glides along the quay, a trawler comes in from the right. */
final class Harbour {
    private static final int FRAMES = 96;
    private static final Vec[] WALLS = {Vec.srgb(0xe8b26a), Vec.srgb(0xd9826a), Vec.srgb(0xf0dcb4), Vec.srgb(0xc9604a),
        Vec.srgb(0xe7c9a0), Vec.srgb(0xa9bfc4), Vec.srgb(0xdf9f86), Vec.srgb(0xf2c879), Vec.srgb(0xb9c6a2)};
    private static final Vec[] ROOFS = {Vec.srgb(0xb5603c), Vec.srgb(0xa6523a), Vec.srgb(0xc27a4e)};
    /** Metres that the camera moves in a frame. */
    private static final double SPEED = 0.05;
    private static final Eye EYE = new Eye(Vec.of(0, 5, 0), 700, 300, 178);

    private final Stage stage = new Stage(EYE, sky(), new Clouds(900, 2300, 2600, 0.48, 0.006, 21));
    private final Rng rng = new Rng(2);

    static Scene scene(double scale, int samples) {
        return new Harbour().build(scale, samples);
    }

    private static Sky sky() {
        return new Sky(Vec.of(-0.72, 0.42, -0.55).unit(), Vec.of(2.15, 1.62, 1.02), 0.02, Vec.srgb(0x4f87c4).times(0.8),
                Vec.srgb(0xd8d6cf).times(0.85), Vec.of(0.5, 0.3, 0.12), Vec.srgb(0x5d6f72).times(0.5), 1.1e-4);
    }

    private Scene build(double scale, int samples) {
        set();
        Studio studio = new Studio(stage, scale, samples);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(studio.sky(-20, -10, 700, 190), t -> Affine.shift(-0.12 * t, 0)));
        layers.add(new Layer(studio.picture("mountains", -20, 40, 690, 180, 0.5), passing(3000)));
        layers.add(new Layer(studio.picture("hill", -20, 10, 700, 200, 0.25), passing(170)));
        // What is seen of smooth water are the things that it mirrors: it moves with them.
        layers.add(new Layer(studio.picture("water", -20, 176, 760, 370, 0), passing(60)));
        layers.add(new Layer(studio.picture("town", -20, 20, 720, 225, 0), passing(84)));
        layers.add(new Layer(studio.picture("moored", -20, 20, 760, 300, 0), passing(46)));
        layers.add(new Layer(studio.picture("trawler", 560, 90, 1010, 320, 0), trawler()));
        layers.add(new Layer(studio.picture("branch", -60, -60, 1200, 160, 1.4), passing(5)));
        return new LayeredScene("harbour", (int) Math.round(640 * scale), (int) Math.round(360 * scale), scale, FRAMES,
                new Rational(30000, 1001), layers, Look.FILM);
    }

    /** How a card at a distance moves as the camera passes. */
    private static Path passing(double metres) {
        return t -> Affine.shift(-SPEED * EYE.focal() * t / metres, 0);
    }

    private static Path trawler() {
        return t -> {
            double bob = 1.2 * StrictMath.sin(t * 0.13);
            double roll = 0.5 * StrictMath.sin(t * 0.11 + 1);
            return Affine.about(767, 308, 1, roll).then(Affine.shift(-5.2 * t, bob));
        };
    }

    private void set() {
        mountains(stage.group("mountains"));
        hill(stage.group("hill"));
        town(stage.group("town"));
        moored(stage.group("moored"));
        Mesh water = stage.group("water");
        water.quad(Vec.of(-4000, 0, 2), Vec.of(4000, 0, 2), Vec.of(4000, 0, 6000), Vec.of(-4000, 0, 6000),
                Water.surface(Vec.srgb(0x1f4a52).times(0.6), 0.05, 2.6, 4));
        Boats.trawler(Pen.on(stage.group("trawler"), Vec.of(18, 0, 27), 180, 1), 0, rng);
        branch(stage.group("branch"));
    }

    private static void mountains(Mesh mesh) {
        Terrain.Height height = (x, z) -> {
            double far = Noise.step(1700, 3200, z);
            return -40 + far * (160 + 620 * Noise.ridged(x / 1500 + 3.1, z / 1500, 7, 12))
                    * (0.65 + 0.5 * Noise.at(x / 2600, 0, 1.7, 3));
        };
        Terrain.mesh(mesh, height, -2200, 2600, 1600, 5200, 300, 160, Terrain.alpine(Vec.srgb(0x6d8050),
                Vec.srgb(0x3f5a3c), Vec.srgb(0x8b8078), 5000, 90, 4));
    }

    private void hill(Mesh mesh) {
        Terrain.Height height = Harbour::hillAt;
        Terrain.mesh(mesh, height, -190, 250, 92, 460, 130, 90, Terrain.ground(Vec.srgb(0x8d9450), Vec.srgb(0x5d7340),
                25, 1.5, 3));
        for (int i = 0; i < 210; i++) {
            double z = rng.between(112, 360);
            double x = rng.between(-0.5, 0.65) * z;
            Vec foot = Vec.of(x, hillAt(x, z) - 0.3, z);
            double kind = rng.next();
            if (kind < 0.28) {
                Plants.cypress(mesh, foot, rng.between(7, 12), rng.between(1, 1.5), 260, Leaves.DARK, rng);
            } else {
                Plants.tree(mesh, foot, rng.between(5, 9), 380, kind < 0.65 ? Leaves.OLIVE : Leaves.GREEN, Leaves.BARK, rng);
            }
        }
        for (int i = 0; i < 26; i++) {
            double z = rng.between(112, 230);
            double x = rng.between(-0.42, 0.5) * z;
            house(mesh, x, hillAt(x + 3, z) - 1, z, 2 + rng.below(2), rng.between(-25, 25), false);
        }
    }

    private static double hillAt(double x, double z) {
        double rise = Noise.step(92, 330, z);
        double shape = 44 + 26 * Noise.fbm(x / 120, 0, z / 150, 4, 0.5, 31) - 0.16 * x;
        return 1.2 + rise * shape * (1 - Noise.step(20, 150, x) * 0.85);
    }

    private void town(Mesh mesh) {
        Pen pen = Pen.on(mesh);
        pen.box(-80, -2, 78, 110, 1.3, 92, Materials.masonry(Vec.srgb(0x9c9080), 0.55, 3));
        pen.box(-80, 1.3, 78, 110, 1.5, 78.6, Materials.plain(Vec.srgb(0xb9ae9a)));
        double x = -42;
        while (x < 62) {
            double width = house(mesh, x, 1.3, 84 + rng.between(-0.6, 1.5), 2 + rng.below(3), 0, rng.next() < 0.5);
            x += width + (rng.next() < 0.14 ? rng.between(1, 2.2) : 0.02);
        }
        x = -38;
        while (x < 50) {
            x += 0.3 + house(mesh, x, 4 + 3.5 * rng.next(), 99, 2 + rng.below(3), 0, false);
        }
        Houses.tower(Pen.on(mesh, Vec.of(14, 1.3, 95), 0, 1), 5, 25, Vec.srgb(0xd9bf95), ROOFS[0], 9);
        for (int i = 0; i < 26; i++) {
            People.figure(Pen.on(mesh, Vec.of(rng.between(-28, 46), 1.3, rng.between(79.5, 82.5)), rng.between(0, 360),
                    1), rng.between(1.55, 1.85), Materials.clamp(Vec.of(rng.next(), rng.next(), rng.next()).times(0.7)),
                    Vec.srgb(0x3a3f4c));
        }
        for (int i = 0; i < 11; i++) {
            Plants.tree(mesh, Vec.of(-34 + 8.6 * i + rng.between(-2, 2), 1.3, 81.5), rng.between(3.5, 5), 700,
                    Leaves.GREEN, Leaves.BARK, rng);
        }
    }

    private double house(Mesh mesh, double x, double y, double z, int storeys, double degrees, boolean shop) {
        double width = rng.between(4.6, 8.2);
        Houses.build(Pen.on(mesh, Vec.of(x, y, z), degrees, 1), new Houses.Plan(width, rng.between(7, 10), storeys,
                rng.pick(WALLS), rng.pick(ROOFS), rng.next() < 0.25, shop), rng);
        return width;
    }

    private void moored(Mesh mesh) {
        Vec[] sides = {Vec.srgb(0xf0ece0), Vec.srgb(0x2d5f7d), Vec.srgb(0xe9e3d2), Vec.srgb(0xb8432f),
            Vec.srgb(0xefe9da)};
        Vec[] stripes = {Vec.srgb(0x2a5c86), Vec.srgb(0xe6c35c), Vec.srgb(0x3d7a5a), Vec.srgb(0xf2ead8),
            Vec.srgb(0xa83a2c)};
        double[] where = {-17, -9, 2.5, 13.5, 25};
        for (int i = 0; i < where.length; i++) {
            Boats.sloop(Pen.on(mesh, Vec.of(where[i], 0, 46 + (i % 2) * 8 + rng.between(-1, 1)),
                    i % 3 == 1 ? 165 : rng.between(-20, 14), 1), 0, sides[i], stripes[i],
                    i == 2 ? Vec.srgb(0xd98f5c) : Vec.srgb(0xefe5cc), i == 2);
        }
    }

    /** Leaves and blossoms close to the lens, at the upper edge. */
    private void branch(Mesh mesh) {
        var leaf = Materials.leaves(Vec.srgb(0x7ca04a), Vec.srgb(0x2f5524), 7);
        var blossom = Materials.leaves(Vec.srgb(0xe2568c), Vec.srgb(0xb03a72), 8);
        var bark = Materials.plain(Vec.srgb(0x4d3a2c));
        Pen pen = Pen.on(mesh);
        Vec from = Vec.of(0.4, 6.7, 5);
        for (int i = 0; i < 8; i++) {
            Vec to = Vec.of(0.2 + i * 0.5, 6.32 - 0.1 * rng.next() - 0.012 * i * i, 5 + rng.between(-0.2, 0.2));
            pen.bar(from, to, 0.02, 0.015, 6, bark);
            Plants.clump(mesh, to, 0.28, 0.14, 0.2, 60, 0.12, leaf, rng);
            Plants.clump(mesh, to.plus(Vec.of(rng.between(-0.2, 0.2), -0.1, 0)), 0.16, 0.09, 0.1, 26, 0.06, blossom, rng);
            from = to;
        }
    }
}
