package org.impasto.coherence;

import java.util.Map;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * The paint of earlier frames, fetched to where the current frame shows the things that it was painted on.
 *
 * @param young the paint that is there to stay; where nothing was kept, black
 * @param old the paint that it takes the place of; {@code young} where there is none
 * @param share of {@code old}, 0 to 1
 * @param seam the share of paints of other frames than its own in a pixel, 0 to 1; see {@link Fetch}
 * @param lost variance of luma that mixing those has cost the pixel; see {@link Fetch#lost}
 * @param contrast of the fine structure of both, by their shares, when they were painted, {@link ContrastBlend#fine}
 * @param seen what the source looked like where the paint was made
 * @param known whether anything was kept for a pixel
 */
record Carried(Image young, Image old, Plane share, Plane seam, Plane lost, float[] contrast, Image seen, boolean[] known) {
    private static final int REGION = 8;

    /** @param now number of the current frame in its shot
     *  @param source that frame, smoothed */
    static Carried fetch(Origin paint, Origin fading, Map<Integer, Anchor> anchors, int now, Image source, Generations generations, Rows rows) {
        int w = paint.width();
        int h = paint.height();
        int n = w * h;
        Carried c = new Carried(new Image(w, h), new Image(w, h), new Plane(w, h), new Plane(w, h), new Plane(w, h), new float[ContrastBlend.FINE * n], new Image(w, h),
                new boolean[n]);
        shares(c.share, paint, fading, anchors, now, source, generations, rows);
        soften(c.share, paint, fading, rows);
        Plane seams = Fetch.seams(paint, rows);
        Plane before = Fetch.seams(fading, rows);
        rows.each(h, (from, to) -> {
            Fetch old = new Fetch(fading, before, anchors);
            Fetch fetch = new Fetch(paint, fading, c.share.data(), seams, anchors, old);
            for (int i = from * w; i < to * w; i++) {
                float others = fetch.paint(i, c.young.data(), c.old.data());
                c.known[i] = others != Fetch.NOTHING;
                if (c.known[i]) {
                    c.seam.data()[i] = others;
                    c.lost.data()[i] = fetch.lost();
                    for (int p = 0; p < 3; p++) {
                        c.seen.data()[p * n + i] = fetch.seen()[p];
                    }
                    float s = c.share.data()[i];
                    if (s > 0) {
                        c.seam.data()[i] += s * (1 - others) * old.seam();
                        c.lost.data()[i] += s * (1 - others) * old.lost();
                    }
                    for (int band = 0; band < ContrastBlend.FINE; band++) {
                        float contrast = anchors.get(paint.frame()[i]).contrast(band, paint.x()[i], paint.y()[i]);
                        if (s > 0) {
                            contrast += s * (anchors.get(fading.frame()[i]).contrast(band, fading.x()[i], fading.y()[i]) - contrast);
                        }
                        c.contrast[band * n + i] = contrast;
                    }
                }
            }
        });
        return c;
    }

    /** How much of the paint that fades is shown: as much as its time leaves of it, where its thing still looks as it did. */
    private static void shares(Plane share, Origin paint, Origin fading, Map<Integer, Anchor> anchors, int now, Image source, Generations generations, Rows rows) {
        int w = paint.width();
        int h = paint.height();
        Plane change = new Plane(w, h);
        Plane fades = new Plane(w, h);
        rows.each(h, (from, to) -> {
            float[] look = new float[3];
            for (int i = from * w; i < to * w; i++) {
                share.data()[i] = generations.before(i, paint.frame()[i], fading.frame()[i], now);
                if (share.data()[i] > 0) {
                    anchors.get(fading.frame()[i]).seen(fading.x()[i], fading.y()[i], look);
                    change.data()[i] = Photometric.difference(look, source, i);
                    fades.data()[i] = 1;
                }
            }
        });
        // Of a region: light that has changed, and not an outline that is half a pixel off.
        Plane changes = BoxBlur.of(change, REGION, rows);
        Plane of = BoxBlur.of(fades, REGION, rows);
        for (int i = 0; i < w * h; i++) {
            if (share.data()[i] > 0) {
                share.data()[i] *= Generations.fits(changes.data()[i] / of.data()[i]);
            }
        }
    }

    /**
     * Lets less be shown of the paint that fades towards where there is none of it, and only what takes its place. Beside that, which was made for the whole frame, what has been carried for long may be half a pixel off, and
     * where it is cut hard an outline is there twice.
     */
    private static void soften(Plane share, Origin paint, Origin fading, Rows rows) {
        int w = share.width();
        int h = share.height();
        Plane none = new Plane(w, h);
        for (int i = 0; i < w * h; i++) {
            none.data()[i] = fading.frame()[i] == Origin.NONE ? 1 : 0;
        }
        float[] near = BoxBlur.of(none, Fetch.REACH, rows).data();
        rows.each(h, (from, to) -> {
            for (int i = from * w; i < to * w; i++) {
                // The share of a single pixel is 1/25; less is what running sums leave.
                if (share.data()[i] > 0 && near[i] > 0.01f) {
                    share.data()[i] *= Math.max(0, 1 - 2 * gone(i, none, paint));
                }
            }
        });
    }

    /** Of what has the same paint around a pixel, the share where none fades. */
    private static float gone(int i, Plane none, Origin paint) {
        int w = paint.width();
        int x = i % w;
        int y = i / w;
        float sum = 0;
        float of = 0;
        for (int qy = Math.max(0, y - Fetch.REACH); qy <= Math.min(paint.height() - 1, y + Fetch.REACH); qy++) {
            for (int qx = Math.max(0, x - Fetch.REACH); qx <= Math.min(w - 1, x + Fetch.REACH); qx++) {
                if (Fetch.one(paint, qy * w + qx, x - qx, y - qy, i, 0, 0)) {
                    float weight = Fetch.weight(qx - x, qy - y);
                    sum += weight * none.data()[qy * w + qx];
                    of += weight;
                }
            }
        }
        return sum / of;
    }

    /** Of values that both paints have, what is to be had of the mixture. */
    Plane mixed(Plane ofYoung, Plane ofOld) {
        Plane mix = new Plane(ofYoung.width(), ofYoung.height());
        for (int i = 0; i < mix.data().length; i++) {
            mix.data()[i] = ofYoung.data()[i] + share.data()[i] * (ofOld.data()[i] - ofYoung.data()[i]);
        }
        return mix;
    }

    /** The carried picture, both paints mixed. */
    Image mixed(Rows rows) {
        int w = young.width();
        int n = young.pixels();
        Image mix = new Image(w, young.height());
        rows.each(young.height(), (from, to) -> {
            for (int c = 0; c < 3; c++) {
                for (int i = from * w; i < to * w; i++) {
                    float y = young.data()[c * n + i];
                    mix.data()[c * n + i] = y + share.data()[i] * (old.data()[c * n + i] - y);
                }
            }
        });
        return mix;
    }
}
