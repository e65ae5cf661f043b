package org.impasto.scene.bake;

/** Boulders, fruit and other lumps. */
public final class Rocks {
    private Rocks() {
    }

    /** A ball pushed in and out by noise. {@code rough} is the share of the radius by which it is. */
    public static void lump(Mesh mesh, Vec centre, Vec radii, double rough, int sides, Material m, int seed) {
        int rings = sides / 2;
        Vec[][] p = new Vec[rings + 1][sides + 1];
        for (int k = 0; k <= rings; k++) {
            double polar = Math.PI * k / rings;
            for (int i = 0; i <= sides; i++) {
                double angle = 2 * Math.PI * (i % sides) / sides;
                Vec d = Vec.of(StrictMath.sin(polar) * StrictMath.cos(angle), -StrictMath.cos(polar),
                        StrictMath.sin(polar) * StrictMath.sin(angle));
                double r = 1 + rough * Noise.fbm(d.x() * 1.3, d.y() * 1.3, d.z() * 1.3, 4, 0.5, seed);
                p[k][i] = centre.plus(d.times(radii).times(r));
            }
        }
        for (int k = 0; k < rings; k++) {
            for (int i = 0; i < sides; i++) {
                Vec a = normal(p, k, i, centre);
                Vec c = normal(p, k + 1, i + 1, centre);
                mesh.smooth(p[k][i], p[k][i + 1], p[k + 1][i + 1], a, normal(p, k, i + 1, centre), c, m);
                mesh.smooth(p[k][i], p[k + 1][i + 1], p[k + 1][i], a, c, normal(p, k + 1, i, centre), m);
            }
        }
    }

    /** The direction across the neighbours of a point, outward; at the poles that from the middle. */
    private static Vec normal(Vec[][] p, int k, int i, Vec centre) {
        int sides = p[0].length - 1;
        Vec out = p[k][i].minus(centre);
        if (k == 0 || k == p.length - 1) {
            return out.unit();
        }
        Vec around = p[k][(i + 1) % sides].minus(p[k][(i + sides - 1) % sides]);
        Vec n = around.cross(p[k + 1][i].minus(p[k - 1][i])).unit();
        return n.dot(out) < 0 ? n.times(-1) : n;
    }
}
