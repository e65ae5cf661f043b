package org.impasto.scene;

import java.util.List;
import org.impasto.scene.bake.Boats;
import org.impasto.scene.bake.Clouds;
import org.impasto.scene.bake.Eye;
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
import org.impasto.scene.bake.Water;

/** Snowy mountains over a lake in the morning; the camera moves sideways past spruces on the near shore. */
final class AlpineLake {
    private static final Eye EYE = new Eye(Vec.of(0, 3.5, 0), 560, 320, 195);
    private static final double SPEED = 0.06;

    private final Stage stage = new Stage(EYE, sky(), new Clouds(1700, 3000, 3200, 0.42, 0.005, 77));
    private final Rng rng = new Rng(31);

    private static Sky sky() {
        return new Sky(Vec.of(0.75, 0.42, -0.30).unit(), Vec.of(2.2, 1.75, 1.25), 0.02, Vec.srgb(0x3a6fb5).times(0.8),
                Vec.srgb(0xd6dde2).times(0.85), Vec.of(0.3, 0.2, 0.1), Vec.srgb(0x4c5a50).times(0.5), 8e-5);
    }

    static List<Layer> layers(double scale, int samples) {
        return new AlpineLake().build(scale, samples);
    }

    private List<Layer> build(double scale, int samples) {
        massif(stage.group("mountains"));
        forest(stage.group("forest"));
        shore(stage.group("shore"));
        Mesh lake = stage.group("lake");
        lake.quad(Vec.of(-3000, 0, 2), Vec.of(3000, 0, 2), Vec.of(3000, 0, 3000), Vec.of(-3000, 0, 3000),
                Water.surface(Vec.srgb(0x1c5660).times(0.7), 0.022, 2.2, 6));
        Studio studio = new Studio(stage, scale, samples);
        return List.of(new Layer(studio.sky(-15, -10, 690, 215), t -> Affine.shift(-0.1 * t, 0)),
                new Layer(studio.picture("mountains", -10, 0, 690, 202, 0.3), passing(1600)),
                new Layer(studio.picture("lake", -10, 193, 720, 370, 0), passing(260)),
                new Layer(studio.picture("forest", -10, 100, 700, 222, 0), passing(180)),
                new Layer(studio.picture("shore", -10, -10, 1000, 370, 0.3), passing(11)));
    }

    private static Path passing(double metres) {
        return t -> Affine.shift(-SPEED * EYE.focal() * t / metres, 0);
    }

    private static void massif(Mesh mesh) {
        Terrain.Height height = (x, z) -> {
            double rise = Noise.step(350, 1900, z);
            double valley = Math.min(1, 0.28 + Math.abs(x + 80) / 900);
            return -20 + rise * (90 + 640 * Noise.ridged(x / 1150 + 0.7, z / 1150 + 4.2, 8, 91) * valley
                    + 110 * Noise.at(x / 500, 0, z / 500, 9));
        };
        Terrain.mesh(mesh, height, -1900, 2000, 330, 3400, 340, 240, Terrain.alpine(Vec.srgb(0x74853f),
                Vec.srgb(0x3b5638), Vec.srgb(0x857f7a), 330, 50, 4));
    }

    private static double shoreAt(double x, double z) {
        return 18 * Noise.step(175, 330, z + 26 * Noise.at(x / 60, 0, 0, 3)) + 2.2 * Noise.at(x / 30, 0, z / 30, 5) - 1;
    }

    private void forest(Mesh mesh) {
        Terrain.above(-0.4, mesh, AlpineLake::shoreAt, -220, 260, 150, 420, 140, 70, Terrain.ground(Vec.srgb(0x86924a),
                Vec.srgb(0x55703a), 20, 1.2, 4));
        for (int i = 0; i < 520; i++) {
            double z = rng.between(185, 400);
            double x = rng.between(-0.62, 0.68) * z;
            double y = shoreAt(x, z);
            if (y < 0.4 || Noise.at(x / 38, 0, z / 38, 8) < -0.22) {
                continue;
            }
            Vec foot = Vec.of(x, y - 0.4, z);
            if (rng.next() < 0.16) {
                Plants.tree(mesh, foot, rng.between(8, 13), 260, Leaves.GOLD, Leaves.BARK, rng);
            } else {
                Plants.spruce(mesh, foot, rng.between(13, 25), 260, Leaves.SPRUCE, Leaves.BARK, rng);
            }
        }
    }

    private void shore(Mesh mesh) {
        Material stone = Materials.masonry(Vec.srgb(0x8f8b84), 3, 8);
        Material grass = Terrain.ground(Vec.srgb(0x7d8a3f), Vec.srgb(0xa08a4a), 1.2, 0.15, 2);
        Terrain.above(-0.4, mesh, (x, z) -> 0.5 - 1.1 * Noise.step(12.5, 14.5, z + 1.8 * Noise.at(x / 3, 0, 0.5, 6)
                + 2.3 * Noise.step(-1, 3, x) - 1.2 * Noise.step(5, 8, x)), -9, 20, 6.5, 16, 140, 40, grass);
        for (int i = 0; i < 26; i++) {
            double x = rng.between(-8, 16);
            double r = rng.between(0.12, 0.55);
            Rocks.lump(mesh, Vec.of(x, 0.15, rng.between(11, 13.4)), Vec.of(r * 1.4, r, r), 0.5, 22, stone,
                    rng.below(999));
        }
        for (int i = 0; i < 130; i++) {
            Plants.clump(mesh, Vec.of(rng.between(-8, 16), 0.6, rng.between(9, 12.6)), 0.25, 0.2, 0.2, 40, 0.12,
                    rng.next() < 0.7 ? Leaves.OLIVE : Leaves.RUST, rng);
        }
        Plants.spruce(mesh, Vec.of(-5.9, 0.2, 11.6), 8.5, 15000, Leaves.SPRUCE, Leaves.BARK, rng);
        Plants.spruce(mesh, Vec.of(8.4, 0.2, 11.6), 8, 14000, Leaves.SPRUCE, Leaves.BARK, rng);
        Plants.spruce(mesh, Vec.of(10.2, 0.2, 10.8), 5, 9000, Leaves.SPRUCE, Leaves.BARK, rng);
        Boats.dinghy(Pen.on(mesh, Vec.of(2.4, 0.05, 13.6), 14, 1), Vec.srgb(0xb5432e), Vec.srgb(0xe9dcc0));
    }
}
