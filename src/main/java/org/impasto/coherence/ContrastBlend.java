package org.impasto.coherence;

import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Blends the prior over the freshly painted frame without going soft.
 *
 * <p>A mixture of two textures that do not line up has less contrast than either: of two unrelated ones mixed half and half, half
 * the variance is left. Frame after frame that turns paint into fog. So the fine structure of the mixture is amplified to
 * the contrast that its parts have, region by region; the idea is the variance-preserving blending of Heitz and Neyret
 * ("High-performance by-example noise using a histogram-preserving blending operator", 2018). Paint that is only carried is given
 * back the contrast that it was painted with: what resampling costs.
 */
final class ContrastBlend {
    // Radii of windows. Coarse first: what it adds to the finest band is then seen there.
    private static final int FINEST = 1;
    private static final int[] BANDS = {4, FINEST};
    // Of what paint loses by growing with its thing: periods of four to seven pixels, which the finest band hardly sees.
    private static final int GROWN = 2;
    /** The bands that paint is given back its contrast in. */
    static final int[] KEPT = {FINEST, GROWN};
    private static final int REGION = 10;
    private static final float MOST = 1.5f;
    // By which paint that is only carried may be amplified, to the contrast that it was painted with: what resampling costs. At a seam, where it is a mixture, by MOST. And what follows a network, to the network's.
    private static final float CRISPER = 1.2f;
    // Variance below which there is no structure to speak of: a fifth of an 8-bit step.
    private static final float FLOOR = 1e-6f;

    private ContrastBlend() {
    }

    /**
     * The prior over the rest of the fresh picture.
     *
     * @param carried what the prior is mixed from
     * @param prior that mixture
     * @param kept for each pixel the share of the prior
     * @param follows whether a network is followed ({@link Following}): what is mixed has the contrast that the network paints there
     * @param growth of its paint, {@link Growth}: what has grown to twice its width is amplified by two at most to make up for that
     */
    static Image blend(Carried carried, Image prior, Image fresh, float[] kept, boolean follows, Plane growth, boolean restore, Rows rows) {
        if (!restore) {
            return mixed(prior, fresh, kept, rows);
        }
        // Where nothing of a film stands that follows its network, what was carried has no say.
        if (follows && !whole(kept)) {
            return ofOne(prior, fresh, kept, rows);
        }
        Plane bare = Luma.of(fresh);
        Image result = mixed(prior, fresh, kept, rows);
        for (int radius : BANDS) {
            Plane has = variance(Luma.of(result), radius, rows);
            Plane wanted = variance(bare, radius, rows);
            float[] gains = gains(result, carried, has, wanted, kept, radius, rows);
            for (int i = 0; follows && i < gains.length; i++) {
                gains[i] = kept[i] == 1 ? gains[i] : crisp(wanted.data()[i], has.data()[i], CRISPER, kept[i]);
            }
            result = Amplified.by(result, gains, fresh, kept, radius, rows);
        }
        return Amplified.by(result, grown(result, carried, kept, follows, growth, rows), fresh, kept, GROWN, rows);
    }

    /**
     * Two pictures that one network has painted of the same things, mixed, with the contrast that it paints there.
     *
     * @param other what is laid over the fresh picture
     * @param share of it, for each pixel
     */
    static Image ofOne(Image other, Image fresh, float[] share, Rows rows) {
        Plane bare = Luma.of(fresh);
        Image result = mixed(other, fresh, share, rows);
        for (int radius : BANDS) {
            Plane has = variance(Luma.of(result), radius, rows);
            Plane wanted = variance(bare, radius, rows);
            float[] gains = new float[share.length];
            for (int i = 0; i < gains.length; i++) {
                gains[i] = crisp(wanted.data()[i], has.data()[i], CRISPER, share[i]);
            }
            result = Amplified.by(result, gains, fresh, share, radius, rows);
        }
        return result;
    }

    private static Image mixed(Image prior, Image fresh, float[] kept, Rows rows) {
        int w = fresh.width();
        int n = fresh.pixels();
        Image mix = new Image(w, fresh.height());
        rows.each(fresh.height(), (from, to) -> {
            for (int c = 0; c < 3; c++) {
                for (int i = from * w; i < to * w; i++) {
                    float k = kept[i];
                    int j = c * n + i;
                    mix.data()[j] = k == 1 ? prior.data()[j] : fresh.data()[j] + k * (prior.data()[j] - fresh.data()[j]);
                }
            }
        });
        return mix;
    }

