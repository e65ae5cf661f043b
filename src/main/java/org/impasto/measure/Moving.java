package org.impasto.measure;

import java.util.Map;
import org.impasto.flow.FlowField;

/**
 * Where the source moves from one frame to the next, and how much each track changes there.
 *
 * <p>Formula: sqrt(mean of (B3(x_t) - B3(x_t-1))²) over the pixels where the source moves: its |B3(c_t) - B3(c_t-1)| is above 0.008 and
 * its flow longer than 0.3 pixels, so that neither grain nor a change of light counts; B3 is the luma's mean over 3 x 3 pixels. Unit: coded value. Range: 0 (stands still) to 1; all values a step of d brighter give d. NaN where less than 1 % of the
 * picture moves. Source: ours. A film that stands still while the source moves has a small share of the source's own figure.
 */
final class Moving {
    private static final float CHANGED = 0.008f;
    private static final double MOVED = 0.3;
    private static final double LEAST_SHARE = 0.01;

    private final boolean[] moved;
    private int count;

    /** @param earlier the source's frame before
     *  @param later the source's frame */
    Moving(Samples earlier, Samples later, FlowField forward) {
        float[] a = earlier.mean(1).data();
        float[] b = later.mean(1).data();
        moved = new boolean[a.length];
        for (int i = 0; i < a.length; i++) {
            double u = forward.u()[i];
            double v = forward.v()[i];
            moved[i] = Math.abs(a[i] - b[i]) > CHANGED && u * u + v * v > MOVED * MOVED;
            count += moved[i] ? 1 : 0;
        }
    }

    /** Whether enough moves for a figure. */
    boolean enough() {
        return share() >= LEAST_SHARE;
    }

    /** Share of the picture's pixels that move, 0 to 1. */
    double share() {
        return (double) count / moved.length;
    }

    boolean at(int pixel) {
        return moved[pixel];
    }

    double change(Samples earlier, Samples later) {
        float[] a = earlier.mean(1).data();
        float[] b = later.mean(1).data();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (moved[i]) {
                double d = b[i] - a[i];
                sum += d * d;
            }
        }
        return enough() ? Math.sqrt(sum / count) : Double.NaN;
    }

    void into(FrameFigures figures, Anchor previous, Map<Track, Samples> now) {
        now.forEach((track, samples) -> figures.set(track.of(Metric.CHANGE), change(previous.frame(track), samples)));
        figures.set(Metric.MOVING, share());
    }
}
