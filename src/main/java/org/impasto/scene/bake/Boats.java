package org.impasto.scene.bake;

/** Boats on the water, their bows towards positive x; the pen's origin is amidships at the waterline. */
public final class Boats {
    private static final Material WHITE = Materials.glossy(Vec.srgb(0xeee8da), 0.15, 40);
    private static final Material MAST = Materials.wood(Vec.srgb(0xb98a52), 2, 1);
    private static final Material ROPE = Materials.plain(Vec.srgb(0x4a4038));
    private static final Material GLASS = Materials.glass(Vec.srgb(0x18222b));

    private Boats() {
    }

    /** Colours of a hull from keel to rail. */
    private static Material paint(double waterline, double rail, Vec bottom, Vec side, Vec stripe) {
        return (p, distance, s) -> {
            double streak = Noise.fbm(p.x() * 1.4, p.y() * 0.4, p.z(), 4, 0.6, 8);
            double y = p.y() - waterline;
            Vec c = y < 0.12 ? bottom : y > rail - 0.16 ? Vec.srgb(0xf0e6d0) : y > rail - 0.42 ? stripe : side;
            s.albedo = Materials.clamp(c.times(1 + 0.22 * streak));
            s.gloss = 0.25;
            s.shininess = 30;
        };
    }

    private static double beam(double u, double width) {
        // Full at the stern (u = -1), fine at the bow.
        double fine = u > -0.2 ? (u + 0.2) / 1.2 : 0;
        double stern = u < -0.2 ? (-u - 0.2) / 0.8 : 0;
        return width / 2 * (1 - fine * fine * fine * (1.6 - 0.6 * fine)) * (1 - 0.3 * stern * stern);
    }

    private static double rail(double u, double height) {
        return height * (1 + 0.55 * Math.max(0, u) * u + 0.15 * u * u);
    }

    private static Vec onHull(double u, double v, double side, double length, double width, double height) {
        double rise = Math.max(0, u) * u * 0.35;
        double y = -0.5 * (1 - rise) + (rail(u, height) + 0.5 * (1 - rise)) * v;
        double flare = StrictMath.pow(v, 0.42 + 0.5 * Math.max(0, u));
        return Vec.of(length / 2 * (u + 0.06 * v * Math.max(0, u)), y, side * beam(u, width) * flare);
    }

    static void hull(Pen pen, double length, double width, double height, Material paint, Material deck) {
        int nu = 28;
        int nv = 8;
        for (int i = 0; i < nu; i++) {
            double u0 = -1 + 2.0 * i / nu;
            double u1 = -1 + 2.0 * (i + 1) / nu;
            for (int side = -1; side <= 1; side += 2) {
                for (int j = 0; j < nv; j++) {
                    double v0 = (double) j / nv;
                    double v1 = (double) (j + 1) / nv;
                    pen.quad(onHull(u0, v0, side, length, width, height), onHull(u1, v0, side, length, width, height),
                            onHull(u1, v1, side, length, width, height), onHull(u0, v1, side, length, width, height),
                            paint);
                }
            }
            pen.quad(onHull(u0, 0.9, -1, length, width, height), onHull(u1, 0.9, -1, length, width, height),
                    onHull(u1, 0.9, 1, length, width, height), onHull(u0, 0.9, 1, length, width, height), deck);
        }
        pen.quad(onHull(-1, 0, -1, length, width, height), onHull(-1, 0, 1, length, width, height),
                onHull(-1, 1, 1, length, width, height), onHull(-1, 1, -1, length, width, height), paint);
    }

    /** A small trawler with wheelhouse, mast, nets and a man at the stern. */
    public static void trawler(Pen pen, double waterline, Rng rng) {
        Material paint = paint(waterline, 1.15, Vec.srgb(0x9c3a2a), Vec.srgb(0x2f6f9e), Vec.srgb(0xd9a441));
        Material deck = Materials.wood(Vec.srgb(0x9a7a52), 0.3, 4);
        hull(pen, 9.5, 3, 1.1, paint, deck);
        Pen house = pen.at(-0.6, 0.95, 0);
        house.box(-1.2, 0, -0.9, 1.1, 1.75, 0.9, WHITE);
        house.box(-1.45, 1.75, -1.1, 1.4, 1.9, 1.1, Materials.plain(Vec.srgb(0xc4512f)));
        for (int i = 0; i < 3; i++) {
            house.box(-1.0 + 0.7 * i, 0.95, -0.93, -0.5 + 0.7 * i, 1.5, -0.9, GLASS);
        }
        house.box(1.08, 0.95, -0.7, 1.13, 1.5, 0.7, GLASS);
        house.box(-0.5, 1.9, -0.2, -0.1, 2.5, 0.2, Materials.plain(Vec.srgb(0x2b2b2e)));
        pen.bar(Vec.of(1.3, 0.9, 0), Vec.of(1.2, 5.6, 0), 0.10, 0.05, 8, MAST);
        pen.bar(Vec.of(1.3, 1.9, 0), Vec.of(4.0, 3.4, 0), 0.06, 0.04, 6, MAST);
        pen.bar(Vec.of(1.2, 5.5, 0), Vec.of(4.9, 1.75, 0), 0.018, 0.018, 4, ROPE);
        pen.bar(Vec.of(1.2, 5.5, 0), Vec.of(-4.6, 1.2, 0), 0.018, 0.018, 4, ROPE);
        pen.bar(Vec.of(1.2, 5.5, 0), Vec.of(4.0, 3.4, 0), 0.018, 0.018, 4, ROPE);
        Material[] floats = {Materials.plain(Vec.srgb(0xe8672a)), Materials.plain(Vec.srgb(0xf0c93d)),
            Materials.plain(Vec.srgb(0xd9402f))};
        for (int i = 0; i < 16; i++) {
            pen.ball(Vec.of(rng.between(1.7, 3.4), 1.15 + 0.25 * rng.next(), rng.between(-0.9, 0.4)), 0.2, 0.2, 0.2, 10,
                    floats[rng.below(3)]);
        }
        for (int i = 0; i < 4; i++) {
            pen.ball(Vec.of(-3.3 + 1.9 * i, 0.55, -beam(-0.5, 3) - 0.14), 0.15, 0.34, 0.15, 10, floats[i % 3]);
        }
        Plants.clump(pen.mesh(), pen.world(Vec.of(-3.2, 1.15, -0.2)), 1.0, 0.4, 0.7, 500, 0.3,
                Materials.leaves(Vec.srgb(0x3f8f86), Vec.srgb(0x1f5550), 3), rng);
        People.figure(pen.at(-2.35, 0.95, -0.5), 1.75, Vec.srgb(0xe0b030), Vec.srgb(0x34465a));
        flag(pen.at(-4.6, 1.2, 0));
    }

