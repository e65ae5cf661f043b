package org.impasto.scene.bake;

/** Blossoms, one by one or by the field. */
public final class Flowers {
    private Flowers() {
    }

    /** A flower with a dark middle that looks into a direction. */
    public static void sunflower(Mesh mesh, Vec centre, Vec facing, double radius, Material petal, Material middle,
            Rng rng) {
        Vec n = facing.unit();
        Vec side = n.cross(Vec.of(0.1, 1, 0.05)).unit();
        Vec up = side.cross(n);
        for (int ring = 0; ring < 2; ring++) {
            int count = 19;
            for (int i = 0; i < count; i++) {
                double a = 2 * Math.PI * (i + 0.5 * ring + rng.between(-0.25, 0.25)) / count;
                Vec out = side.times(StrictMath.cos(a)).plus(StrictMath.sin(a), up);
                Vec across = n.cross(out);
                double r = radius * rng.between(0.82, 1.1);
                Vec tip = centre.plus(r, out).plus(radius * rng.between(-0.15, 0.3), n);
                Vec root = centre.plus(0.3 * radius, out);
                Vec mid = centre.plus(0.62 * r, out).plus(radius * (0.14 - 0.1 * ring), n);
                Vec l = mid.plus(0.13 * radius, across);
                Vec k = mid.plus(-0.13 * radius, across);
                mesh.triangle(root, l, k, petal);
                mesh.triangle(l, tip, k, petal);
            }
        }
        Vec half = n.times(0.10 * radius);
        Pen.on(mesh).ball(centre.plus(half), radius * 0.4, radius * 0.4, radius * 0.4, 14, middle);
    }

    /** A cup of petals on a stem with two leaves; cheap enough for tens of thousands. */
    public static void tulip(Mesh mesh, Vec foot, double height, double size, Material petal, Material green, Rng rng) {
        double a = rng.between(0, Math.PI);
        Vec top = foot.plus(Vec.of(rng.between(-0.06, 0.06), height, rng.between(-0.06, 0.06)));
        for (int i = 0; i < 3; i++) {
            double angle = a + i * Math.PI / 3;
            Vec out = Vec.of(StrictMath.cos(angle), 0, StrictMath.sin(angle)).times(size * 0.55);
            Vec n = Vec.of(-out.z(), 0, out.x()).unit().plus(Vec.of(0, 0.8, 0)).unit();
            Vec low = top.plus(Vec.of(0, -size * 0.75, 0));
            Vec high = top.plus(Vec.of(0, size * 0.6, 0));
            mesh.smooth(low, top.plus(out), high, n, n, n, petal);
            mesh.smooth(low, high, top.minus(out), n, n, n, petal);
        }
        for (int i = 0; i < 2; i++) {
            Vec lean = Vec.of(rng.between(-1, 1), 1.4, rng.between(-1, 1)).times(height * 0.5);
            Vec n = Vec.of(rng.between(-0.5, 0.5), 0.8, -0.5).unit();
            mesh.smooth(foot.plus(Vec.of(-0.06, 0, 0)), foot.plus(Vec.of(0.06, 0, 0)), foot.plus(lean), n, n, n, green);
        }
    }
}
