package org.impasto.render;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.impasto.flow.DisFlow;
import org.impasto.flow.KnownMotion;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionPair;
import org.impasto.flow.MotionEstimator;
import org.impasto.flow.MotionFolder;
import org.impasto.media.Frame;

/** The motion between neighbouring frames: from files where it is known, else estimated. Used by several threads at once. */
final class Motions implements AutoCloseable {
    // See docs/decisions.md for the table that decided.
    private static final DisFlow.Preset PRESET = DisFlow.Preset.MEDIUM;

    private final Optional<KnownMotion> known;
    private final boolean bothWays;
    private final StageClock clock;
    private final ConcurrentLinkedQueue<MotionEstimator> idle = new ConcurrentLinkedQueue<>();

    /** @param bothWays whether motion is wanted as seen from both frames */
    Motions(Optional<KnownMotion> known, boolean bothWays, StageClock clock) {
        this.known = known;
        this.bothWays = bothWays;
        this.clock = clock;
    }

    /** What a request knows of its clip's motion. */
    static Optional<KnownMotion> known(RenderRequest request) {
        return request.motion().map(folder -> new KnownMotion(MotionFolder.open("--motion", folder, request.input())));
    }

    /** @param from the frame before or, where a shot is painted backwards, behind
     *  @param to a frame of the same size */
    MotionPair between(Frame from, Frame to) {
        return clock.time("flow", () -> known.isPresent() ? new MotionPair(known(from, to), bothWays ? Optional.of(known(to, from)) : Optional.empty()) : estimate(from, to));
    }

    private Motion known(Frame from, Frame to) {
        return known.get().between(from.index(), to.index(), to.image().width(), to.image().height());
    }

    private MotionPair estimate(Frame from, Frame to) {
        MotionEstimator free = idle.poll();
        MotionEstimator estimator = free == null ? new MotionEstimator(new DisFlow(PRESET)) : free;
        try {
            return bothWays ? estimator.bothWays(from.image(), to.image()) : MotionPair.of(estimator.between(from.image(), to.image()));
        } finally {
            idle.add(estimator);
        }
    }

    /** Not before all that was asked for is there. */
    @Override
    public void close() {
        idle.forEach(MotionEstimator::close);
    }
}
