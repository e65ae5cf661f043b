package org.impasto.flow;

/**
 * A motion of a whole picture: displacements of {@code (u + ux x + uy y, v + vx x + vy y)} pixels, {@code (x, y)} counted from the picture's centre in parts of its width.
 */
record AffineMotion(double u, double ux, double uy, double v, double vx, double vy) {
    static double x(int pixel, int width) {
        return (pixel % width - width / 2.0) / width;
    }

    static double y(int pixel, int width, int height) {
        return (pixel / width - height / 2.0) / width;
    }

    double right(double x, double y) {
        return u + ux * x + uy * y;
    }

    double down(double x, double y) {
        return v + vx * x + vy * y;
    }

    /** The same for each pixel. */
    FlowField field(int width, int height) {
        FlowField field = new FlowField(width, height);
        for (int i = 0; i < field.u().length; i += width) {
            double y = y(i, width, height);
            for (int k = i; k < i + width; k++) {
                double x = x(k - i, width);
                field.u()[k] = (float) right(x, y);
                field.v()[k] = (float) down(x, y);
            }
        }
        return field;
    }
}
