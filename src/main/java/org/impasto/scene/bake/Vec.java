package org.impasto.scene.bake;

/** A point, a direction or a linear-light RGB colour. */
public record Vec(double x, double y, double z) {
    public static final Vec ZERO = new Vec(0, 0, 0);

    public static Vec of(double x, double y, double z) {
        return new Vec(x, y, z);
    }

    /** The linear-light colour that an sRGB colour picker calls {@code 0xRRGGBB}. */
    public static Vec srgb(int rrggbb) {
        return new Vec(linear(rrggbb >> 16 & 255), linear(rrggbb >> 8 & 255), linear(rrggbb & 255));
    }

    public Vec plus(Vec o) {
        return new Vec(x + o.x, y + o.y, z + o.z);
    }

    public Vec minus(Vec o) {
        return new Vec(x - o.x, y - o.y, z - o.z);
    }

    public Vec times(double k) {
        return new Vec(x * k, y * k, z * k);
    }

    /** Component by component, as light of one colour on a surface of another. */
    public Vec times(Vec o) {
        return new Vec(x * o.x, y * o.y, z * o.z);
    }

    /** {@code this + k * o}. */
    public Vec plus(double k, Vec o) {
        return new Vec(x + k * o.x, y + k * o.y, z + k * o.z);
    }

    public Vec mix(Vec o, double share) {
        return new Vec(x + (o.x - x) * share, y + (o.y - y) * share, z + (o.z - z) * share);
    }

    public double dot(Vec o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public Vec cross(Vec o) {
        return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public Vec unit() {
        return times(1 / length());
    }

    /** Turned about the vertical axis; {@code cos, sin} of the angle from x towards z. */
    public Vec turned(double cos, double sin) {
        return new Vec(cos * x - sin * z, y, sin * x + cos * z);
    }

    /** The direction in which a ray along {@code this} leaves a mirror with unit normal {@code n}. */
    public Vec reflected(Vec n) {
        return plus(-2 * dot(n), n);
    }

    private static double linear(int code) {
        double c = code / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }
}
