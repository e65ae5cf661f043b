package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.impasto.ImpastoException.OutputFailed;

/**
 * Encodes a segment by itself, so that it begins with a key frame and refers to nothing outside of it, into a NUT file: the one container
 * that takes every codec and keeps times to the unit. Its times count from the segment's first frame.
 */
final class SegmentWriter implements SegmentSink {
    private final Path file;
    private final VideoInfo info;
    private final Muxer muxer;
    private final VideoEncoder encoder;
    private final AVStream video;
    private boolean closed;
    private long written;
    private long origin;
    private int delay;

    /** @param output the clip that the segment is to be a part of: decides the encoder where the settings do not */
    SegmentWriter(Path file, Path source, Path output, EncodeSettings settings, Consumer<String> messages) {
        this.file = file;
        Colour colour;
        try (Demuxer d = Demuxer.open(source)) {
            info = Probe.describe(source, d).video();
            colour = Colour.of(d.video().codecpar());
        }
        AVOutputFormat container = Muxer.container(output);
        EncoderChoice choice = EncoderChoice.of(container, settings, info.width(), info.height(), messages);
        boolean globalHeader = (container.flags() & AVFMT_GLOBALHEADER) != 0;
        muxer = new Muxer(av_guess_format("nut", null, null), file, file);
        VideoEncoder open = null;
        try {
            open = new VideoEncoder(choice, info, colour, settings, globalHeader);
            video = muxer.add(open.context(), info.timeBase());
        } catch (RuntimeException | Error e) {
            if (open != null) {
                open.close();
            }
            muxer.close();
            throw e;
        }
        encoder = open;
    }

    @Override
    public String encoder() {
        return encoder.words();
    }

    @Override
    public void write(Frame frame) {
        if (written++ == 0) {
            origin = frame.pts();
            muxer.writeHeader(info.timeBase());
        }
        encoder.encode(frame, frame.pts() - origin, p -> muxer.write(p, video));
    }

    @Override
    public void finish() {
        encoder.flush(p -> muxer.write(p, video));
        muxer.finish();
        List<Long> times = SegmentPackets.times(file);
        if (times.size() != written) {
            throw new OutputFailed("the segment " + file + " should hold " + written + " frames, but holds " + times.size());
        }
        delay = SegmentPackets.delay(times);
    }

    @Override
    public int delay() {
        return delay;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            encoder.close();
            muxer.close();
        }
    }
}
