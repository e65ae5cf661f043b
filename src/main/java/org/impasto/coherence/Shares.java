package org.impasto.coherence;

import java.util.Map;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/** How much of the paint that fades is shown: as much as its time leaves of it, where its thing still looks as it did, and less towards where there is none of it. */
final class Shares {
    private static final int REGION = 8;
    // Of the squares over which what is refused is cut softly.
    private static final int SOFT = 1;

    private Shares() {
    }

    /**
     * Of each pixel, 0 to 1.
     *
     * @param now number of the current frame in its shot
     * @param source that frame, smoothed
     */
    static Plane of(Origin paint, Origin fading, Map<Integer, Anchor> anchors, int now, Image source, Generations generations, Rows rows) {
        int w = paint.width();
        int h = paint.height();
        Plane share = new Plane(w, h);
        Plane change = new Plane(w, h);
        Plane fades = new Plane(w, h);
        Plane trust = new Plane(w, h);
        rows.each(h, (from, to) -> {
            float[] look = new float[3];
            for (int i = from * w; i < to * w; i++) {
                share.data()[i] = generations.before(i, paint.frame()[i], fading.frame()[i], now);
                if (share.data()[i] > 0) {
                    anchors.get(fading.frame()[i]).seen(fading.x()[i], fading.y()[i], look);
                    change.data()[i] = Photometric.difference(look, source, i);
                    fades.data()[i] = 1;
                    trust.data()[i] = Photometric.trust(change.data()[i]);
                }
            }
        });
        // Of a region: light that has changed, and not an outline that is half a pixel off.
        Plane changes = BoxBlur.of(change, REGION, rows);
        Plane of = BoxBlur.of(fades, REGION, rows);
        // And of a pixel: what is carried on beside something that moves otherwise may slide onto its outline.
        Plane around = BoxBlur.tent(trust, SOFT, rows);
        Plane ofAround = BoxBlur.tent(fades, SOFT, rows);
        for (int i = 0; i < w * h; i++) {
            if (share.data()[i] > 0) {
                share.data()[i] *= Generations.fits(changes.data()[i] / of.data()[i]) * Math.min(trust.data()[i], around.data()[i] / ofAround.data()[i]);
            }
        }
        soften(share, paint, fading, rows);
        return share;
    }

    /**
     * Lets less be shown of the paint that fades towards where there is none of it, and only what takes its place. Beside that, which was made for the whole frame, what has been carried for long may be half a pixel off, and
     * where it is cut hard an outline is there twice.
     */
    private static void soften(Plane share, Origin paint, Origin fading, Rows rows) {
        int w = share.width();
        boolean[] none = new boolean[share.data().length];
        for (int i = 0; i < none.length; i++) {
            none[i] = fading.frame()[i] == Origin.NONE;
        }
        boolean[] near = Near.of(none, w, Fetch.REACH, rows);
        rows.each(share.height(), (from, to) -> {
            for (int i = from * w; i < to * w; i++) {
                if (share.data()[i] > 0 && near[i]) {
                    share.data()[i] *= Math.max(0, 1 - 2 * gone(i, none, paint));
                }
            }
        });
    }

    /** Of what has the same paint around a pixel, the share where none fades. */
    private static float gone(int i, boolean[] none, Origin paint) {
        int w = paint.width();
        int x = i % w;
        int y = i / w;
        float sum = 0;
        float of = 0;
        for (int qy = Math.max(0, y - Fetch.REACH); qy <= Math.min(paint.height() - 1, y + Fetch.REACH); qy++) {
            for (int qx = Math.max(0, x - Fetch.REACH); qx <= Math.min(w - 1, x + Fetch.REACH); qx++) {
                if (Fetch.one(paint, qy * w + qx, x - qx, y - qy, i, 0, 0)) {
                    float weight = Fetch.weight(qx - x, qy - y);
                    sum += none[qy * w + qx] ? weight : 0;
                    of += weight;
                }
            }
        }
        return sum / of;
    }
}