    /** Whether any pixel is wholly the prior's. */
    private static boolean whole(float[] kept) {
        for (float k : kept) {
            if (k == 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * By how much what is finer than a window is to be amplified, region by region, for the contrast that the parts of the mixture have there: the young and the
     * old paint and the fresh.
     *
     * @param vm variance of the mixture, {@code vf} of the fresh
     */
    private static float[] gains(Image image, Carried carried, Plane vm, Plane vf, float[] kept, int radius, Rows rows) {
        int w = image.width();
        Plane vy = variance(Luma.of(carried.young()), radius, rows);
        Plane vo = variance(Luma.of(carried.old()), radius, rows);
        Plane regained = radius == FINEST ? null : regained(image, carried, radius, rows);
        float[] gains = new float[image.pixels()];
        rows.each(image.height(), (from, to) -> {
            for (int i = from * w; i < to * w; i++) {
                float k = kept[i];
                float s = carried.share().data()[i];
                float wanted = k * (s * vo.data()[i] + (1 - s) * vy.data()[i]) + (1 - k) * vf.data()[i];
                float gain = (float) Math.sqrt((wanted + FLOOR) / (vm.data()[i] + FLOOR));
                // Only as far as a pixel is a mixture: paint that stands alone keeps its bits.
                float mixed = Math.max(mixed(k), k * mixed(s));
                gain = 1 + (Math.min(MOST, Math.max(1, gain)) - 1) * Math.min(1, 2 * mixed);
                if (regained != null) {
                    gain = Math.max(gain, (float) Math.sqrt(1 + k * regained.data()[i]));
                } else {
                    float limit = CRISPER + (MOST - CRISPER) * Math.min(1, 2 * mixed(carried.seam().data()[i]));
                    gain = Math.max(gain, crisp(square(carried.contrast()[i]), vm.data()[i], limit, k));
                }
                gains[i] = gain;
            }
        });
        return gains;
    }

    /** By how much paint is to be amplified for what it has lost by growing, and no more than it has grown by. */
    private static float[] grown(Image image, Carried carried, float[] kept, boolean follows, Plane growth, Rows rows) {
        int n = image.pixels();
        Plane has = variance(Luma.of(image), GROWN, rows);
        float[] gains = new float[n];
        for (int i = 0; i < n; i++) {
            gains[i] = follows && kept[i] < 1 ? 1 : Math.max(1, crisp(square(carried.contrast()[n + i]), has.data()[i], (float) StrictMath.exp(growth.data()[i] / 2), kept[i]));
        }
        return gains;
    }

    /** The gain, up to a limit, that gives carried paint the contrast that it had, or is to have. */
    private static float crisp(float wanted, float variance, float limit, float kept) {
        float crisp = (float) Math.sqrt((wanted + FLOOR) / (variance + FLOOR));
        return 1 + (Math.min(limit, Math.max(1, crisp)) - 1) * kept;
    }

    private static float square(float v) {
        return v * v;
    }

    /** By what share of it the variance of each pixel is to grow for what seams between paints cost their region ({@link Fetch#lost}); only pixels at a seam grow. */
    private static Plane regained(Image image, Carried carried, int radius, Rows rows) {
        int w = image.width();
        Plane luma = Luma.of(image);
        Plane low = BoxBlur.of(luma, radius, rows);
        Plane left = new Plane(w, image.height());
        rows.each(image.height(), (from, to) -> {
            for (int i = from * w; i < to * w; i++) {
                float d = luma.data()[i] - low.data()[i];
                left.data()[i] = mixed(carried.seam().data()[i]) * d * d;
            }
        });
        Plane lost = BoxBlur.of(carried.lost(), REGION, rows);
        Plane has = BoxBlur.of(left, REGION, rows);
        Plane result = new Plane(w, image.height());
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = mixed(carried.seam().data()[i]) * Math.min(MOST * MOST - 1, lost.data()[i] / (has.data()[i] + FLOOR));
        }
        return result;
    }

    /** How far a pixel that has this share of something else is a mixture: 1 for half and half. */
    private static float mixed(float share) {
        return 4 * share * (1 - share);
    }

    /** Contrast of the fine structure in each of the bands that it is kept of ({@link #KEPT}), region by region: standard deviations of luma, one plane after the other. */
    static float[] fine(Image image, Rows rows) {
        int n = image.pixels();
        Plane luma = Luma.of(image);
        float[] fine = new float[KEPT.length * n];
        for (int band = 0; band < KEPT.length; band++) {
            float[] variance = variance(luma, KEPT[band], rows).data();
            for (int i = 0; i < n; i++) {
                fine[band * n + i] = (float) Math.sqrt(variance[i]);
            }
        }
        return fine;
    }

    /** Mean square of the fine structure of the luma, region by region. */
    private static Plane variance(Plane luma, int radius, Rows rows) {
        Plane low = BoxBlur.of(luma, radius, rows);
        Plane square = new Plane(luma.width(), luma.height());
        rows.each(luma.height(), (from, to) -> {
            for (int i = from * luma.width(); i < to * luma.width(); i++) {
                float d = luma.data()[i] - low.data()[i];
                square.data()[i] = d * d;
            }
        });
        return BoxBlur.of(square, REGION, rows);
    }
}
