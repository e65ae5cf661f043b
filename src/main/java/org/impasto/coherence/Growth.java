package org.impasto.coherence;

import org.impasto.image.BoxBlur;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * By how much the paint around each pixel has grown since it was painted. Averaged over a window: a flow trembles from pixel to pixel, and paint whose neighbours wear
 * at different speeds is renewed pixel by pixel, which is grit and not a stroke.
 */
final class Growth {
    private static final int RADIUS = 8;
    private static final float LEAST_AREA = 0.1f;
    private static final float MOST_AREA = 10;

    private Growth() {
    }

    /** The logarithm of the factor by which the area has grown, below 0 where it has shrunk; 0 where no pixel around tells. */
    static Plane of(Origin origin, Rows rows) {
        int w = origin.width();
        int h = origin.height();
        Plane growth = new Plane(w, h);
        Plane tells = new Plane(w, h);
        rows.each(h, (from, to) -> {
            for (int i = from * w; i < Math.min(to, h - 1) * w; i++) {
                if (i % w == w - 1 || origin.frame()[i + 1] != origin.frame()[i] || origin.frame()[i + w] != origin.frame()[i]) {
                    continue;
                }
                // Of the place that a pixel's paint comes from: the paint has grown by as much as that is smaller than a pixel.
                float area = (origin.x()[i + 1] - origin.x()[i]) * (origin.y()[i + w] - origin.y()[i])
                        - (origin.y()[i + 1] - origin.y()[i]) * (origin.x()[i + w] - origin.x()[i]);
                if (area > LEAST_AREA && area < MOST_AREA) {
                    growth.data()[i] = (float) -StrictMath.log(area);
                    tells.data()[i] = 1;
                }
            }
        });
        Plane sum = BoxBlur.of(growth, RADIUS, rows);
        Plane count = BoxBlur.of(tells, RADIUS, rows);
        for (int i = 0; i < w * h; i++) {
            sum.data()[i] = count.data()[i] > 0 ? sum.data()[i] / count.data()[i] : 0;
        }
        return sum;
    }
}
