package org.impasto.measure;

import org.impasto.image.Plane;

/**
 * Structural distance to the reference: 1 - SSIM, the mean over all windows that lie wholly in the picture.
 *
 * <p>Formula: SSIM = (2 m n + C1)(2 c + C2) / ((m² + n² + C1)(v + w + C2)) of the luma in Gaussian windows of 11 x 11 pixels and sigma 1.5, with
 * means m, n, variances v, w and covariance c, C1 = 0.01², C2 = 0.03². Unit: none. Range: 0 (the same picture) to 2; unlike pictures
 * lie near 1. Source: Wang et al., "Image quality assessment: from error visibility to structural similarity", TIP 2004.
 *
 * <p>A coherent render need not equal its reference: of two paintings of the same frame that are both good, strokes lie differently.
 */
final class Structure {
    private static final int RADIUS = 5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;
    private static final double[] WINDOW = window();

    private Structure() {
    }

    /** @return NaN where the picture is smaller than a window */
    static double distance(Plane a, Plane b) {
        int w = a.width();
        int h = a.height();
        int side = 2 * RADIUS + 1;
        if (w < side || h < side) {
            return Double.NaN;
        }
        // Five means for each column of a band of rows: of a, b, a², b² and ab.
        double[][] down = new double[5][w];
        double sum = 0;
        for (int y = 0; y + side <= h; y++) {
            columns(a, b, y, down);
            for (int x = 0; x + side <= w; x++) {
                sum += ssim(down, x);
            }
        }
        return 1 - sum / ((double) (w - side + 1) * (h - side + 1));
    }

    private static void columns(Plane a, Plane b, int y, double[][] down) {
        for (int x = 0; x < a.width(); x++) {
            double m = 0;
            double n = 0;
            double mm = 0;
            double nn = 0;
            double mn = 0;
            for (int k = 0; k < WINDOW.length; k++) {
                double p = a.at(x, y + k);
                double q = b.at(x, y + k);
                double g = WINDOW[k];
                m += g * p;
                n += g * q;
                mm += g * p * p;
                nn += g * q * q;
                mn += g * p * q;
            }
            down[0][x] = m;
            down[1][x] = n;
            down[2][x] = mm;
            down[3][x] = nn;
            down[4][x] = mn;
        }
    }

    private static double ssim(double[][] down, int x) {
        double m = across(down[0], x);
        double n = across(down[1], x);
        double v = across(down[2], x) - m * m;
        double w = across(down[3], x) - n * n;
        double c = across(down[4], x) - m * n;
        return (2 * m * n + C1) * (2 * c + C2) / ((m * m + n * n + C1) * (v + w + C2));
    }

    private static double across(double[] row, int x) {
        double sum = 0;
        for (int k = 0; k < WINDOW.length; k++) {
            sum += WINDOW[k] * row[x + k];
        }
        return sum;
    }

    private static double[] window() {
        double[] g = new double[2 * RADIUS + 1];
        double sum = 0;
        for (int i = -RADIUS; i <= RADIUS; i++) {
            g[i + RADIUS] = StrictMath.exp(-i * i / (2 * 1.5 * 1.5));
            sum += g[i + RADIUS];
        }
        for (int i = 0; i < g.length; i++) {
            g[i] /= sum;
        }
        return g;
    }
}
