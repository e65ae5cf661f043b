package org.impasto.render;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.impasto.flow.DisFlow;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Image;
import org.impasto.media.Frame;

/** The workers of the look-ahead: motion between neighbouring frames and, where the network sees no prior, stylization. */
final class AheadWork implements AutoCloseable {
    // See docs/decisions.md for the table that decided.
    static final DisFlow.Preset PRESET = DisFlow.Preset.MEDIUM;

    private final StageClock clock;
    private final boolean wantMotion;
    private final Optional<Function<Image, Image>> painter;
    private final ExecutorService workers;
    private final ConcurrentLinkedQueue<MotionEstimator> idle = new ConcurrentLinkedQueue<>();
    private Image previous;

    AheadWork(int threads, boolean wantMotion, Optional<Function<Image, Image>> painter, StageClock clock) {
        this.clock = clock;
        this.wantMotion = wantMotion;
        this.painter = painter;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "look-ahead");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts the work on the next frame; whether a shot begins there is not known yet. Called by one thread. */
    Prepared prepare(Frame frame) {
        Image before = previous;
        Optional<Future<Motion>> motion = Optional.empty();
        if (wantMotion) {
            previous = frame.image();
            if (before != null && before.sameSize(frame.image())) {
                motion = Optional.of(workers.submit(() -> motion(before, frame.image())));
            }
        }
        return new Prepared(frame, false, motion, painter.map(p -> workers.submit(
                (Callable<Image>) () -> clock.time("stylize", () -> p.apply(frame.image())))));
    }

    /** Takes a frame only as the one that the next has moved from. */
    void lead(Frame frame) {
        previous = wantMotion ? frame.image() : null;
    }

    private Motion motion(Image before, Image now) {
        MotionEstimator free = idle.poll();
        MotionEstimator estimator = free == null ? new MotionEstimator(new DisFlow(PRESET)) : free;
        try {
            return clock.time("flow", () -> estimator.between(before, now));
        } finally {
            idle.add(estimator);
        }
    }

    /** Native flow and inference calls cannot be interrupted; what they use must outlive them, so this waits. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        idle.forEach(MotionEstimator::close);
    }
}
