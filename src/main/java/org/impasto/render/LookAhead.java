package org.impasto.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.impasto.flow.DisFlow;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.shots.ShotDetector;

/**
 * Runs ahead of the coherence loop: decodes, estimates motion and, where the network sees no prior, stylizes. The number of
 * frames it is ahead is bounded, and so is its memory.
 */
final class LookAhead implements AutoCloseable {
    // See docs/decisions.md for the table that decided.
    private static final DisFlow.Preset PRESET = DisFlow.Preset.MEDIUM;
    private static final int REDUCTION = 1;

    private final FrameSource source;
    private final StageClock clock;
    private final boolean wantMotion;
    private final Optional<Function<Image, Image>> painter;
    private final int depth;
    private final ExecutorService workers;
    private final BlockingQueue<MotionEstimator> estimators = new LinkedBlockingQueue<>();
    private final Deque<Prepared> ready = new ArrayDeque<>();
    private final ShotDetector detector = new ShotDetector();
    private final Deque<Boolean> verdicts = new ArrayDeque<>();
    private Plane previous;
    private boolean ended;

    /**
     * @param source closed by its owner, not here
     * @param wantMotion whether motion is needed at all
     * @param painter stylizes a frame alone, called from several threads; empty where the network needs a prior
     */
    LookAhead(FrameSource source, int threads, boolean wantMotion, Optional<Function<Image, Image>> painter,
            StageClock clock) {
        this.source = source;
        this.clock = clock;
        this.wantMotion = wantMotion;
        this.painter = painter;
        this.depth = Math.max(threads + 2, ShotDetector.AHEAD + 1);
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "look-ahead");
            thread.setDaemon(true);
            return thread;
        });
        for (int i = 0; wantMotion && i < threads; i++) {
            estimators.add(new MotionEstimator(new DisFlow(PRESET), REDUCTION));
        }
    }

    /** Skips frames: the next one is prepared without a predecessor. */
    void skip(long frames) {
        for (long i = 0; i < frames && !ended; i++) {
            ended = clock.time("decode", source::next).isEmpty();
        }
    }

    /** The next frame, or empty at the end. */
    Optional<Prepared> next() {
        while (!ended && (ready.size() < depth || verdicts.isEmpty())) {
            Optional<Frame> frame = clock.time("decode", source::next);
            if (frame.isPresent()) {
                ready.add(prepare(frame.get()));
                verdicts.addAll(detector.add(frame.get().image()));
            } else {
                ended = true;
                verdicts.addAll(detector.end());
            }
        }
        return Optional.ofNullable(ready.poll()).map(p -> new Prepared(p.frame(), verdicts.remove(), p.motion(), p.painted()));
    }

    private Prepared prepare(Frame frame) {
        Plane before = previous;
        Optional<Future<Motion>> motion = Optional.empty();
        if (wantMotion) {
            Plane luma = Luma.of(frame.image());
            previous = luma;
            if (before != null && before.sameSize(luma)) {
                motion = Optional.of(workers.submit(() -> motion(before, luma)));
            }
        }
        return new Prepared(frame, false, motion, painter.map(p -> workers.submit(
                (Callable<Image>) () -> clock.time("stylize", () -> p.apply(frame.image())))));
    }

    private Motion motion(Plane before, Plane now) throws InterruptedException {
        MotionEstimator estimator = estimators.take();
        try {
            return clock.time("flow", () -> estimator.between(before, now));
        } finally {
            estimators.add(estimator);
        }
    }

    /** Waits for work that runs ahead; its own failure is thrown as it was. */
    static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            if (e.getCause() instanceof Error r) {
                throw r;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            // Native flow and inference calls cannot be interrupted; their owners must outlive them.
            workers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        estimators.forEach(MotionEstimator::close);
    }
}
