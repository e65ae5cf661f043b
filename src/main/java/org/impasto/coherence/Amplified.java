package org.impasto.coherence;

import org.impasto.flow.WindowExtremes;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/** A picture whose fine structure has been amplified. */
final class Amplified {
    private Amplified() {
    }

    /**
     * Amplifies what is finer than a window, but where a pixel is a mixture not beyond what the network paints in the window around it. A pixel that is half trusted for many frames is amplified in
     * each, and what came out goes into the next: it ended black or white, a speck.
     *
     * @param gains of each pixel
     * @param fresh what the network paints
     * @param kept for each pixel the share of the prior, 1 where it is no mixture
     * @param radius of the window
     */
    static Image by(Image image, float[] gains, Image fresh, float[] kept, int radius, Rows rows) {
        int w = image.width();
        int h = image.height();
        int n = image.pixels();
        Image result = new Image(w, h);
        try (WindowExtremes window = new WindowExtremes(radius)) {
            for (int c = 0; c < 3; c++) {
                int plane = c * n;
                Plane low = BoxBlur.of(image.channel(c), radius, rows);
                float[] painted = fresh.channel(c).data();
                float[] least = window.least(painted, w, h);
                float[] most = window.most(painted, w, h);
                rows.each(h, (from, to) -> {
                    for (int i = from * w; i < to * w; i++) {
                        // A gain of one must not cost a rounding: untouched pixels keep their bits.
                        float v = image.data()[plane + i];
                        if (gains[i] != 1) {
                            float more = low.data()[i] + gains[i] * (v - low.data()[i]);
                            v = kept[i] == 1 ? more : Math.min(Math.max(v, most[i]), Math.max(Math.min(v, least[i]), more));
                        }
                        result.data()[plane + i] = v < 0 ? 0 : v > 1 ? 1 : v;
                    }
                });
            }
        }
        return result;
    }
}
