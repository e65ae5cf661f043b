package org.impasto.coherence;

import java.util.Map;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * The paint of earlier frames, fetched to where the current frame shows the things that it was painted on.
 *
 * @param young the paint that is there to stay; where nothing was kept, black
 * @param old the paint that it takes the place of; {@code young} where there is none, the very same picture where there is none at all
 * @param share of {@code old}, 0 to 1
 * @param seam the share of paints of other frames than its own in a pixel, 0 to 1; see {@link Fetch}
 * @param lost variance of luma that mixing those has cost the pixel; see {@link Fetch#lost}
 * @param contrast of the fine structure of both, by their shares, when they were painted, {@link ContrastBlend#fine}
 * @param seen what the source looked like where the paint was made
 * @param known whether anything was kept for a pixel
 */
record Carried(Image young, Image old, Plane share, Plane seam, Plane lost, float[] contrast, Image seen, boolean[] known) {
    /** @param now number of the current frame in its shot
     *  @param source that frame, smoothed */
    static Carried fetch(Origin paint, Origin fading, Map<Integer, Anchor> anchors, int now, Image source, Generations generations, Rows rows) {
        int w = paint.width();
        int h = paint.height();
        int n = w * h;
        boolean fades = !fading.isEmpty();
        Image kept = new Image(w, h);
        Carried c = new Carried(kept, fades ? new Image(w, h) : kept, fades ? Shares.of(paint, fading, anchors, now, source, generations, rows) : new Plane(w, h),
                new Plane(w, h), new Plane(w, h), new float[ContrastBlend.KEPT.length * n], new Image(w, h), new boolean[n]);
        Plane seams = Fetch.seams(paint, rows);
        Plane before = fades ? Fetch.seams(fading, rows) : new Plane(w, h);
        rows.each(h, (from, to) -> {
            Fetch old = new Fetch(fading, before, anchors);
            Fetch fetch = new Fetch(paint, fading, c.share.data(), seams, anchors, old);
            for (int i = from * w; i < to * w; i++) {
                float others = fetch.paint(i, c.young.data(), fades ? c.old.data() : null);
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
                    Anchor young = anchors.get(paint.frame()[i]);
                    Anchor gone = s > 0 ? anchors.get(fading.frame()[i]) : null;
                    for (int band = 0; band < ContrastBlend.KEPT.length; band++) {
                        float contrast = young.contrast(band, paint.x()[i], paint.y()[i]);
                        c.contrast[band * n + i] = s > 0 ? contrast + s * (gone.contrast(band, fading.x()[i], fading.y()[i]) - contrast) : contrast;
                    }
                }
            }
        });
        return c;
    }

    /** Whether there is any paint that another takes the place of. */
    boolean fades() {
        return old != young;
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
        if (!fades()) {
            return young;
        }
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
