package org.impasto.shots;

import org.impasto.image.Image;

/** A frame shrunk to a grid of mean colours: all that the shot detector keeps of it. */
final class Thumbnail {
    private static final int COLUMNS = 32;
    private static final int ROWS = 18;

    private final float[] means;

    private Thumbnail(float[] means) {
        this.means = means;
    }

    static Thumbnail of(Image image) {
        int w = image.width();
        int h = image.height();
        int columns = Math.min(COLUMNS, w);
        int lines = Math.min(ROWS, h);
        float[] means = new float[3 * columns * lines];
        for (int c = 0; c < 3; c++) {
            for (int r = 0; r < lines; r++) {
                int y1 = r * h / lines;
                int y2 = (r + 1) * h / lines;
                for (int k = 0; k < columns; k++) {
                    int x1 = k * w / columns;
                    int x2 = (k + 1) * w / columns;
                    float sum = 0;
                    for (int y = y1; y < y2; y++) {
                        for (int x = x1; x < x2; x++) {
                            sum += image.data()[(c * h + y) * w + x];
                        }
                    }
                    means[(c * lines + r) * columns + k] = sum / ((x2 - x1) * (y2 - y1));
                }
            }
        }
        return new Thumbnail(means);
    }

    /** Mean absolute difference, 0 to 1. */
    float difference(Thumbnail other) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += Math.abs(means[i] - other.means[i]);
        }
        return (float) (sum / means.length);
    }
}
