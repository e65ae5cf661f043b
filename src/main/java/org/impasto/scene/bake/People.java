package org.impasto.scene.bake;

/** Small figures, to be seen from afar. */
public final class People {
    private static final Material SKIN = Materials.plain(Vec.srgb(0xc08a68));

    private People() {
    }

    /** A standing person of a height in metres; the pen's origin is between the feet. */
    public static void figure(Pen pen, double height, Vec coat, Vec trousers) {
        double k = height / 1.75;
        Material upper = Materials.plain(coat);
        Material lower = Materials.plain(trousers);
        pen.bar(Vec.of(-0.11 * k, 0, 0), Vec.of(-0.09 * k, 0.85 * k, 0), 0.075 * k, 0.1 * k, 8, lower);
        pen.bar(Vec.of(0.13 * k, 0, 0.08 * k), Vec.of(0.08 * k, 0.85 * k, 0), 0.075 * k, 0.1 * k, 8, lower);
        pen.ball(Vec.of(0, 1.12 * k, 0), 0.23 * k, 0.36 * k, 0.15 * k, 12, upper);
        pen.bar(Vec.of(-0.22 * k, 1.36 * k, 0), Vec.of(-0.3 * k, 0.85 * k, -0.08 * k), 0.07 * k, 0.05 * k, 6, upper);
        pen.bar(Vec.of(0.22 * k, 1.36 * k, 0), Vec.of(0.34 * k, 0.95 * k, -0.16 * k), 0.07 * k, 0.05 * k, 6, upper);
        pen.ball(Vec.of(0, 1.62 * k, 0), 0.11 * k, 0.14 * k, 0.12 * k, 10, SKIN);
        pen.ball(Vec.of(0, 1.69 * k, 0.02 * k), 0.12 * k, 0.10 * k, 0.13 * k, 10, lower);
    }
}
