package org.impasto.scene.bake;

/** Draws solid shapes into a mesh, in its own coordinates: moved, turned about the vertical and scaled as a whole. */
public final class Pen {
    private final Mesh mesh;
    private final Vec origin;
    private final double cos;
    private final double sin;
    private final double scale;

    private Pen(Mesh mesh, Vec origin, double cos, double sin, double scale) {
        this.mesh = mesh;
        this.origin = origin;
        this.cos = cos;
        this.sin = sin;
        this.scale = scale;
    }

    public static Pen on(Mesh mesh) {
        return new Pen(mesh, Vec.ZERO, 1, 0, 1);
    }

    /** A pen whose origin lies at a point of the world; degrees turn x towards z. */
    public static Pen on(Mesh mesh, Vec origin, double degrees, double scale) {
        double a = StrictMath.toRadians(degrees);
        return new Pen(mesh, origin, StrictMath.cos(a), StrictMath.sin(a), scale);
    }

    /** A pen with another origin, in this pen's coordinates. */
    public Pen at(double x, double y, double z) {
        return new Pen(mesh, world(Vec.of(x, y, z)), cos, sin, scale);
    }

    public Vec world(Vec local) {
        return origin.plus(local.times(scale).turned(cos, sin));
    }

    public Mesh mesh() {
        return mesh;
    }

    public void triangle(Vec a, Vec b, Vec c, Material m) {
        mesh.triangle(world(a), world(b), world(c), m);
    }

    public void quad(Vec a, Vec b, Vec c, Vec d, Material m) {
        mesh.quad(world(a), world(b), world(c), world(d), m);
    }

    public void box(double x0, double y0, double z0, double x1, double y1, double z1, Material m) {
        Vec a = Vec.of(x0, y0, z0);
        Vec b = Vec.of(x1, y0, z0);
        Vec c = Vec.of(x1, y1, z0);
        Vec d = Vec.of(x0, y1, z0);
        Vec e = Vec.of(x0, y0, z1);
        Vec f = Vec.of(x1, y0, z1);
        Vec g = Vec.of(x1, y1, z1);
        Vec h = Vec.of(x0, y1, z1);
        quad(a, b, c, d, m);
        quad(e, f, g, h, m);
        quad(a, d, h, e, m);
        quad(b, c, g, f, m);
        quad(d, c, g, h, m);
        quad(a, b, f, e, m);
    }

    /** A round bar from point to point whose thickness changes from one end to the other. */
    public void bar(Vec from, Vec to, double r0, double r1, int sides, Material m) {
        Vec axis = to.minus(from).unit();
        Vec side = (Math.abs(axis.y()) < 0.9 ? Vec.of(0, 1, 0) : Vec.of(1, 0, 0)).cross(axis).unit();
        Vec other = axis.cross(side);
        for (int i = 0; i < sides; i++) {
            Vec n0 = around(side, other, i, sides);
            Vec n1 = around(side, other, i + 1, sides);
            smoothQuad(from.plus(r0, n0), from.plus(r0, n1), to.plus(r1, n1), to.plus(r1, n0), n0, n1, n1, n0, m);
        }
    }

    /**
     * A body of revolution about the vertical through the pen's origin.
     *
     * @param profile pairs of radius and height, from bottom to top
     */
    public void lathe(double[] profile, int sides, Material m) {
        int rings = profile.length / 2;
        for (int k = 0; k + 1 < rings; k++) {
            for (int i = 0; i < sides; i++) {
                smoothQuad(ring(profile, k, i, sides), ring(profile, k, i + 1, sides),
                        ring(profile, k + 1, i + 1, sides), ring(profile, k + 1, i, sides),
                        slope(profile, k, i, sides), slope(profile, k, i + 1, sides),
                        slope(profile, k + 1, i + 1, sides), slope(profile, k + 1, i, sides), m);
            }
        }
    }

    public void ball(Vec centre, double rx, double ry, double rz, int sides, Material m) {
        int rings = Math.max(3, sides / 2);
        for (int k = 0; k < rings; k++) {
            for (int i = 0; i < sides; i++) {
                Vec a = onBall(k, i, rings, sides);
                Vec b = onBall(k, i + 1, rings, sides);
                Vec c = onBall(k + 1, i + 1, rings, sides);
                Vec d = onBall(k + 1, i, rings, sides);
                Vec r = Vec.of(rx, ry, rz);
                Vec q = Vec.of(1 / rx, 1 / ry, 1 / rz);
                smoothQuad(centre.plus(a.times(r)), centre.plus(b.times(r)), centre.plus(c.times(r)),
                        centre.plus(d.times(r)), a.times(q).unit(), b.times(q).unit(), c.times(q).unit(),
                        d.times(q).unit(), m);
            }
        }
    }

    public void smoothQuad(Vec a, Vec b, Vec c, Vec d, Vec na, Vec nb, Vec nc, Vec nd, Material m) {
        Vec wa = world(a);
        Vec wc = world(c);
        Vec ta = na.turned(cos, sin);
        Vec tc = nc.turned(cos, sin);
        mesh.smooth(wa, world(b), wc, ta, nb.turned(cos, sin), tc, m);
        mesh.smooth(wa, wc, world(d), ta, tc, nd.turned(cos, sin), m);
    }

    private static Vec onBall(int k, int i, int rings, int sides) {
        double polar = Math.PI * k / rings;
        double angle = 2 * Math.PI * i / sides;
        double s = StrictMath.sin(polar);
        return Vec.of(s * StrictMath.cos(angle), -StrictMath.cos(polar), s * StrictMath.sin(angle));
    }

    private static Vec around(Vec side, Vec other, int i, int sides) {
        double angle = 2 * Math.PI * i / sides;
        return side.times(StrictMath.cos(angle)).plus(StrictMath.sin(angle), other);
    }

    private static Vec ring(double[] p, int k, int i, int sides) {
        double angle = 2 * Math.PI * i / sides;
        return Vec.of(p[2 * k] * StrictMath.cos(angle), p[2 * k + 1], p[2 * k] * StrictMath.sin(angle));
    }

    private static Vec slope(double[] p, int k, int i, int sides) {
        int a = Math.max(0, k - 1);
        int b = Math.min(p.length / 2 - 1, k + 1);
        double dr = p[2 * b] - p[2 * a];
        double dy = p[2 * b + 1] - p[2 * a + 1];
        double angle = 2 * Math.PI * i / sides;
        return Vec.of(dy * StrictMath.cos(angle), -dr, dy * StrictMath.sin(angle)).unit();
    }
}
