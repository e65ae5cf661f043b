package org.impasto.scene;

import java.util.List;
import org.impasto.media.Rational;
import org.impasto.scene.bake.Clouds;
import org.impasto.scene.bake.Eye;
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

/** Hills, cypresses and a farm in the evening, on grainy film, while the exposure wanders; the camera drifts past. */
final class Hills {
    private static final int FRAMES = 75;
    private static final Eye EYE = new Eye(Vec.of(0, 14, 0), 600, 320, 128);
    private static final double SPEED = 0.035;
    private static final double GRAIN = 0.017;

    private final Stage stage = new Stage(EYE, sky(), new Clouds(1500, 2700, 3600, 0.34, 0.004, 40));
    private final Rng rng = new Rng(23);

    static Scene scene(double scale, int samples) {
        Layer.Opacity exposure = t -> StrictMath.pow(2, 0.55 * StrictMath.sin(2 * Math.PI * t / 66 - 0.9)
                + 0.25 * Noise.step(38, 46, t));
        return scene(scale, layers(scale, samples), Look.FILM.withExposure(exposure).withGrain(GRAIN));
    }

    /** The same in another look: without grain and change of exposure one sees what the flow cannot explain. */
    static Scene scene(double scale, List<Layer> layers, Look look) {
        return new LayeredScene("grain", (int) Math.round(640 * scale), (int) Math.round(360 * scale), scale, FRAMES,
                new Rational(25, 1), layers, look);
    }

    static List<Layer> layers(double scale, int samples) {
        return new Hills().build(scale, samples);
    }

    private static Sky sky() {
        return new Sky(Vec.of(-0.85, 0.27, -0.12).unit(), Vec.of(2.5, 1.6, 0.8), 0.02, Vec.srgb(0x5f8cbc).times(0.6),
                Vec.srgb(0xf1cf9c).times(0.7), Vec.of(0.4, 0.23, 0.08), Vec.srgb(0x6f6440).times(0.35), 1.7e-4);
    }

    private List<Layer> build(double scale, int samples) {
        Terrain.mesh(stage.group("ridges"), (x, z) -> far(x, z), -3200, 3400, 1300, 5200, 220, 120, fields(60, 5));
        Terrain.mesh(stage.group("valley"), Hills::ground, -900, 960, 260, 1350, 260, 170, fields(9, 6));
        Terrain.mesh(stage.group("near"), Hills::ground, -190, 220, 26, 262, 220, 200, fields(1.6, 7));
        plant(stage.group("valley"), stage.group("near"));
        meadow(stage.group("meadow"));
        Studio studio = new Studio(stage, scale, samples);
        return List.of(new Layer(studio.sky(-20, -10, 680, 150), t -> Affine.shift(-0.1 * t, 0)),
                new Layer(studio.picture("ridges", -10, 40, 670, 175, 0.4), passing(2400)),
                new Layer(studio.picture("valley", -10, 50, 680, 260, 0), passing(480)),
                new Layer(studio.picture("near", -10, 20, 720, 370, 0), passing(110)),
                new Layer(studio.picture("meadow", -20, 200, 980, 370, 0.7), passing(5.4)));
    }

    private static Path passing(double metres) {
        return t -> Affine.shift(-SPEED * EYE.focal() * t / metres, 0);
    }

    private static double far(double x, double z) {
        return -120 + Noise.step(1300, 3600, z) * (130 + 330 * Noise.ridged(x / 2300 + 1.2, z / 2300, 5, 8));
    }

    private static double ground(double x, double z) {
        double roll = 26 * Noise.at(x / 170 + 0.4, 0, z / 210, 12) + 9 * Noise.at(x / 70, 0, z / 80, 13);
        double knoll = 13 * StrictMath.exp(-((x - 38) * (x - 38) + (z - 190) * (z - 190)) / 2600);
        return -10 - 0.028 * Math.min(400, z) + roll * Noise.step(20, 200, z) + knoll;
    }

    /** Fields of different crops with their furrows. */
    private static Material fields(double grain, int seed) {
        Vec[] crops = {Vec.srgb(0xc9a552), Vec.srgb(0x8f9a45), Vec.srgb(0xb98d4a), Vec.srgb(0x6f8740), Vec.srgb(0xd6bb6c),
            Vec.srgb(0x94704a), Vec.srgb(0xa9a650)};
        return (p, distance, s) -> {
            double u = p.x() / 75 + 0.6 * Noise.at(p.x() / 90, 0, p.z() / 90, 3);
            double v = p.z() / 110 + 0.6 * Noise.at(p.x() / 120, 2, p.z() / 120, 4);
            int fu = (int) Math.floor(u);
            int fv = (int) Math.floor(v);
            int kind = Math.floorMod(Noise.hash(fu, fv, 0, 5), crops.length);
            double along = Noise.uniform(fu, fv, 1, 5) < 0.5 ? p.x() + 0.4 * p.z() : p.x() - 0.25 * p.z();
            double furrow = 1 + 0.16 * StrictMath.sin(along * (kind % 2 == 0 ? 2.6 : 1.7)) * Math.min(1, 90 / distance);
            double rough = Noise.fbm(p, 1 / grain, 4, seed);
            Vec c = crops[kind].times(furrow * (1 + 0.4 * rough));
            double border = Math.min(Math.min(u - fu, fu + 1 - u) * 75, Math.min(v - fv, fv + 1 - v) * 110);
            s.albedo = Materials.clamp(c.mix(Vec.srgb(0x4f6430), 0.8 * Noise.step(3.2, 1.0, border)));
            s.bump(Vec.of(Noise.at(p.x() / grain, p.y() / grain, p.z() / grain, 1), 0,
                    Noise.at(p.x() / grain, p.y() / grain, p.z() / grain, 2)).times(0.4));
        };
    }

