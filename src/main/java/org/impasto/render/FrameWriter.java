package org.impasto.render;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;

/** Encodes on a thread of its own, a few frames behind the painter at most. */
final class FrameWriter implements AutoCloseable {
    private static final int DEPTH = 3;

    private final FrameSink sink;
    private final StageClock clock;
    private final LongConsumer written;
    private final BlockingQueue<Frame> queue = new ArrayBlockingQueue<>(DEPTH);
    private final Thread thread = new Thread(this::work, "encode");
    private volatile boolean complete;
    private volatile boolean abandoned;
    private volatile Throwable failure;

    /** @param written told after each frame how many there are */
    FrameWriter(FrameSink sink, StageClock clock, LongConsumer written) {
        this.sink = sink;
        this.clock = clock;
        this.written = written;
        thread.setDaemon(true);
        thread.start();
    }

    void write(Frame frame) {
        clock.run("wait", () -> put(frame));
        throwFailure();
    }

    private void put(Frame frame) {
        try {
            while (!queue.offer(frame, 100, TimeUnit.MILLISECONDS)) {
                throwFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until all frames are encoded; the sink itself is finished by its owner. */
    void drain() {
        complete = true;
        join();
        throwFailure();
    }

    private void work() {
        try {
            for (long done = 0; !abandoned;) {
                Frame frame = queue.poll(20, TimeUnit.MILLISECONDS);
                if (frame != null) {
                    clock.run("encode", () -> sink.write(frame));
                    written.accept(++done);
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
