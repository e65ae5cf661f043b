package org.impasto.scene;

import org.impasto.image.Image;

/** Light that a lens spreads around what is bright. */
final class Bloom {
    private Bloom() {
    }

    /** Mixes a share of a wide blur into the picture, in place. */
    static void add(Image light, double share, double scale) {
        int radius = Math.max(1, (int) Math.round(7 * scale));
        int w = light.width();
        int h = light.height();
        float[] data = light.data();
        float[] one = new float[w * h];
        float[] two = new float[w * h];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(data, c * w * h, one, 0, w * h);
            // Three box filters one after the other are nearly a Gaussian.
            for (int pass = 0; pass < 3; pass++) {
                lines(one, two, w, h, 1, w, radius);
                lines(two, one, h, w, w, 1, radius);
            }
            for (int i = 0; i < w * h; i++) {
                int k = c * w * h + i;
                data[k] += (float) share * (one[i] - data[k]);
            }
        }
    }

    private static void lines(float[] from, float[] to, int length, int count, int step, int line, int radius) {
        for (int l = 0; l < count; l++) {
            int start = l * line;
            double sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += from[start + clamp(i, length) * step];
            }
            for (int i = 0; i < length; i++) {
                to[start + i * step] = (float) (sum / (2 * radius + 1));
                sum += from[start + clamp(i + radius + 1, length) * step]
                        - from[start + clamp(i - radius, length) * step];
            }
        }
    }

    private static int clamp(int i, int length) {
        return Math.max(0, Math.min(length - 1, i));
    }
}
