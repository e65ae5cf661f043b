package org.impasto.scene;

/** Waves inside a wavy outline: an occluder without texture files. Its edge fades over about two layer units. */
final class Blob implements Paint {
    private final Paint inside;
    private final double x;
    private final double y;
    private final double radius;
    private final double phase;

    Blob(Paint inside, double x, double y, double radius, double phase) {
        this.inside = inside;
        this.x = x;
        this.y = y;
        this.radius = radius;
        this.phase = phase;
    }

    @Override
    public void sample(double px, double py, double footprint, float[] rgba) {
        double edge = edge(px, py);
        double t = Math.max(0, Math.min(1, 0.5 + edge / (2 * Math.max(1, footprint))));
        if (t <= 0) {
            rgba[0] = rgba[1] = rgba[2] = rgba[3] = 0;
            return;
        }
        inside.sample(px, py, footprint, rgba);
        float a = (float) (t * t * (3 - 2 * t));
        for (int c = 0; c < 4; c++) {
            rgba[c] *= a;
        }
    }

    @Override
    public int coverage(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        double d = dx * dx + dy * dy;
        return d > 2.2 * radius * radius + 64 ? 0 : 1;
    }

    /** About the distance to the outline, positive inside. */
    private double edge(double px, double py) {
        double dx = px - x;
        double dy = py - y;
        double d = Math.sqrt(dx * dx + dy * dy);
        double angle = StrictMath.atan2(dy, dx);
        double rim = radius * (1 + 0.18 * StrictMath.sin(3 * angle + phase) + 0.09 * StrictMath.sin(7 * angle - phase));
        return (rim - d) * 0.9;
    }
}
