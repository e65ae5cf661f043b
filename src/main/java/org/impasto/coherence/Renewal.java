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
     * @param begins what is renewed is corrected by its own mean, and what is kept around that ({@link NewPaint#kept}) by its own: a network that is told of a prior is off by
     *     something else than one that is not
     */
    static Image coloured(Image fresh, Image prior, Image seen, Image now, Plane change, NewPaint begins, Rows rows) {
        if (begins.joinsNone()) {
            return fresh;
        }
        boolean[] renewed = begins.renewed();
        boolean[] around = begins.around();
        int n = fresh.pixels();
        boolean[] rest = new boolean[n];
        for (int i = 0; i < n; i++) {
            rest[i] = begins.stands()[i] && !around[i];
        }
        // As coarse as what is known of the time when the paint was made: what is lost by that would add up as well.
        SmoothPlanes here = new SmoothPlanes(now.data(), 3, fresh.width(), fresh.height());
        Image off = new Image(fresh.width(), fresh.height());
        rows.each(fresh.height(), (from, to) -> {
            for (int i = from * fresh.width(); i < to * fresh.width(); i++) {
                for (int c = 0; c < 3 && (renewed[i] || around[i]); c++) {
                    int k = c * n + i;
                    off.data()[k] = prior.data()[k] + here.value(c, i % fresh.width(), i / fresh.width()) - seen.data()[k] - fresh.data()[k];
                }
            }
        });
        Image result = new Image(fresh.width(), fresh.height(), fresh.data().clone());
        Plane share = share(begins.begun(), change, rows);
        correct(result, off, share, renewed, rest, rows);
        correct(result, off, share, around, around, rows);
        return result;
    }

    /** What each pixel will show of the paint that begins with this frame, as {@link Fetch} has it, as far as the source has stayed the same. */
    private static Plane share(boolean[] begun, Plane change, Rows rows) {
        Plane here = new Plane(change.width(), change.height());
        for (int i = 0; i < begun.length; i++) {
            here.data()[i] = begun[i] ? 1 : 0;
        }
        Plane share = BoxBlur.tent(here, Fetch.REACH / 2, rows);
        for (int i = 0; i < begun.length; i++) {
            share.data()[i] *= Photometric.believed(change.data()[i]);
        }
        return share;
    }

    /** Adds to the pixels of {@code where} what those of {@code by} are off in the mean, over a wide neighbourhood. */
    private static void correct(Image image, Image off, Plane share, boolean[] by, boolean[] where, Rows rows) {
        int n = image.pixels();
        Plane weight = new Plane(image.width(), image.height());
        for (int i = 0; i < n; i++) {
            weight.data()[i] = by[i] ? share.data()[i] : 0;
        }
        Plane near = BoxBlur.of(weight, RADIUS, rows);
        for (int c = 0; c < 3; c++) {
            Plane weighted = new Plane(image.width(), image.height());
            for (int i = 0, k = c * n; i < n; i++, k++) {
                weighted.data()[i] = weight.data()[i] * off.data()[k];
            }
            Plane mean = BoxBlur.of(weighted, RADIUS, rows);
            for (int i = 0, k = c * n; i < n; i++, k++) {
                // What is left of running sums where there is nothing is not nothing.
                if (where[i] && near.data()[i] > 1e-6f) {
                    float add = Math.max(-MOST, Math.min(MOST, mean.data()[i] / near.data()[i]));
                    image.data()[k] = Math.max(0, Math.min(1, image.data()[k] + add));
                }
            }
        }
    }
}
