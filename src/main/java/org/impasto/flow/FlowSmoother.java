package org.impasto.flow;

import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * Spreads a flow from where it is believed to where it is not, and calms it, along what the picture shows: up to the edges of
 * things and not across them. A flow that was matched patch by patch runs over the outlines of things and trembles on flat ground.
 *
 * <p>A {@link PictureFilter} on the flow times a confidence, divided by the smoothed confidence. Not safe for use by several threads at once.
 */
final class FlowSmoother implements AutoCloseable {
    // Chosen by warp error on our clips and on real footage; docs/decisions.md has the table.
    private static final double LAMBDA = 8000;
    // How much of a believed displacement stands as it was estimated.
    private static final float KEPT = 0.7f;
    private static final float LEAST_CONFIDENCE = 1e-4f;

    private final PictureFilter filter = new PictureFilter();

    /**
     * @param trust 0 to 1, how far each displacement is believed
     * @param picture along which is smoothed; the flow stands on its pixels
     * @param texture 0 to 1, how well the picture's patches can be matched
     */
    FlowField smooth(FlowField flow, Plane trust, Image picture, float[] texture) {
        return Math.min(flow.width(), flow.height()) < PictureFilter.LEAST_SIDE ? flow : smooth(flow, trust, picture, texture, Optional.empty());
    }

    /**
     * The same, but only as far as what was chosen ({@link MotionChoice}) reaches: the rest stays as it is.
     *
     * @param texture 1 where a motion was chosen
     */
    FlowField spread(MotionChoice.Chosen choice, Plane trust, Image picture, float[] texture) {
        return smooth(choice.flow(), trust, picture, texture, Optional.of(choice.chosen()));
    }

    /** @param only 1 for pixels whose confidence decides how far the result counts; empty: it counts everywhere */
    private FlowField smooth(FlowField flow, Plane trust, Image picture, float[] texture, Optional<float[]> only) {
        float[] confidence = new float[texture.length];
        for (int i = 0; i < confidence.length; i++) {
            confidence[i] = trust.data()[i] * trust.data()[i] * texture[i] + LEAST_CONFIDENCE;
        }
        try (PictureFilter.Along along = filter.along(picture, LAMBDA)) {
            float[] c = along.smooth(confidence);
            float[] u = along.smooth(times(flow.u(), confidence));
            float[] v = along.smooth(times(flow.v(), confidence));
            float[] counts = only.map(o -> along.smooth(times(o, confidence))).orElse(c);
            for (int i = 0; i < c.length; i++) {
                float all = Math.max(1e-6f, c[i]);
                float kept = KEPT * trust.data()[i] * texture[i];
                float share = 1 - kept;
                if (only.isPresent()) {
                    share *= Math.min(1, Math.max(0, counts[i] / all));
                    kept = 1 - share;
                }
                float scale = share / all;
                u[i] = kept * flow.u()[i] + u[i] * scale;
                v[i] = kept * flow.v()[i] + v[i] * scale;
            }
            return new FlowField(flow.width(), flow.height(), u, v);
        }
    }

    private static float[] times(float[] a, float[] b) {
        float[] product = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    @Override
    public void close() {
        filter.close();
    }
}
