package org.impasto.measure;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.impasto.flow.FlowEstimator;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/**
 * Motion estimated from the source, in both directions; what the two do not agree on is hidden. The rules are those of Ruder et al. (GCPR
 * 2016), which Lai et al. measure with, too.
 */
final class EstimatedMotion implements MotionSource {
    private final FlowEstimator forth;
    private final FlowEstimator back;
    private final String description;

    /**
     * Measured along the first, checked by the second, which needs be no more exact than the check.
     *
     * @param forth from a frame to the next; closed by this object
     * @param back from a frame to the one before; closed by this object, and another one, since both work at once
     */
    EstimatedMotion(FlowEstimator forth, FlowEstimator back, String description) {
        this.forth = forth;
        this.back = back;
        this.description = description;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public boolean knowsCuts() {
        return false;
    }

    @Override
    public Step to(long index, Samples earlier, Samples later) {
        Plane before = earlier.luma();
        Plane now = later.luma();
        CompletableFuture<FlowField> reverse = CompletableFuture.supplyAsync(() -> back.estimate(now, before));
        FlowField forward;
        try {
            forward = forth.estimate(before, now);
        } finally {
            reverse.handle((f, e) -> null).join();
        }
        FlowField backward = reverse.join();
        return new Step(forward, WarpError.hidden(forward, backward), Optional.of(new Step.Uncovered(backward, inconsistent(backward, forward))));
    }

    /** 1 where a displacement stays in the picture but does not lead back. Motion boundaries alone uncover nothing. */
    private static Plane inconsistent(FlowField there, FlowField back) {
        Plane result = new Plane(there.width(), there.height());
        Bilinear at = new Bilinear(there.width(), there.height());
        for (int i = 0; i < result.data().length; i++) {
            double u = there.u()[i];
            double v = there.v()[i];
            if (at.place(i, u, v)) {
                double bu = at.of(back.u());
                double bv = at.of(back.v());
                double gap = (u + bu) * (u + bu) + (v + bv) * (v + bv);
                result.data()[i] = gap >= 0.01 * (u * u + v * v + bu * bu + bv * bv) + 0.5 ? 1 : 0;
            }
        }
        return result;
    }

    @Override
    public void close() {
        forth.close();
        back.close();
    }
}
