package org.impasto.measure;

/** A position between pixels: the four around it and their weights, worked out once for all that is fetched there. */
final class Bilinear {
    private final int width;
    private final int height;
    private int topLeft;
    private int right;
    private int down;
    private double wx;
    private double wy;

    Bilinear(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * Goes to a pixel's displaced position.
     *
     * @return false where that is outside the picture (of the pixels' centres) or no number
     */
    boolean place(int pixel, double u, double v) {
        return place(pixel % width, pixel / width, u, v);
    }

    /** The same for a pixel by column and row, which who walks over a picture knows without dividing. */
    boolean place(int column, int row, double u, double v) {
        double x = column + u;
        double y = row + v;
        // Written so that NaN is outside.
        if (!(x >= 0 && x <= width - 1 && y >= 0 && y <= height - 1)) {
            return false;
        }
        int x1 = (int) x;
        int y1 = (int) y;
        wx = x - x1;
        wy = y - y1;
        // What has no weight is not even looked at: it may be no number, hidden, or outside.
        right = wx > 0 ? 1 : 0;
        down = wy > 0 ? width : 0;
        topLeft = y1 * width + x1;
        return true;
    }

    double of(float[] plane) {
        return mix(plane[topLeft], plane[topLeft + right], plane[topLeft + down], plane[topLeft + down + right]);
    }

    /** The squares of what a pixel of one frame differs by from this place in another, summed over the channels. */
    double difference(Samples one, int pixel, Samples other) {
        double sum = 0;
        int plane = width * height;
        for (int c = 0; c < 3; c++) {
            int i = c * plane + topLeft;
            double d = one.raw(c * plane + pixel) - mix(other.raw(i), other.raw(i + right), other.raw(i + down), other.raw(i + down + right));
            sum += d * d;
        }
        return sum * Samples.STEP * Samples.STEP;
    }

    /** Whether any of the pixels that have a weight is marked. */
    boolean touches(float[] mask) {
        return mask[topLeft] != 0 || mask[topLeft + right] != 0 || mask[topLeft + down] != 0 || mask[topLeft + down + right] != 0;
    }

    private double mix(double a, double b, double c, double d) {
        return mix(a, b, c, d, wx, wy);
    }

    /** What lies between four pixels, two above and two below. */
    static double mix(double a, double b, double c, double d, double wx, double wy) {
        double top = a + wx * (b - a);
        return top + wy * (c + wx * (d - c) - top);
    }
}
