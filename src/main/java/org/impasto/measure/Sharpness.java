package org.impasto.measure;

import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;

/** Gradient energy: the mean squared difference of neighbouring pixels' luma. Only ratios between two renders mean anything. */
public final class Sharpness {
    private Sharpness() {
    }

    public static double of(Image image) {
        return of(Luma.of(image));
    }

    /** The same of one plane. */
    static double of(Plane luma) {
        double sum = 0;
        for (int y = 0; y + 1 < luma.height(); y++) {
            for (int x = 0; x + 1 < luma.width(); x++) {
                double dx = luma.at(x + 1, y) - luma.at(x, y);
                double dy = luma.at(x, y + 1) - luma.at(x, y);
                sum += dx * dx + dy * dy;
            }
        }
        return sum / (luma.width() * luma.height());
    }
}
