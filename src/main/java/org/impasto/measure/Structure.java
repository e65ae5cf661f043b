package org.impasto.measure;

import java.util.Arrays;
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
        // Five means for each column of a band of rows, and for each window: of a, b, a², b² and ab. Loops run along the rows, so that
        // the processor can take several pixels at once.
        double[][] down = new double[5][w];
        double[][] means = new double[5][w - side + 1];
        double sum = 0;
        for (int y = 0; y + side <= h; y++) {
            columns(a, b, y, down);
            for (int m = 0; m < means.length; m++) {
                across(down[m], means[m]);
            }
            for (int x = 0; x + side <= w; x++) {
                sum += ssim(means[0][x], means[1][x], means[2][x], means[3][x], means[4][x]);
            }
        }
        return 1 - sum / ((double) (w - side + 1) * (h - side + 1));
    }

    private static void columns(Plane a, Plane b, int y, double[][] down) {
        for (double[] mean : down) {
            Arrays.fill(mean, 0);
        }
        int w = a.width();
        double[] m = down[0];
        double[] n = down[1];
        double[] mm = down[2];
        double[] nn = down[3];
        double[] mn = down[4];
        for (int k = 0; k < WINDOW.length; k++) {
            double g = WINDOW[k];
            int row = (y + k) * w;
            for (int x = 0; x < w; x++) {
                double p = a.data()[row + x];
                double q = b.data()[row + x];
                m[x] += g * p;
                n[x] += g * q;
                mm[x] += g * p * p;
                nn[x] += g * q * q;
                mn[x] += g * p * q;
            }
        }
    }

    private static void across(double[] row, double[] means) {
        Arrays.fill(means, 0);
        for (int k = 0; k < WINDOW.length; k++) {
            double g = WINDOW[k];
            for (int x = 0; x < means.length; x++) {
                means[x] += g * row[x + k];
            }
        }
    }

    /** Of one window, from the means of its values, of their squares and of their product. */
    private static double ssim(double m, double n, double mm, double nn, double mn) {
        double v = mm - m * m;
        double w = nn - n * n;
        double c = mn - m * n;
        return (2 * m * n + C1) * (2 * c + C2) / ((m * m + n * n + C1) * (v + w + C2));
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
