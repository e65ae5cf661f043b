package org.impasto.scene;

import java.util.List;
import org.impasto.scene.bake.Eye;
import org.impasto.scene.bake.Leaves;
import org.impasto.scene.bake.Material;
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

/** A beech wood in October against the sun; the camera walks sideways, trunks pass in front of each other. */
final class AutumnWood {
    private static final Eye EYE = new Eye(Vec.of(0, 1.9, 0), 560, 320, 190);
    private static final double SPEED = 0.045;

    private final Stage stage = new Stage(EYE, sky(), null);
    private final Rng rng = new Rng(8);
    private final Material bark = (p, distance, s) -> {
        double rough = Noise.fbm(p.x() * 9, p.y() * 2.2, p.z() * 9, 4, 0.6, 3);
        double moss = Noise.step(0.0, 0.5, Noise.fbm(p, 0.9, 3, 6) - 0.12 * p.y());
        s.albedo = Materials.clamp(Vec.srgb(0x756a5e).times(1 + 0.55 * rough).mix(Vec.srgb(0x66743a), 0.6 * moss));
    };

    private static Sky sky() {
        return new Sky(Vec.of(0.30, 0.40, 0.80).unit(), Vec.of(3.4, 2.5, 1.45), 0.02, Vec.srgb(0x9fb4c4).times(0.8),
                Vec.srgb(0xf3dfb8).times(0.95), Vec.of(0.9, 0.6, 0.25), Vec.srgb(0x8a6238).times(0.5), 0.008);
    }

    static List<Layer> layers(double scale, int samples) {
        return new AutumnWood().build(scale, samples);
    }

    private List<Layer> build(double scale, int samples) {
        trees(stage.group("far"), 34, 70, 95, 0.17, 900);
        trees(stage.group("middle"), 18, 21, 9, 0.2, 2600);
        trees(stage.group("near"), 10.5, 11.8, 5, 0.24, 3000);
        Mesh close = stage.group("close");
        trunk(close, Vec.of(-2.6, 0, 5.6), 0.25, 0.3);
        trunk(close, Vec.of(3.9, 0, 5.8), 0.2, -0.2);
        People.figure(Pen.on(stage.group("near"), Vec.of(1.1, 0, 11), 30, 1), 1.75, Vec.srgb(0xb02a2a),
                Vec.srgb(0x2d3442));
        ground(stage.group("ground"));
        Studio studio = new Studio(stage, scale, samples);
        double shear = -SPEED / EYE.position().y();
        return List.of(new Layer(studio.sky(-10, -10, 660, 370), Path.STILL),
                new Layer(studio.picture("far", -10, -10, 700, 250, 0.3), passing(48)),
                new Layer(studio.picture("ground", -10, 185, 900, 370, 0), t -> Affine.shear(shear * t, EYE.horizon())),
                new Layer(studio.picture("middle", -10, -10, 730, 290, 0), passing(19.5)),
                new Layer(studio.picture("near", -10, -10, 800, 320, 0), passing(11)),
                new Layer(studio.picture("close", -10, -10, 900, 400, 0.9), passing(5.7)));
    }

    private static Path passing(double metres) {
        return t -> Affine.shift(-SPEED * EYE.focal() * t / metres, 0);
    }

    private void trunk(Mesh mesh, Vec foot, double r, double lean) {
        Pen pen = Pen.on(mesh);
        pen.bar(foot.plus(Vec.of(0, -0.1, 0)), foot.plus(Vec.of(0.02 * lean, 0.5, 0)), r * 1.5, r * 1.05, 14, bark);
        pen.bar(foot.plus(Vec.of(0.02 * lean, 0.5, 0)), foot.plus(Vec.of(lean, 12, 0)), r * 1.05, r * 0.55, 14, bark);
    }

    private void trees(Mesh mesh, double z0, double z1, int count, double radius, int leaves) {
        for (int i = 0; i < count; i++) {
            double z = rng.between(z0, z1);
            double x = (-0.66 + 1.6 * (i + rng.between(0.15, 0.85)) / count) * z;
            double lean = rng.between(-0.7, 0.7);
            trunk(mesh, Vec.of(x, 0, z), radius * rng.between(0.75, 1.35), lean);
            for (int k = 0; k < 6; k++) {
                double y = rng.between(3.2, 10.5);
                Vec c = Vec.of(x + lean * y / 12 + rng.between(-2.4, 2.4), y, z + rng.between(-0.6, 0.6));
                Pen.on(mesh).bar(Vec.of(x + lean * y / 12, y - 1, z), c, 0.06, 0.02, 5, bark);
                double kind = rng.next();
                Plants.clump(mesh, c, rng.between(1.1, 2.0), 0.65, 0.8, leaves / 6, Math.max(0.14, z / 130),
                        kind < 0.5 ? Leaves.GOLD : kind < 0.8 ? Leaves.RUST : Leaves.OLIVE, rng);
            }
        }
    }

    private void ground(Mesh mesh) {
        Terrain.mesh(mesh, (x, z) -> 0.03 * Noise.fbm(x, 0, z, 3, 0.5, 4), -90, 110, 3, 110, 160, 80,
                Terrain.ground(Vec.srgb(0xa8672e), Vec.srgb(0x6d4a28), 3, 0.25, 6));
        Material[] fallen = {Leaves.GOLD, Leaves.RUST, Leaves.GOLD, Leaves.RUST, Leaves.BARK};
        for (int i = 0; i < 42000; i++) {
            double z = 3.6 * StrictMath.pow(14, rng.next());
            double x = rng.between(-0.65, 1.1) * z;
            // A path without leaves winds into the wood.
            double path = Math.abs(x - 1.2 - 1.1 * StrictMath.sin(z * 0.16));
            if (path < 0.9 && rng.next() < 0.85) {
                continue;
            }
            double size = 0.06 * Math.max(1, z / 9);
            Vec p = Vec.of(x, 0.03, z);
            Vec a = rng.inDisc(size);
            Vec b = Vec.of(-a.z(), rng.between(0, 0.5) * size, a.x());
            mesh.triangle(p.minus(a), p.plus(b), p.plus(a), fallen[rng.below(5)]);
            mesh.triangle(p.minus(a), p.plus(a), p.minus(b).plus(Vec.of(0, size * 0.4, 0)), fallen[rng.below(5)]);
        }
        for (int i = 0; i < 60; i++) {
            double z = rng.between(7, 30);
            Plants.clump(mesh, Vec.of(rng.between(-0.6, 0.9) * z, 0.2, z), 0.5, 0.3, 0.4, 70, 0.16,
                    rng.next() < 0.5 ? Leaves.GREEN : Leaves.RUST, rng);
        }
    }
}
