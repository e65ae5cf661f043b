package org.impasto.report;

import java.util.Arrays;
import org.impasto.image.Image;

/** Pictures turned, made smaller and set beside each other. */
final class Panel {
    private Panel() {
    }

    /** The picture as players show it. */
    static Image turned(Image image, int clockwise) {
        if (clockwise == 0) {
            return image;
        }
        int w = image.width();
        int h = image.height();
        boolean lies = clockwise != 180;
        Image result = new Image(lies ? h : w, lies ? w : h);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    int tx = clockwise == 90 ? h - 1 - y : clockwise == 180 ? w - 1 - x : y;
                    int ty = clockwise == 90 ? x : clockwise == 180 ? h - 1 - y : w - 1 - x;
                    result.data()[(c * result.height() + ty) * result.width() + tx] = image.at(c, x, y);
                }
            }
        }
        return result;
    }

    /** The means of squares of pixels; what is left over at the right and below is cut off. */
    static Image smaller(Image image, int by) {
        if (by == 1) {
            return image;
        }
        Image result = new Image(image.width() / by, image.height() / by);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < result.height(); y++) {
                for (int x = 0; x < result.width(); x++) {
                    float sum = 0;
                    for (int k = 0; k < by * by; k++) {
                        sum += image.at(c, x * by + k % by, y * by + k / by);
                    }
                    result.data()[(c * result.height() + y) * result.width() + x] = sum / (by * by);
                }
            }
        }
        return result;
    }

    /** Copies a picture into another one, its last column repeated up to an even width. */
    static void put(Image picture, Image into, int left, int top) {
        int even = picture.width() + picture.width() % 2;
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < picture.height(); y++) {
                int from = (c * picture.height() + y) * picture.width();
                int to = (c * into.height() + top + y) * into.width() + left;
                System.arraycopy(picture.data(), from, into.data(), to, picture.width());
                Arrays.fill(into.data(), to + picture.width(), to + even, picture.data()[from + picture.width() - 1]);
            }
        }
    }
}
