package org.impasto.coherence;

import org.impasto.image.Image;

/** Shrinks pictures to a width by the means of what falls on a pixel. */
final class Shrink {
    private Shrink() {
    }

    static Image to(Image image, int width) {
        if (width >= image.width()) {
            return image;
        }
        int height = Math.round((float) image.height() * width / image.width());
        Image small = new Image(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int x1 = x * image.width() / width;
                int x2 = Math.max(x1 + 1, (x + 1) * image.width() / width);
                int y1 = y * image.height() / height;
                int y2 = Math.max(y1 + 1, (y + 1) * image.height() / height);
                for (int c = 0; c < 3; c++) {
                    float sum = 0;
                    for (int v = y1; v < y2; v++) {
                        for (int u = x1; u < x2; u++) {
                            sum += image.at(c, u, v);
                        }
                    }
                    small.data()[(c * height + y) * width + x] = sum / ((x2 - x1) * (y2 - y1));
                }
            }
        }
        return small;
    }
}
