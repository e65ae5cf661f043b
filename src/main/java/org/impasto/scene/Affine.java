package org.impasto.scene;

/** The map {@code (x, y) -> (a x + b y + c, d x + e y + f)}. */
record Affine(double a, double b, double c, double d, double e, double f) {
    static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    static Affine shift(double x, double y) {
        return new Affine(1, 0, x, 0, 1, y);
    }

    /** Scaling and turning about a point; positive degrees turn clockwise on a screen whose y points down. */
    static Affine about(double x, double y, double scale, double degrees) {
        double angle = StrictMath.toRadians(degrees);
        double cos = scale * StrictMath.cos(angle);
        double sin = scale * StrictMath.sin(angle);
        return new Affine(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y);
    }

    /** Rows slide sideways in proportion to their distance from the row {@code y0}: a ground plane seen in passing. */
    static Affine shear(double perRow, double y0) {
        return new Affine(1, perRow, -perRow * y0, 0, 1, 0);
    }

    /** First this map, then the other. */
    Affine then(Affine o) {
        return new Affine(o.a * a + o.b * d, o.a * b + o.b * e, o.a * c + o.b * f + o.c,
                o.d * a + o.e * d, o.d * b + o.e * e, o.d * c + o.e * f + o.f);
    }

    Affine inverse() {
        double det = a * e - b * d;
        if (det == 0) {
            throw new IllegalArgumentException("a map without inverse: " + this);
        }
        return new Affine(e / det, -b / det, (b * f - c * e) / det, -d / det, a / det, (c * d - a * f) / det);
    }

    double x(double px, double py) {
        return a * px + b * py + c;
    }

    double y(double px, double py) {
        return d * px + e * py + f;
    }

    /** The larger of the lengths to which the unit steps in x and in y are mapped. */
    double stretch() {
        return Math.sqrt(Math.max(a * a + d * d, b * b + e * e));
    }
}
