package org.impasto.flow;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * Gives ground the one of a picture's dominant motions that what it looks like speaks for. Where there is hardly any texture a flow is filled in from around, and what stands in front has the sharper
 * outlines: sky between branches moves with them. But hardly any is not none: over a whole piece of sky the faintest shading says which motion is right.
 *
 * <p>Layers of affine motion as in Wang and Adelson, "Representing moving images with layers", IEEE Transactions on Image Processing 1994; what each would leave unexplained is gathered along the picture before it
 * is compared (Hosni et al., "Fast cost-volume filtering for visual correspondence and beyond", TPAMI 2013, here by {@link PictureFilter}). Not safe for use by several threads at once.
 */
final class MotionChoice implements AutoCloseable {
    // Chosen by flow errors on our clips, on moved photographs, and by warp error on real footage; docs/decisions.md has the tables.
    private static final double LAMBDA = 1000;
    // Differences of smoothed colours, 0 to 1, beyond this count as this: along an outline each motion but one is wrong, by any amount.
    private static final float MOST = 0.002f;
    // Another motion has to leave less than this share, what is left anyway included.
    private static final float BETTER = 0.8f;
    // The least noise there is: rounding to 8 bits leaves a little less.
    private static final float ROUNDING = 0.0004f;
    // Pixels. What differs by less is what the refinement is for.
    private static final float OTHERWISE = 1;
    // For the median one of so many pixels is enough.
    private static final int EVERY = 7;

    private final PictureFilter filter = new PictureFilter();

    /**
     * A flow, and where it was chosen anew.
     *
     * @param chosen 1 where one of the dominant motions has taken the flow's place, else 0
     */
    record Chosen(FlowField flow, float[] chosen) {
        boolean any() {
            return IntStream.range(0, chosen.length).anyMatch(i -> chosen[i] > 0);
        }
    }

    /**
     * One direction.
     *
     * @param flow on the pixels of {@code side}
     * @param trust 0 to 1, how far each displacement is believed
     * @param texture 0 to 1, how well patches can be matched
     * @param other frame that the flow leads to
     */
    Chosen choose(FlowField flow, Plane trust, float[] texture, Side side, Side other) {
        int w = flow.width();
        int h = flow.height();
        Chosen result = new Chosen(new FlowField(w, h, flow.u().clone(), flow.v().clone()), new float[w * h]);
        if (Math.min(w, h) < PictureFilter.LEAST_SIDE) {
            return result;
        }
        float[] believed = new float[w * h];
        for (int i = 0; i < believed.length; i++) {
            believed[i] = trust.data()[i] * texture[i];
        }
        List<FlowField> motions = DominantMotions.of(flow, believed).stream().map(m -> m.field(w, h)).filter(m -> anywhereOtherwise(m, flow)).toList();
        if (motions.isEmpty()) {
            return result;
        }
        try (PictureFilter.Along along = filter.along(side.guide(), LAMBDA)) {
            float[] left = left(side.look(), other.look(), flow);
            float noise = Math.max(ROUNDING * ROUNDING, median(left));
            float[] least = along.smooth(left);
            for (int i = 0; i < least.length; i++) {
                least[i] = BETTER * (least[i] + noise) - noise;
            }
            for (FlowField motion : motions) {
                float[] its = along.smooth(left(side.look(), other.look(), motion));
                for (int i = 0; i < its.length; i++) {
                    if (its[i] < least[i] && otherwise(motion, flow, i)) {
                        least[i] = its[i];
                        result.flow().u()[i] = motion.u()[i];
                        result.flow().v()[i] = motion.v()[i];
                        result.chosen()[i] = 1;
                    }
                }
            }
        }
        return result;
    }

    private static boolean anywhereOtherwise(FlowField a, FlowField b) {
        return IntStream.range(0, a.u().length).anyMatch(i -> otherwise(a, b, i));
    }

    private static boolean otherwise(FlowField a, FlowField b, int pixel) {
        float u = a.u()[pixel] - b.u()[pixel];
        float v = a.v()[pixel] - b.v()[pixel];
        return u * u + v * v > OTHERWISE * OTHERWISE;
    }

    /** The mean square of what a motion does not explain of the three channels. */
    private static float[] left(Image look, Image other, FlowField flow) {
        int w = look.width();
        int h = look.height();
        int n = look.pixels();
        float[] result = new float[n];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                float fromX = Warp.clamp(x + flow.u()[i], w - 1);
                float fromY = Warp.clamp(y + flow.v()[i], h - 1);
                float sum = 0;
                for (int c = 0; c < 3 * n; c += n) {
                    float d = look.data()[c + i] - Warp.smooth(other.data(), c, w, h, fromX, fromY);
                    sum += d * d;
                }
                result[i] = Math.min(MOST * MOST, sum / 3);
            }
        }
        return result;
    }

    private static float median(float[] values) {
        float[] some = new float[(values.length + EVERY - 1) / EVERY];
        for (int k = 0; k < some.length; k++) {
            some[k] = values[k * EVERY];
        }
        Arrays.sort(some);
        return some[some.length / 2];
    }

    @Override
    public void close() {
        filter.close();
    }
}
