package org.impasto.render;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does work on one thing after another on a thread of its own, a few behind at most. */
final class Aside<T> implements AutoCloseable {
    private final Consumer<T> work;
    private final StageClock clock;
    private final BlockingQueue<T> queue;
    private final Thread thread;
    private volatile boolean complete;
    private volatile boolean abandoned;
    private volatile Throwable failure;

    /**
     * @param name of the thread
     * @param depth how many may wait
     * @param work called by that thread
     */
    Aside(String name, int depth, StageClock clock, Consumer<T> work) {
        this.work = work;
        this.clock = clock;
        queue = new ArrayBlockingQueue<>(depth);
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** @throws RuntimeException what the work on an earlier one failed with */
    void hand(T next) {
        clock.run("wait", () -> put(next));
        throwFailure();
    }

    private void put(T next) {
        try {
            while (!queue.offer(next, 100, TimeUnit.MILLISECONDS)) {
                throwFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until all are done. */
    void drain() {
        complete = true;
        join();
        throwFailure();
    }

    private void work() {
        try {
            while (!abandoned) {
                T next = queue.poll(20, TimeUnit.MILLISECONDS);
                if (next != null) {
                    work.accept(next);
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
