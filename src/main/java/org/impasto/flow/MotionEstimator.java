package org.impasto.flow;

import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Flow in both directions and the trust mask that follows from them, at a fraction of the picture's size. Not safe for use by
 * several threads at once.
 */
public final class MotionEstimator implements AutoCloseable {
    private final FlowEstimator flow;
    private final int reduction;

    /**
     * @param flow closed by this object
     * @param reduction 1 estimates at full size, 2 at half size, ...
     */
    public MotionEstimator(FlowEstimator flow, int reduction) {
        this.flow = flow;
        this.reduction = reduction;
    }

    /** @param previous luma of the previous frame, 0 to 1
     *  @param current luma of this frame */
    public Motion between(Plane previous, Plane current) {
        Plane p = Scale.down(previous, reduction);
        Plane c = Scale.down(current, reduction);
        FlowField backward = flow.estimate(c, p);
        FlowField forward = flow.estimate(p, c);
        Plane trust = TrustMask.of(backward, forward, TrustMask.Border.FULL, Rows.SERIAL);
        return new Motion(Scale.up(backward, reduction, current.width(), current.height()),
                Scale.up(trust, reduction, current.width(), current.height()));
    }

    @Override
    public void close() {
        flow.close();
    }
}
