package org.impasto.measure;

import java.util.Map;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/**
 * Drift of static areas: how far the picture has moved away from the shot's first frame where the source has not changed since.
 *
 * <p>Formula: sqrt(sum of S (x_t - x_0)² / (3 sum of S)) over pixels and channels, coded RGB 0 to 1; S is 1 where the source's luma, as mean over
 * 5 x 5 pixels, has stayed within 0.01 of the shot's first frame in every frame so far, and its flow has not added up to a pixel: a cloud that passes is as grey as the one before it, and
 * paint that goes with it does not drift. Unit: coded value. Range: 0 (nothing has moved)
 * to 1; independent white noise of variance s² gives s sqrt(2). NaN where less than 1 % of the picture is static. Source: ours; the
 * source's own figure is the floor.
 */
final class Drift {
    private static final float STILL = 0.01f;
    private static final double AWAY = 1;
    private static final double LEAST_SHARE = 0.01;

    private final Plane first;
    private final boolean[] moved;
    // How far the flow has gone since then.
    private final float[] u;
    private final float[] v;
    private long still;

    /** @param source the shot's first frame */
    Drift(Samples source) {
        first = calm(source);
        moved = new boolean[source.pixels()];
        u = new float[moved.length];
        v = new float[moved.length];
        still = moved.length;
    }

    /**
     * Takes the next frame of the source.
     *
     * @param forward on the pixels of the frame before
     */
    void advance(Samples source, FlowField forward) {
        Plane now = calm(source);
        still = 0;
        for (int i = 0; i < moved.length; i++) {
            u[i] += forward.u()[i];
            v[i] += forward.v()[i];
            moved[i] |= Math.abs(now.data()[i] - first.data()[i]) > STILL || u[i] * u[i] + v[i] * v[i] > AWAY * AWAY;
            still += moved[i] ? 0 : 1;
        }
    }

    /** Share of the picture's pixels, 0 to 1, that have been static since the shot began. */
    double share() {
        return (double) still / moved.length;
    }

    double of(Samples shotsFirst, Samples now) {
        if (share() < LEAST_SHARE) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < moved.length; i++) {
            for (int c = 0; c < 3 && !moved[i]; c++) {
                double d = now.at(c * moved.length + i) - shotsFirst.at(c * moved.length + i);
                sum += d * d;
            }
        }
        return Math.sqrt(sum / (3.0 * still));
    }

    void into(FrameFigures figures, Anchor shotsFirst, Map<Track, Samples> now) {
        now.forEach((track, samples) -> figures.set(track.of(Metric.DRIFT), of(shotsFirst.frame(track), samples)));
        figures.set(Metric.STATIC, share());
    }

    private static Plane calm(Samples source) {
        return source.mean(2);
    }
}
