package org.impasto.render;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;

/** Encodes on a thread of its own, a few frames behind the painter at most. */
final class FrameWriter implements AutoCloseable {
    private static final int DEPTH = 3;

    private final Aside<Frame> aside;

    /** @param written told after each frame how many there are */
    FrameWriter(FrameSink sink, StageClock clock, LongConsumer written) {
        aside = new Aside<>("encode", DEPTH, clock, new Consumer<>() {
            private long done;

            @Override
            public void accept(Frame frame) {
                clock.run("encode", () -> sink.write(frame));
                written.accept(++done);
            }
        });
    }

    void write(Frame frame) {
        aside.hand(frame);
    }

    /** Waits until all frames are encoded; the sink itself is finished by its owner. */
    void drain() {
        aside.drain();
    }

    @Override
    public void close() {
        aside.close();
    }
}
