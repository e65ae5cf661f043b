package org.impasto.flow;

import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * How the picture moved from one frame to the next: flow in both directions, smoothed along the picture ({@link FlowSmoother}), and
 * how far it may be believed ({@link TrustMask}). Not safe for use by several threads at once.
 */
public final class MotionEstimator implements AutoCloseable {
    private final FlowEstimator flow;
    private final FlowSmoother smoother = new FlowSmoother();
    private final boolean smoothing;

    /** @param flow closed by this object */
    public MotionEstimator(FlowEstimator flow) {
        this(flow, true);
    }

    /**
     * For comparing.
     *
     * @param flow closed by this object
     * @param smoothing false takes the flow as it was estimated
     */
    public MotionEstimator(FlowEstimator flow, boolean smoothing) {
        this.flow = flow;
        this.smoothing = smoothing;
    }

    /** @param previous the previous frame
     *  @param current this frame, of the same size */
    public Motion between(Image previous, Image current) {
        Plane p = Luma.of(previous);
        Plane c = Luma.of(current);
        FlowField b = flow.estimate(c, p);
        FlowField f = flow.estimate(p, c);
        if (!smoothing) {
            return new Motion(b, mask(b, f));
        }
        FlowField backward = smoother.smooth(b, mask(b, f), current, c);
        FlowField forward = smoother.smooth(f, mask(f, b), previous, p);
        return new Motion(backward, mask(backward, forward));
    }

    private static Plane mask(FlowField one, FlowField other) {
        return TrustMask.of(one, other, TrustMask.Border.FULL, Rows.SERIAL);
    }

    @Override
    public void close() {
        flow.close();
        smoother.close();
    }
}