    private void plant(Mesh valley, Mesh near) {
        for (int i = 0; i < 330; i++) {
            double z = rng.between(270, 1200);
            double x = rng.between(-0.6, 0.62) * z;
            if (Noise.at(x / 130, 0, z / 130, 77) < -0.05) {
                continue;
            }
            Vec foot = Vec.of(x, ground(x, z) - 0.4, z);
            if (rng.next() < 0.3) {
                Plants.cypress(valley, foot, rng.between(9, 15), 1.5, 120, Leaves.DARK, rng);
            } else {
                Plants.tree(valley, foot, rng.between(6, 10), 150, rng.next() < 0.5 ? Leaves.OLIVE : Leaves.DARK,
                        Leaves.BARK, rng);
            }
        }
        for (int i = 0; i < 17; i++) {
            double z = 70 + i * 7.2;
            double x = -8 + 46 * Noise.step(70, 190, z) - 12 + 5 * StrictMath.sin(i * 0.5);
            cypress(near, x, z);
            cypress(near, x + 6.5, z + 2);
        }
        for (int i = 0; i < 46; i++) {
            double z = rng.between(80, 240);
            double x = rng.between(-0.6, 0.62) * z;
            Plants.tree(near, Vec.of(x, ground(x, z) - 0.3, z), rng.between(4, 6.5), 700, Leaves.OLIVE, Leaves.BARK, rng);
        }
        farm(near);
    }

    private void cypress(Mesh mesh, double x, double z) {
        Plants.cypress(mesh, Vec.of(x, ground(x, z) - 0.5, z), rng.between(8, 12.5), rng.between(0.95, 1.3), 1300,
                Leaves.DARK, rng);
    }

    private void farm(Mesh mesh) {
        Vec wall = Vec.srgb(0xd8b184);
        Vec roof = Vec.srgb(0xb0663f);
        double y = ground(40, 190) - 0.8;
        Houses.build(Pen.on(mesh, Vec.of(36, y, 188), -16, 1), new Houses.Plan(13, 9, 2, wall, roof, false, false), rng);
        Houses.build(Pen.on(mesh, Vec.of(48, y - 0.6, 184), -16, 1), new Houses.Plan(9, 8, 1, wall, roof, false, false),
                rng);
        Houses.build(Pen.on(mesh, Vec.of(30, y - 0.4, 196), 20, 1), new Houses.Plan(7, 7, 3, wall, roof, true, false), rng);
    }

    /** Poppies and grass close to the camera. */
    private void meadow(Mesh mesh) {
        Material poppy = Materials.leaves(Vec.srgb(0xe0331f), Vec.srgb(0xa81c14), 50);
        Material straw = Materials.leaves(Vec.srgb(0xcdb26a), Vec.srgb(0x7d8a40), 51);
        Material blue = Materials.leaves(Vec.srgb(0x5a6fc0), Vec.srgb(0x3c4a90), 52);
        for (int i = 0; i < 9000; i++) {
            double x = rng.between(-3.4, 6.4);
            double z = rng.between(4.9, 5.9);
            double rise = 0.32 * Noise.fbm(x * 0.7, 0, 0.3, 3, 0.5, 5);
            Vec foot = Vec.of(x, 11.6 + rise, z);
            double h = rng.between(0.25, 0.75);
            Vec tip = foot.plus(Vec.of(rng.between(-0.15, 0.2), h, rng.between(-0.1, 0.1)));
            Vec n = Vec.of(rng.between(-0.6, 0.2), 0.5, -0.5).unit();
            mesh.smooth(foot.plus(Vec.of(-0.012, 0, 0)), foot.plus(Vec.of(0.012, 0, 0)), tip, n, n, n,
                    rng.next() < 0.5 ? straw : Leaves.OLIVE);
            if (rng.next() < 0.045) {
                Plants.clump(mesh, tip, 0.035, 0.03, 0.035, 12, 0.05, rng.next() < 0.8 ? poppy : blue, rng);
            }
        }
    }
}
