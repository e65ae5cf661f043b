package org.impasto.render;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Does a follower's work on a thread of its own, a few frames behind at most. */
final class Aside implements AutoCloseable {
    private static final int DEPTH = 2;

    private final Follower follower;
    private final StageClock clock;
    private final BlockingQueue<Painted> queue = new ArrayBlockingQueue<>(DEPTH);
    private final Thread thread;
    private volatile boolean complete;
    private volatile boolean abandoned;
    private volatile Throwable failure;

    Aside(Follower follower, StageClock clock) {
        this.follower = follower;
        this.clock = clock;
        thread = new Thread(this::work, follower.stage());
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws RuntimeException what the work on an earlier frame failed with */
    void hand(Painted frame) {
        clock.run("wait", () -> put(frame));
        throwFailure();
    }

    private void put(Painted frame) {
        try {
            while (!queue.offer(frame, 100, TimeUnit.MILLISECONDS)) {
                throwFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until all frames are done. */
    void drain() {
        complete = true;
        join();
        throwFailure();
    }

    private void work() {
        try {
            while (!abandoned) {
                Painted frame = queue.poll(20, TimeUnit.MILLISECONDS);
                if (frame != null) {
                    clock.run(follower.stage(), () -> follower.work().accept(frame));
                } else if (complete && queue.isEmpty()) {
                    return;
                }
            }
        } catch (Throwable t) {
            failure = t;
        }
    }

    private void throwFailure() {
        if (failure instanceof RuntimeException r) {
            throw r;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        abandoned = true;
        join();
    }
}
