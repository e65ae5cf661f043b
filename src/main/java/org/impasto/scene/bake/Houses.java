package org.impasto.scene.bake;

/** Houses of an old town. A house stands on its pen's origin, its front along x at z = 0, its depth towards z. */
public final class Houses {
    private static final Vec[] SHUTTERS = {Vec.srgb(0x2f5d50), Vec.srgb(0x3c6e8f), Vec.srgb(0x7a3b2e),
        Vec.srgb(0x4f6d3a), Vec.srgb(0x8a8f94)};
    private static final Vec[] AWNINGS = {Vec.srgb(0xc8503c), Vec.srgb(0xe8d9b0), Vec.srgb(0x3f7fa6),
        Vec.srgb(0xe0a33a)};
    private static final Material FRAME = Materials.plain(Vec.srgb(0xe9e2d2));
    private static final Material GLASS = Materials.glass(Vec.srgb(0x1d2730));
    private static final Material DOOR = Materials.wood(Vec.srgb(0x6a4428), 0.4, 3);

    private Houses() {
    }

    /** What a house is like; lengths in metres. */
    public record Plan(double width, double depth, int storeys, Vec wall, Vec roof, boolean gableInFront, boolean shop) {
        double eaves() {
            return 0.5 + 3.0 * storeys;
        }
    }

    public static void build(Pen pen, Plan plan, Rng rng) {
        int seed = rng.below(100000);
        Material wall = Materials.plaster(plan.wall, seed);
        Material roof = Materials.tiles(plan.roof, seed);
        double w = plan.width;
        double h = plan.eaves();
        pen.box(0, 0, 0, w, h, plan.depth, wall);
        pen.box(-0.02, 0, -0.06, w + 0.02, 0.7, 0, Materials.masonry(Vec.srgb(0x8d8577), 0.35, seed));
        if (plan.gableInFront) {
            gable(pen, plan, h, wall, roof);
        } else {
            saddle(pen, plan, h, wall, roof);
        }
        double chimney = w * rng.between(0.15, 0.8);
        pen.box(chimney, h, plan.depth * 0.55, chimney + 0.7, h + w * 0.25 + 1.9, plan.depth * 0.55 + 0.7, wall);
        windows(pen, plan, rng);
    }

    private static void windows(Pen pen, Plan plan, Rng rng) {
        Material shutter = Materials.plain(rng.pick(SHUTTERS));
        int columns = Math.max(2, (int) Math.round(plan.width / 2.3));
        double pitch = plan.width / columns;
        boolean shutters = rng.next() < 0.75;
        int door = rng.below(columns);
        for (int s = 0; s < plan.storeys; s++) {
            for (int c = 0; c < columns; c++) {
                double x = (c + 0.5) * pitch;
                double y = 0.5 + 3.0 * s + 0.75;
                if (s == 0 && (c == door || plan.shop)) {
                    entrance(pen, x, pitch, plan.shop && c != door);
                } else {
                    window(pen, x, y, shutters, shutter, rng.next() < 0.12);
                    if (s > 0 && rng.next() < 0.16) {
                        balcony(pen, x, y, rng);
                    }
                }
            }
        }
        if (plan.shop) {
            awning(pen, plan.width, rng);
        }
    }

    private static void window(Pen pen, double x, double y, boolean shutters, Material shutter, boolean closed) {
        pen.box(x - 0.52, y - 0.06, -0.10, x + 0.52, y + 0.02, 0, FRAME);
        pen.box(x - 0.48, y, -0.05, x + 0.48, y + 1.55, 0.0, FRAME);
        pen.box(x - 0.40, y + 0.06, -0.06, x - 0.03, y + 1.47, -0.03, GLASS);
        pen.box(x + 0.03, y + 0.06, -0.06, x + 0.40, y + 1.47, -0.03, GLASS);
        if (closed) {
            pen.box(x - 0.46, y, -0.10, x + 0.46, y + 1.55, -0.06, shutter);
        } else if (shutters) {
            pen.box(x - 0.95, y - 0.02, -0.11, x - 0.5, y + 1.57, 0, shutter);
            pen.box(x + 0.5, y - 0.02, -0.11, x + 0.95, y + 1.57, 0, shutter);
        }
    }

    private static void entrance(Pen pen, double x, double pitch, boolean window) {
        double half = window ? pitch * 0.42 : 0.6;
        pen.box(x - half - 0.12, 0, -0.08, x + half + 0.12, 2.6, 0, FRAME);
        pen.box(x - half, window ? 0.7 : 0, -0.1, x + half, 2.45, -0.05, window ? GLASS : DOOR);
    }

    private static void balcony(Pen pen, double x, double y, Rng rng) {
        Material iron = Materials.plain(Vec.srgb(0x2a2c30));
        pen.box(x - 0.9, y - 0.3, -0.75, x + 0.9, y - 0.15, 0, FRAME);
        for (int i = 0; i <= 9; i++) {
            double bx = x - 0.88 + 1.76 * i / 9;
            pen.box(bx - 0.02, y - 0.15, -0.74, bx + 0.02, y + 0.7, -0.71, iron);
        }
        pen.box(x - 0.9, y + 0.68, -0.76, x + 0.9, y + 0.74, -0.70, iron);
        Material flower = Materials.leaves(rng.pick(new Vec[] {Vec.srgb(0xd8455c), Vec.srgb(0xe9792e),
            Vec.srgb(0xc456a8)}), Vec.srgb(0x3b6b2c), 5);
        Vec c = pen.world(Vec.of(x, y + 0.55, -0.78));
        Plants.clump(pen.mesh(), c, 0.85, 0.28, 0.25, 150, 0.16, flower, rng);
    }

