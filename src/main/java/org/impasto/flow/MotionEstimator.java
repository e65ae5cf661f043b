package org.impasto.flow;

import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * How the picture moved from one frame to the next, and how far that may be believed ({@link TrustMask}). Flow in both directions is
 * estimated, smoothed along the picture ({@link FlowSmoother}, {@link Guide}) from where patches can be matched ({@link StructureTensor}), chosen among the picture's few motions where ground speaks for another ({@link MotionChoice}),
 * decided along outlines ({@link FlowMedian}), fitted to the pixels ({@link FlowRefiner}) and smoothed again; beside what was uncovered it is not believed ({@link UncoveredMargin}). Not safe for use by several threads at once.
 */
public final class MotionEstimator implements AutoCloseable {
    /** What benches compare: each leaves out more. */
    public enum Way {
        /** All steps; on flat ground only steep slopes taken for motion boundaries. */
        AS_RENDERED,
        /** No motion chosen by what ground looks like. */
        NOTHING_CHOSEN,
        /** The ground beside what was uncovered not trusted at all. */
        OPEN_MARGIN,
        /** The ground beside what was uncovered trusted. */
        WITHOUT_MARGIN,
        /** The same, and nothing decided along outlines. */
        REFINED,
        /** The flow smoothed once. */
        SMOOTHED,
        /** The flow smoothed once, motion boundaries by one constant. */
        BOUNDARIES_AS_PUBLISHED,
        /** The flow as it was estimated, boundaries as published. */
        NOT_SMOOTHED
    }

    // A slope of a seventh of a pixel. docs/decisions.md has the table.
    private static final float STEEP_ON_FLAT = 0.02f;

    private final FlowEstimator flow;
    private final FlowSmoother smoother = new FlowSmoother();
    private final Guide guide = new Guide();
    private final MotionChoice choice = new MotionChoice();
    private final FlowMedian median = new FlowMedian();
    private final FlowRefiner refiner = new FlowRefiner();
    private final Way way;

    /** The flow of both directions: backward stands on the pixels of this frame, forward on those of the previous one. */
    private record Both(FlowField backward, FlowField forward) {
        Both reversed() {
            return new Both(forward, backward);
        }

        Plane backwardTrust() {
            return TrustMask.of(backward, forward, TrustMask.Border.FULL, Rows.SERIAL);
        }

        Plane forwardTrust() {
            return TrustMask.of(forward, backward, TrustMask.Border.FULL, Rows.SERIAL);
        }
    }

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
        return estimate(previous, current, false).motion();
    }

    /** The same, and as seen from the previous frame: little more work, since flow is estimated in both directions anyway. */
    public MotionPair bothWays(Image previous, Image current) {
        return estimate(previous, current, true);
    }

    private MotionPair estimate(Image previous, Image current, boolean reverse) {
        Side p = Side.of(previous);
        Side c = Side.of(current);
        Both both = new Both(flow.estimate(c.luma(), p.luma()), flow.estimate(p.luma(), c.luma()));
        if (way == Way.NOT_SMOOTHED) {
            return new MotionPair(new Motion(both.backward(), both.backwardTrust()), reverse ? Optional.of(new Motion(both.forward(), both.forwardTrust())) : Optional.empty());
        }
        Plane leftOfC = c.residual(p, both.backward());
        Plane leftOfP = p.residual(c, both.forward());
        c = c.along(guide.of(c, leftOfC));
        p = p.along(guide.of(p, leftOfP));
        float[] textureOfC = c.structure().matchable(leftOfC);
        float[] textureOfP = p.structure().matchable(leftOfP);
        both = smooth(both, p, textureOfP, c, textureOfC);
        float[] chosenOfC = new float[textureOfC.length];
        float[] chosenOfP = new float[textureOfC.length];
        if (way == Way.AS_RENDERED) {
            MotionChoice.Chosen backward = choice.choose(both.backward(), both.backwardTrust(), textureOfC, c, p);
            MotionChoice.Chosen forward = choice.choose(both.forward(), both.forwardTrust(), textureOfP, p, c);
            both = new Both(backward.flow(), forward.flow());
            chosenOfC = backward.chosen();
            chosenOfP = forward.chosen();
            both = new Both(spread(backward, both, c, p), spread(forward, both.reversed(), p, c));
        }
        if (way.compareTo(Way.WITHOUT_MARGIN) <= 0) {
            both = new Both(median.decide(both.backward(), both.backwardTrust(), current), median.decide(both.forward(), both.forwardTrust(), previous));
        }
        if (way.compareTo(Way.REFINED) <= 0) {
            both = new Both(refiner.refine(both.backward(), c.luma(), p.luma()), refiner.refine(both.forward(), p.luma(), c.luma()));
            both = smooth(both, p, p.matchable(c, both.forward(), chosenOfP), c, c.matchable(p, both.backward(), chosenOfC));
        }
        return new MotionPair(believed(both, c), reverse ? Optional.of(believed(both.reversed(), p)) : Optional.empty());
    }

    /** @param side the frame on whose pixels the first of the flows stands */
    private Motion believed(Both both, Side side) {
        Plane trust = way == Way.BOUNDARIES_AS_PUBLISHED ? both.backwardTrust()
                : TrustMask.of(both.backward(), both.forward(), TrustMask.Border.FULL, Rows.SERIAL, steep(side.structure()));
        if (way.compareTo(Way.OPEN_MARGIN) <= 0) {
            UncoveredMargin.open(trust, TrustMask.uncovered(both.backward(), both.forward()), both.backward(), way == Way.OPEN_MARGIN ? 0 : UncoveredMargin.LEFT);
        }
        return new Motion(both.backward(), trust);
    }

    /** @param both the chosen flows; on the pixels of {@code side} the first of them */
    private FlowField spread(MotionChoice.Chosen choice, Both both, Side side, Side other) {
        return choice.any() ? smoother.spread(choice, both.backwardTrust(), side.guide(), side.matchable(other, choice.flow(), choice.chosen())) : choice.flow();
    }

    private Both smooth(Both both, Side p, float[] textureOfP, Side c, float[] textureOfC) {
        return new Both(smoother.smooth(both.backward(), both.backwardTrust(), c.guide(), textureOfC), smoother.smooth(both.forward(), both.forwardTrust(), p.guide(), textureOfP));
    }

    /** What may count as a motion boundary: a slope that is noise on flat ground parts two things at an edge of the picture. */
    static TrustMask.Steepness steep(StructureTensor structure) {
        return pixel -> TrustMask.STEEP + structure.flatness(pixel) * (STEEP_ON_FLAT - TrustMask.STEEP);
    }

    @Override
    public void close() {
        flow.close();
        smoother.close();
        choice.close();
        guide.close();
        median.close();
        refiner.close();
    }
}