    /** An open rowing boat. */
    public static void dinghy(Pen pen, Vec side, Vec stripe) {
        hull(pen, 3.6, 1.3, 0.42, paint(0, 0.45, side, side, stripe), Materials.wood(Vec.srgb(0x6d4b30), 0.3, 4));
        for (double x : new double[] {-0.9, 0.2}) {
            pen.box(x, 0.3, -0.6, x + 0.25, 0.42, 0.6, MAST);
        }
        pen.bar(Vec.of(-1.6, 0.5, -0.4), Vec.of(1.3, 0.5, -0.75), 0.03, 0.03, 5, MAST);
    }

    /** A sloop at her mooring, sail furled or set. */
    public static void sloop(Pen pen, double waterline, Vec side, Vec stripe, Vec sail, boolean set) {
        hull(pen, 7.5, 2.4, 0.85, paint(waterline, 0.9, Vec.srgb(0x7c2f28), side, stripe),
                Materials.wood(Vec.srgb(0xb08a5c), 0.3, 4));
        pen.box(-1.3, 0.75, -0.65, 1.4, 1.25, 0.65, WHITE);
        for (int i = 0; i < 3; i++) {
            pen.box(-1.0 + 0.8 * i, 0.9, -0.68, -0.6 + 0.8 * i, 1.1, -0.65, GLASS);
        }
        pen.bar(Vec.of(0.6, 0.8, 0), Vec.of(0.5, 10, 0), 0.09, 0.05, 8, MAST);
        pen.bar(Vec.of(0.5, 1.75, 0), Vec.of(-3.1, 1.6, 0), 0.06, 0.05, 6, MAST);
        pen.bar(Vec.of(0.5, 9.8, 0), Vec.of(3.7, 1.2, 0), 0.02, 0.02, 4, ROPE);
        pen.bar(Vec.of(0.5, 9.8, 0), Vec.of(-3.7, 0.9, 0), 0.02, 0.02, 4, ROPE);
        Material cloth = Materials.cloth(sail, 6);
        if (set) {
            canvas(pen, Vec.of(0.45, 1.9, 0), Vec.of(0.45, 9.4, 0), Vec.of(-3.0, 1.8, -0.5), cloth);
            canvas(pen, Vec.of(3.5, 1.35, 0), Vec.of(0.65, 8.6, 0), Vec.of(0.9, 1.5, -0.7), cloth);
        } else {
            pen.bar(Vec.of(0.3, 1.95, 0), Vec.of(-3.0, 1.78, 0), 0.2, 0.13, 8, cloth);
        }
    }

    /** A triangle of cloth that the wind bellies out towards the camera. */
    private static void canvas(Pen pen, Vec tack, Vec head, Vec clew, Material m) {
        int n = 10;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n - i; j++) {
                pen.triangle(onSail(tack, head, clew, i, j, n), onSail(tack, head, clew, i + 1, j, n),
                        onSail(tack, head, clew, i, j + 1, n), m);
                if (j < n - i - 1) {
                    pen.triangle(onSail(tack, head, clew, i + 1, j, n), onSail(tack, head, clew, i + 1, j + 1, n),
                            onSail(tack, head, clew, i, j + 1, n), m);
                }
            }
        }
    }

    private static Vec onSail(Vec tack, Vec head, Vec clew, int i, int j, int n) {
        double u = (double) i / n;
        double v = (double) j / n;
        double belly = 2.2 * u * v + 1.6 * (1 - u - v) * v;
        return tack.plus(u, head.minus(tack)).plus(v, clew.minus(tack)).plus(Vec.of(0, 0, -belly));
    }

    private static void flag(Pen pen) {
        pen.bar(Vec.ZERO, Vec.of(-0.3, 1.6, 0), 0.03, 0.02, 5, ROPE);
        Material red = Materials.cloth(Vec.srgb(0xc73a30), 4);
        pen.quad(Vec.of(-0.3, 1.55, 0), Vec.of(-1.2, 1.45, 0.2), Vec.of(-1.15, 0.95, 0.2), Vec.of(-0.2, 1.0, 0), red);
    }
}
