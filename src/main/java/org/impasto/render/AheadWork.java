package org.impasto.render;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.media.Frame;

/** The workers of the look-ahead: motion between neighbouring frames and, where the network sees no prior, stylization. */
final class AheadWork implements AutoCloseable {
    private final StageClock clock;
    private final Optional<Motions> motions;
    private final Optional<Function<Image, Image>> painter;
    private final ExecutorService workers;
    private Frame previous;

    /** @param motions closed by this object; empty where no motion is wanted */
    AheadWork(int threads, Optional<Motions> motions, Optional<Function<Image, Image>> painter, StageClock clock) {
        this.clock = clock;
        this.motions = motions;
        this.painter = painter;
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "look-ahead");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts the work on the next frame; whether a shot begins there is not known yet. Called by one thread. */
    Prepared prepare(Frame frame) {
        Frame before = previous;
        previous = frame;
        Optional<Future<MotionPair>> motion = before == null || !before.image().sameSize(frame.image()) ? Optional.empty()
                : motions.map(m -> workers.submit(() -> m.between(before, frame)));
        return new Prepared(frame, false, motion, painter.map(p -> workers.submit(
                (Callable<Image>) () -> clock.time("stylize", () -> p.apply(frame.image())))));
    }

    /** Takes a frame only as the one that the next has moved from. */
    void lead(Frame frame) {
        previous = frame;
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
        motions.ifPresent(Motions::close);
    }
}
