package org.impasto.scene.bake;

/** Trees, bushes and hanging branches, leaf by leaf. */
public final class Plants {
    private Plants() {
    }

    /**
     * A cloud of leaves inside an ellipsoid. Leaves are shaded half as facets, half as the hull they make up.
     *
     * @param leaf length of a leaf, metres
     */
    public static void clump(Mesh mesh, Vec centre, double rx, double ry, double rz, int count, double leaf, Material m,
            Rng rng) {
        Vec radii = Vec.of(rx, ry, rz);
        for (int i = 0; i < count; i++) {
            Vec b = rng.inBall();
            // More leaves near the hull than inside.
            double pull = StrictMath.pow(Math.max(1e-3, b.length()), -0.45);
            b = b.times(Math.min(pull, 1 / Math.max(1e-3, b.length())));
            Vec p = centre.plus(b.times(radii));
            Vec any = rng.inBall();
            Vec n = b.plus(0.7, any).plus(Vec.of(0, 0.25, 0));
            n = n.length() < 1e-3 ? Vec.of(0, 1, 0) : n.unit();
            Vec along = any.cross(n);
            if (along.length() < 1e-3) {
                continue;
            }
            along = along.unit();
            Vec across = n.cross(along);
            double l = leaf * rng.between(0.6, 1.3);
            Vec tip = p.plus(l, along);
            Vec mid = p.plus(0.5 * l, along);
            mesh.smooth(p, mid.plus(0.32 * l, across), tip, n, n, n, m);
            mesh.smooth(p, tip, mid.plus(-0.32 * l, across), n, n, n, m);
        }
    }

    /** A broad-leaved tree. */
    public static void tree(Mesh mesh, Vec foot, double height, int leaves, Material leaf, Material bark, Rng rng) {
        Pen pen = Pen.on(mesh);
        Vec fork = foot.plus(Vec.of(rng.between(-0.04, 0.04) * height, height * 0.4, 0));
        pen.bar(foot, fork, height * 0.035, height * 0.022, 7, bark);
        int boughs = 6 + rng.below(4);
        double size = Math.sqrt(height * height / Math.max(1, leaves)) * 2;
        for (int i = 0; i < boughs; i++) {
            double angle = i * 2.4 + rng.next();
            double out = i == 0 ? 0 : height * rng.between(0.12, 0.27);
            Vec c = foot.plus(Vec.of(out * StrictMath.cos(angle), height * rng.between(0.45, 0.86),
                    out * StrictMath.sin(angle)));
            pen.bar(fork, c, height * 0.015, height * 0.004, 5, bark);
            double r = height * rng.between(0.15, 0.24);
            clump(mesh, c, r, r * 0.8, r, leaves / boughs, size, leaf, rng);
        }
    }

    /** A cypress or poplar: a flame of leaves. */
    public static void cypress(Mesh mesh, Vec foot, double height, double radius, int leaves, Material leaf, Rng rng) {
        int parts = 5;
        for (int i = 0; i < parts; i++) {
            double t = (i + 0.5) / parts;
            double r = radius * (1.15 - 0.25 * t) * Math.sqrt(Math.max(0.06, 1 - t * t)) * (i == 0 ? 0.85 : 1);
            clump(mesh, foot.plus(Vec.of(rng.between(-0.1, 0.1) * radius, height * t, 0)), r, height * 0.14, r,
                    leaves / parts, height * 0.035, leaf, rng);
        }
    }

    /** A spruce: rings of drooping branches. */
    public static void spruce(Mesh mesh, Vec foot, double height, int leaves, Material needle, Material bark, Rng rng) {
        Pen.on(mesh).bar(foot, foot.plus(Vec.of(0, height, 0)), height * 0.02, 0.01, 5, bark);
        // A spruce near the camera has many needles, and fine ones.
        double size = height * 0.05 * Math.min(1, Math.sqrt(600.0 / leaves));
        for (int i = 0; i < leaves; i++) {
            double t = 0.1 + 0.9 * rng.next();
            double layer = 1 - 0.35 * (t * 9 - Math.floor(t * 9));
            double r = height * 0.2 * (1 - t) * layer * Math.sqrt(rng.next());
            double angle = rng.between(0, 2 * Math.PI);
            Vec out = Vec.of(StrictMath.cos(angle), 0, StrictMath.sin(angle));
            Vec p = foot.plus(r, out).plus(Vec.of(0, height * t - 0.25 * r, 0));
            Vec tip = p.plus(size * 1.4, out.plus(Vec.of(0, -0.55, 0)).plus(0.4, rng.inBall()));
            Vec side = Vec.of(-out.z(), 0, out.x()).times(size * 0.45);
            Vec n = out.plus(Vec.of(0, 0.7, 0)).plus(0.5, rng.inBall()).unit();
            mesh.smooth(p.plus(side), p.minus(side), tip, n, n, n, needle);
        }
    }
}
