package org.impasto.scene;

/** Blurs a raster of four values a texel. */
final class Blur {
    private Blur() {
    }

    /**
     * A Gaussian blur, in place; outside the raster is what lies at its edge.
     *
     * @param sigma standard deviation, texels; below 0.2 nothing happens
     */
    static void gaussian(float[] rgba, int w, int h, double sigma) {
        if (sigma < 0.2) {
            return;
        }
        int radius = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += kernel[i + radius] = (float) StrictMath.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) sum;
        }
        float[] other = new float[rgba.length];
        pass(rgba, other, kernel, w, h, 4, 4 * w);
        pass(other, rgba, kernel, h, w, 4 * w, 4);
    }

    private static void pass(float[] from, float[] to, float[] kernel, int length, int lines, int step, int line) {
        int radius = kernel.length / 2;
        for (int l = 0; l < lines; l++) {
            for (int i = 0; i < length; i++) {
                int at = l * line + i * step;
                for (int c = 0; c < 4; c++) {
                    float sum = 0;
                    for (int k = -radius; k <= radius; k++) {
                        int j = Math.max(0, Math.min(length - 1, i + k));
                        sum += kernel[k + radius] * from[l * line + j * step + c];
                    }
                    to[at + c] = sum;
                }
            }
        }
    }
}
