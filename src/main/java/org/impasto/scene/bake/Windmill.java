package org.impasto.scene.bake;

/** A tower mill. The pen's origin is the middle of its foot; it looks towards the camera. */
public final class Windmill {
    /** Where the sails' axle is, metres above the foot and in front of its middle. */
    public static final double AXLE_HEIGHT = 15.2;
    public static final double AXLE_FRONT = -4.2;

    private static final Material WHITE = Materials.plain(Vec.srgb(0xe9e4d6));

    private Windmill() {
    }

    public static void tower(Pen pen) {
        pen.lathe(new double[] {4.6, -1, 4.3, 4.6, 4.25, 4.6}, 28, Materials.masonry(Vec.srgb(0x9c5f45), 0.3, 5));
        Material thatch = Terrain.ground(Vec.srgb(0x8c7a5c), Vec.srgb(0x6a5a44), 3, 0.35, 8);
        pen.lathe(new double[] {4.2, 4.7, 3.5, 8, 2.9, 11.5, 2.65, 13.6}, 8, thatch);
        pen.lathe(new double[] {4.3, 4.5, 6.1, 4.62, 6.1, 4.8, 4.2, 4.85}, 28, Materials.wood(Vec.srgb(0xa08460), 0.2, 2));
        for (int i = 0; i < 36; i++) {
            double a = 2 * Math.PI * i / 36;
            double b = 2 * Math.PI * (i + 1) / 36;
            Vec p = Vec.of(6 * StrictMath.cos(a), 4.8, 6 * StrictMath.sin(a));
            Vec q = Vec.of(6 * StrictMath.cos(b), 5.75, 6 * StrictMath.sin(b));
            pen.bar(p, Vec.of(p.x(), 5.75, p.z()), 0.045, 0.045, 4, WHITE);
            pen.bar(Vec.of(p.x(), 5.75, p.z()), q, 0.05, 0.05, 4, WHITE);
        }
        pen.lathe(new double[] {2.8, 13.4, 3.0, 13.9, 2.9, 15, 2.2, 16.6, 0.9, 17.6, 0.05, 17.9}, 20,
                Materials.tiles(Vec.srgb(0x4d5a4c), 6));
        pen.box(-0.9, 14.2, -3.6, 0.9, 16.1, -2.2, Materials.plain(Vec.srgb(0x3f6b4e)));
        pen.box(-0.75, 14.35, -3.66, 0.75, 15.95, -3.6, WHITE);
        pen.bar(Vec.of(0, AXLE_HEIGHT, -2.2), Vec.of(0, AXLE_HEIGHT, AXLE_FRONT), 0.35, 0.28, 10, WHITE);
        pen.box(-0.8, -0.6, -4.62, 0.8, 1.9, -4.2, Materials.wood(Vec.srgb(0x2f6a4a), 0.4, 7));
        for (int i = -1; i <= 1; i += 2) {
            pen.box(1.9 * i - 0.45, 1.9, -4.5, 1.9 * i + 0.45, 3.2, -3.2, WHITE);
            pen.box(1.9 * i - 0.36, 2.0, -4.54, 1.9 * i + 0.36, 3.1, -4.4, Materials.glass(Vec.srgb(0x1c2630)));
        }
        pen.box(-0.4, 8.2, -3.8, 0.4, 9.4, -2.9, WHITE);
        pen.box(-0.3, 8.3, -3.84, 0.3, 9.3, -3.7, Materials.glass(Vec.srgb(0x1c2630)));
    }

    /** Four lattice sails, three with cloth set. */
    public static void sails(Pen pen) {
        Material wood = Materials.plain(Vec.srgb(0x7d4a35));
        Material cloth = Materials.cloth(Vec.srgb(0xefe3c8), 4);
        Vec hub = Vec.of(0, AXLE_HEIGHT, AXLE_FRONT - 0.3);
        pen.ball(hub, 0.5, 0.5, 0.4, 14, wood);
        for (int k = 0; k < 4; k++) {
            double a = Math.PI / 2 * k + 0.35;
            Vec out = Vec.of(StrictMath.cos(a), StrictMath.sin(a), 0);
            Vec side = Vec.of(-out.y(), out.x(), 0);
            pen.bar(hub, hub.plus(9.4, out), 0.17, 0.11, 6, wood);
            for (int i = 0; i <= 16; i++) {
                double r = 1.6 + 7.6 * i / 16;
                pen.bar(hub.plus(r, out).plus(-0.25, side), hub.plus(r, out).plus(1.9, side), 0.05, 0.05, 4, wood);
            }
            for (double s : new double[] {0.95, 1.9}) {
                pen.bar(hub.plus(1.6, out).plus(s, side), hub.plus(9.2, out).plus(s, side), 0.05, 0.05, 4, wood);
            }
            double set = k == 2 ? 4.5 : 8.8;
            Vec back = Vec.of(0, 0, 0.09);
            if (k != 1) {
                pen.quad(hub.plus(1.8, out).plus(0.1, side).plus(back), hub.plus(set, out).plus(0.1, side).plus(back),
                        hub.plus(set, out).plus(1.85, side).plus(back), hub.plus(1.8, out).plus(1.85, side).plus(back),
                        cloth);
            }
        }
    }
}
