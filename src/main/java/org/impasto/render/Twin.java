package org.impasto.render;

import java.util.Optional;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;

/** What a coherent render is compared with: another program's, which is read, or our baseline, which is written. */
final class Twin implements AutoCloseable {
    final Optional<Other> other;
    private final Optional<FrameSink> sink;
    private final Optional<FrameWriter> writer;
    private final StageClock clock;

    /** @param other closed with this
     *  @param sink closed with this */
    Twin(Optional<Other> other, Optional<FrameSink> sink, StageClock clock) {
        this.other = other;
        this.sink = sink;
        this.writer = sink.map(s -> new FrameWriter(s, clock, done -> { }));
        this.clock = clock;
    }

    void write(Frame frame) {
        writer.ifPresent(w -> w.write(frame));
    }

    void drain() {
        writer.ifPresent(FrameWriter::drain);
    }

    void finish() {
        sink.ifPresent(s -> clock.run("encode", s::finish));
    }

    @Override
    public void close() {
        writer.ifPresent(FrameWriter::close);
        sink.ifPresent(FrameSink::close);
        other.ifPresent(Other::close);
    }
}
