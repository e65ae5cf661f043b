package org.impasto.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.impasto.image.Image;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.shots.ShotDetector;

/**
 * Runs ahead of the coherence loop on a thread of its own: decodes, finds shots, hands out motion and, where the network sees
 * no prior, stylization to workers. The number of frames it is ahead is bounded, and so is its memory; how far it is ahead
 * at any moment decides nothing, since it reads the same frames whatever the speed of the rest.
 */
final class LookAhead implements AutoCloseable {
    /** What comes out of the queue: a frame, the end (both empty), or why there is no more. */
    private record Item(Optional<Prepared> frame, Optional<Throwable> failure) {
        static final Item END = new Item(Optional.empty(), Optional.empty());
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws InterruptedException;
    }

    private final FrameSource source;
    private final StageClock clock;
    private final AheadWork work;
    private final BlockingQueue<Item> queue;
    private final Deque<Prepared> undecided = new ArrayDeque<>();
    private final ShotDetector detector = new ShotDetector();
    private Thread thread;
    private boolean ended;

    /**
     * @param source closed by its owner after this; nobody else may use it between {@link #start} and {@link #close} or the
     *     end, whichever is first
     * @param motions closed by this object; empty where no motion is needed
     * @param painter stylizes a frame alone, called from several threads; empty where the network needs a prior
     */
    LookAhead(FrameSource source, int threads, Optional<Motions> motions, Optional<Function<Image, Image>> painter,
            StageClock clock) {
        this.source = source;
        this.clock = clock;
        this.work = new AheadWork(threads, motions, painter, clock);
        this.queue = new ArrayBlockingQueue<>(threads + 2);
    }

    /**
     * Begins to run ahead.
     *
     * @param skipped number of frames to leave out; the first one after them is prepared without a predecessor
     * @param behind whether a frame lies behind the last one that is wanted; nothing is read beyond what its shot needs
     */
    void start(long skipped, Predicate<Frame> behind) {
        start(() -> read(skipped, behind));
    }

    /**
     * Begins to run ahead where it is known where shots begin.
     *
     * @param first the first frame to hand out; where the source begins with the frame before it, that is what it has moved from
     * @param last the last one; nothing is read beyond it
     */
    void start(long first, long last, LongPredicate beginsShot) {
        start(() -> read(first, last, beginsShot));
    }

    private void start(Reading reading) {
        thread = new Thread(() -> work(reading), "decode");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The next frame, or empty at the end.
     *
     * @throws RuntimeException what went wrong on the other thread, after all frames before it
     */
    Optional<Prepared> next() {
        if (ended) {
            return Optional.empty();
        }
        Item item = clock.time("wait", this::take);
        ended = item.frame().isEmpty();
        item.failure().ifPresent(LookAhead::rethrow);
        return item.frame();
    }

    private Item take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void work(Reading reading) {
        try {
            Item last;
            try {
                reading.read();
                last = Item.END;
            } catch (RuntimeException | Error e) {
                last = new Item(Optional.empty(), Optional.of(e));
            }
            queue.put(last);
        } catch (InterruptedException e) {
            // Closed: nobody waits for more.
        }
    }

    private void read(long skipped, Predicate<Frame> behind) throws InterruptedException {
        for (long i = 0; i < skipped; i++) {
            if (Thread.interrupted() || clock.time("decode", source::next).isEmpty()) {
                return;
            }
        }
        boolean wanted = true;
        while (wanted || !undecided.isEmpty()) {
            Optional<Frame> next = clock.time("decode", source::next);
            if (next.isEmpty()) {
                hand(detector.end());
                return;
            }
            Frame frame = next.get();
            wanted = wanted && !behind.test(frame);
            if (wanted) {
                undecided.add(work.prepare(frame));
            }
            hand(detector.add(frame.image()));
        }
    }

    private void read(long first, long last, LongPredicate beginsShot) throws InterruptedException {
        for (long at = Long.MIN_VALUE; at < last;) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Optional<Frame> next = clock.time("decode", source::next);
            if (next.isEmpty()) {
                return;
            }
            at = next.get().index();
            if (at < first) {
                work.lead(next.get());
            } else {
                queue.put(new Item(Optional.of(work.prepare(next.get()).decided(beginsShot.test(at))), Optional.empty()));
            }
        }
    }

    private void hand(Iterable<Boolean> verdicts) throws InterruptedException {
        for (boolean beginsShot : verdicts) {
            Prepared p = undecided.poll();
            if (p != null) {
                queue.put(new Item(Optional.of(p.decided(beginsShot)), Optional.empty()));
            }
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
            rethrow(e.getCause());
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof RuntimeException r) {
            throw r;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Returns when no thread uses the source or the painter any more. */
    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        work.close();
    }
}