    private static void awning(Pen pen, double width, Rng rng) {
        Material one = Materials.cloth(rng.pick(AWNINGS), 2);
        Material two = Materials.cloth(Vec.srgb(0xefe6d2), 3);
        int stripes = (int) (width / 0.55);
        for (int i = 0; i < stripes; i++) {
            double a = 0.3 + (width - 0.6) * i / stripes;
            double b = 0.3 + (width - 0.6) * (i + 1) / stripes;
            Material m = i % 2 == 0 ? one : two;
            pen.quad(Vec.of(a, 3.2, -0.05), Vec.of(b, 3.2, -0.05), Vec.of(b, 2.5, -1.9), Vec.of(a, 2.5, -1.9), m);
            pen.quad(Vec.of(a, 2.5, -1.9), Vec.of(b, 2.5, -1.9), Vec.of(b, 2.2, -1.92), Vec.of(a, 2.2, -1.92), m);
        }
    }

    /** Ridge along the front. */
    private static void saddle(Pen pen, Plan plan, double h, Material wall, Material roof) {
        double w = plan.width;
        double d = plan.depth;
        double ridge = h + d * 0.30;
        double o = 0.45;
        double low = h - 0.25;
        pen.quad(Vec.of(-0.2, low, -o), Vec.of(w + 0.2, low, -o), Vec.of(w + 0.2, ridge, d / 2),
                Vec.of(-0.2, ridge, d / 2), roof);
        pen.quad(Vec.of(-0.2, low, d + o), Vec.of(w + 0.2, low, d + o), Vec.of(w + 0.2, ridge, d / 2),
                Vec.of(-0.2, ridge, d / 2), roof);
        pen.box(-0.2, low - 0.16, -o - 0.05, w + 0.2, low + 0.02, -o + 0.04, FRAME);
        pen.triangle(Vec.of(0, h, 0), Vec.of(0, h, d), Vec.of(0, ridge - 0.1, d / 2), wall);
        pen.triangle(Vec.of(w, h, 0), Vec.of(w, h, d), Vec.of(w, ridge - 0.1, d / 2), wall);
    }

    /** Ridge in depth, the gable looks at the camera. */
    private static void gable(Pen pen, Plan plan, double h, Material wall, Material roof) {
        double w = plan.width;
        double d = plan.depth;
        double ridge = h + w * 0.42;
        double o = 0.35;
        double low = h - o * 0.8;
        pen.triangle(Vec.of(0, h, 0), Vec.of(w, h, 0), Vec.of(w / 2, ridge - 0.05, 0), wall);
        pen.triangle(Vec.of(0, h, d), Vec.of(w, h, d), Vec.of(w / 2, ridge - 0.05, d), wall);
        pen.quad(Vec.of(-o, low, -0.4), Vec.of(w / 2, ridge, -0.4), Vec.of(w / 2, ridge, d), Vec.of(-o, low, d), roof);
        pen.quad(Vec.of(w + o, low, -0.4), Vec.of(w / 2, ridge, -0.4), Vec.of(w / 2, ridge, d), Vec.of(w + o, low, d),
                roof);
        window(pen, w / 2, h + 0.1, false, FRAME, false);
    }

    /** A bell tower with a pyramid of tiles on top. */
    public static void tower(Pen pen, double width, double height, Vec wall, Vec roof, int seed) {
        Material stone = Materials.masonry(wall, 0.5, seed);
        Material dark = Materials.plain(Vec.srgb(0x221d1c));
        pen.box(0, 0, 0, width, height, width, stone);
        for (double y : new double[] {height * 0.45, height * 0.78, height}) {
            pen.box(-0.25, y - 0.35, -0.25, width + 0.25, y, width + 0.25, FRAME);
        }
        pen.box(width * 0.3, height * 0.83, -0.06, width * 0.46, height * 0.95, 0, dark);
        pen.box(width * 0.54, height * 0.83, -0.06, width * 0.7, height * 0.95, 0, dark);
        pen.ball(Vec.of(width / 2, height * 0.66, -0.02), width * 0.22, width * 0.22, 0.1, 20, FRAME);
        pen.box(width * 0.485, height * 0.66, -0.2, width * 0.515, height * 0.66 + width * 0.17, -0.1, dark);
        Material tiles = Materials.tiles(roof, seed);
        Vec peak = Vec.of(width / 2, height + width * 1.25, width / 2);
        double a = -0.3;
        double b = width + 0.3;
        pen.triangle(Vec.of(a, height, a), Vec.of(b, height, a), peak, tiles);
        pen.triangle(Vec.of(b, height, a), Vec.of(b, height, b), peak, tiles);
        pen.triangle(Vec.of(b, height, b), Vec.of(a, height, b), peak, tiles);
        pen.triangle(Vec.of(a, height, b), Vec.of(a, height, a), peak, tiles);
    }
}
