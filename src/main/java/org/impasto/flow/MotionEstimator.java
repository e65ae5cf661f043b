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
    /** What benches compare. */
    public enum Way {
        /** The flow smoothed, and on flat ground only steep slopes taken for motion boundaries. */
        AS_RENDERED,
        /** The flow smoothed, motion boundaries by one constant. */
        BOUNDARIES_AS_PUBLISHED,
        /** The flow as it was estimated, boundaries as published. */
        NOT_SMOOTHED
    }

    // A slope of a seventh of a pixel. docs/decisions.md has the table.
    private static final float STEEP_ON_FLAT = 0.02f;

    private final FlowEstimator flow;
    private final FlowSmoother smoother = new FlowSmoother();
    private final Way way;

    /** @param flow closed by this object */
    public MotionEstimator(FlowEstimator flow) {
        this(flow, Way.AS_RENDERED);
    }

    /**
     * For comparing.
     *
     * @param flow closed by this object
     * @param way how
     */
    public MotionEstimator(FlowEstimator flow, Way way) {
        this.flow = flow;
        this.way = way;
    }

    /** @param previous the previous frame
     *  @param current this frame, of the same size */
    public Motion between(Image previous, Image current) {
        Plane p = Luma.of(previous);
        Plane c = Luma.of(current);
        FlowField b = flow.estimate(c, p);
        FlowField f = flow.estimate(p, c);
        if (way == Way.NOT_SMOOTHED) {
            return new Motion(b, mask(b, f));
        }
        StructureTensor structure = StructureTensor.of(c);
        FlowField backward = smoother.smooth(b, mask(b, f), current, structure);
        FlowField forward = smoother.smooth(f, mask(f, b), previous, StructureTensor.of(p));
        return new Motion(backward, way == Way.BOUNDARIES_AS_PUBLISHED ? mask(backward, forward)
                : TrustMask.of(backward, forward, TrustMask.Border.FULL, Rows.SERIAL, steep(structure)));
    }

    /** What may count as a motion boundary: a slope that is noise on flat ground parts two things at an edge of the picture. */
    static TrustMask.Steepness steep(StructureTensor structure) {
        return pixel -> TrustMask.STEEP + structure.flatness(pixel) * (STEEP_ON_FLAT - TrustMask.STEEP);
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
