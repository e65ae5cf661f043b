package org.impasto.coherence;

import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Keeps the colour where paint is renewed. A network that continues old paint paints a trace lighter, darker or bluer than it did alone, and in a shot that stands
 * still that adds up from renewal to renewal. So over a wide neighbourhood the new paint is given the mean of the paint that it takes the place of, as far as
 * the source has stayed the same; what the source has changed by is allowed for. Strokes differ by much more than this, patch by patch; the neighbourhood is so wide, and the
 * correction so small, that they are left alone.
 */
final class Renewal {
    /** A correction is this at most, of values from 0 to 1. */
    static final float MOST = 0.02f;
    private static final int RADIUS = 480;

    private Renewal() {
    }

    /**
     * The freshly painted frame, corrected where old paint stands.
     *
     * @param prior the paint that was carried here
     * @param seen what the source looked like where that was made, smoothed
     * @param now the source, smoothed
     * @param change of the source since, 0 to 1
     * @param stands where the prior is trusted
     * @param renewed where it is painted anew all the same
     */
    static Image coloured(Image fresh, Image prior, Image seen, Image now, Plane change, boolean[] stands, boolean[] renewed, Rows rows) {
        int w = fresh.width();
        int n = fresh.pixels();
        Plane weight = new Plane(w, fresh.height());
        boolean any = false;
        for (int i = 0; i < n; i++) {
            weight.data()[i] = renewed[i] ? Photometric.believed(change.data()[i]) : 0;
            any |= weight.data()[i] > 0;
        }
        if (!any) {
            return fresh;
        }
        Plane near = BoxBlur.of(weight, RADIUS, rows);
        // As coarse as what is known of the time when the paint was made: what is lost by that would add up as well.
        SmoothPlanes here = new SmoothPlanes(now.data(), 3, w, fresh.height());
        Image result = new Image(w, fresh.height(), fresh.data().clone());
        for (int c = 0; c < 3; c++) {
            Plane off = new Plane(w, fresh.height());
            for (int i = 0, k = c * n; i < n; i++, k++) {
                if (weight.data()[i] > 0) {
                    off.data()[i] = weight.data()[i] * (prior.data()[k] + here.value(c, i % w, i / w) - seen.data()[k] - fresh.data()[k]);
                }
            }
            Plane mean = BoxBlur.of(off, RADIUS, rows);
            for (int i = 0, k = c * n; i < n; i++, k++) {
                // What is left of running sums where there is nothing is not nothing.
                if (stands[i] && near.data()[i] > 1e-6f) {
                    float by = Math.max(-MOST, Math.min(MOST, mean.data()[i] / near.data()[i]));
                    result.data()[k] = Math.max(0, Math.min(1, fresh.data()[k] + by));
                }
            }
        }
        return result;
    }
}
