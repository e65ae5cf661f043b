package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.impasto.ImpastoException.OutputFailed;

/** Encodes frames, or takes them encoded, and muxes them with what stands beside them. */
final class ClipWriter implements FrameSink {
    private final OutputFile file;
    private final Muxer muxer;
    private final VideoEncoder encoder;
    private final SideTracks beside;
    private final AVStream video;
    private final VideoInfo info;
    private final Optional<Path> source;
    private final Demuxer sourceClip;
    private final EncodeSettings settings;
    private final Consumer<String> messages;
    private boolean started;
    private boolean closed;
    private long shift;
    private long written;
    private boolean appended;
    private long lastIndex;
    private long lastPts;
    private long lastDuration;

    ClipWriter(Path output, Optional<Path> source, Optional<VideoInfo> made, Optional<Audio> audio,
            EncodeSettings settings, boolean overwrite, Optional<String> tag, Consumer<String> messages) {
        this.source = source;
        this.settings = settings;
        this.messages = messages;
        AVOutputFormat container = Muxer.container(output);
        file = new OutputFile(output, source, overwrite, tag);
        Muxer openMuxer = null;
        VideoEncoder openEncoder = null;
        try {
            Colour colour;
            if (source.isPresent()) {
                try (Demuxer d = Demuxer.open(source.get())) {
                    info = made.orElse(Probe.describe(source.get(), d).video());
                    colour = Colour.of(d.video().codecpar());
                    tellAbout(d.video().codecpar());
                }
            } else {
                info = made.orElseThrow();
                int format = av_get_pix_fmt(info.pixelFormat());
                colour = Colour.decide(format, info.width(), info.height(), Colour.tags(info.color()));
            }
            openMuxer = new Muxer(container, file.temporary(), file.target());
            muxer = openMuxer;
            EncoderChoice choice = EncoderChoice.of(container, settings, info.width(), info.height(), messages);
            openEncoder = new VideoEncoder(choice, info, colour, settings, muxer.wantsGlobalHeader());
            encoder = openEncoder;
            video = muxer.add(encoder.context(), info.timeBase());
            video.sample_aspect_ratio(encoder.context().sample_aspect_ratio());
            if (info.frameRate().num() > 0) {
                video.avg_frame_rate(Av.q(info.frameRate()));
            }
            if (source.isPresent()) {
                StreamCopy copy = new StreamCopy(source.get(), muxer, messages);
                beside = copy;
                sourceClip = copy.source();
                Tags.copy(sourceClip.context(), muxer.context());
                Tags.copy(sourceClip.video(), video);
                if (made.isEmpty()) {
                    Tags.copyGeometry(sourceClip.video().codecpar(), video.codecpar());
                }
            } else {
                String name = Av.name(container.name()).equals("webm") ? "libopus" : "aac";
                beside = new MadeAudio(muxer, info.timeBase(), audio, name);
                sourceClip = null;
                Tags.rotate(video.codecpar(), info.rotation());
            }
        } catch (RuntimeException | Error e) {
            if (openEncoder != null) {
                openEncoder.close();
            }
            if (openMuxer != null) {
                openMuxer.close();
            }
            file.close();
            throw e;
        }
    }

    @Override
    public String encoder() {
        return encoder.words();
    }

    @Override
    public void write(Frame frame) {
        if (frame.image().width() != info.width() || frame.image().height() != info.height()) {
            throw new IllegalArgumentException("expected a frame of " + info.width() + "x" + info.height()
                    + ", but it is " + frame.image().width() + "x" + frame.image().height());
        }
        if (!started) {
            start(frame.index(), frame.pts());
        }
        beside.writeUntil(frame.pts());
        encoder.encode(frame, frame.pts() + shift, p -> muxer.write(p, video));
        written++;
        remember(frame.index(), frame.pts(), frame.duration());
    }

    /** Instead of {@link #write}: takes all frames as packets. */
    void append(List<SegmentPart> parts) {
        SegmentPackets packets = new SegmentPackets(parts);
        start(parts.get(0).first(), parts.get(0).pts()[0]);
        for (SegmentPart part : parts) {
            packets.read(part, p -> {
                beside.writeUntil(p.pts());
                p.pts(p.pts() + shift).dts(p.dts() + shift);
                muxer.write(p, video);
                written++;
            });
            int end = part.frames() - 1;
            remember(part.first() + end, part.pts()[end], part.durations()[end]);
        }
        appended = true;
    }

    private void remember(long index, long pts, long duration) {
        lastIndex = index;
        lastPts = pts;
        lastDuration = duration;
    }

    @Override
    public void finish() {
        if (!started) {
            throw new OutputFailed("there is no frame to write to " + file.target());
        }
        if (!appended) {
            encoder.flush(p -> muxer.write(p, video));
        }
        beside.finish(end());
        muxer.finish();
        long found = Muxer.countVideoPackets(file.temporary());
        if (found != written) {
            throw new OutputFailed("the finished file should hold " + written + " frames, but holds " + found);
        }
        file.publish();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            beside.close();
            encoder.close();
            muxer.close();
            file.close();
        }
    }

    private void start(long index, long pts) {
        started = true;
        boolean whole = index == 0;
        if (!whole && !settings.keepTimestamps()) {
            long stood = sourceClip == null || sourceClip.video().start_time() == Av.NO_TIME ? 0
                    : sourceClip.video().start_time();
            shift = stood - pts;
        }
        long from = whole ? Av.NO_TIME : pts;
        beside.begin(from, shift);
        if (sourceClip != null) {
            Tags.copyChapters(sourceClip.context(), muxer.context(), info.timeBase(), from, shift);
        }
        muxer.writeHeader(info.timeBase());
        Rational actual = muxer.actual(video);
        boolean exact = info.timeBase().num() * actual.den() % (info.timeBase().den() * actual.num()) == 0;
        if (!exact) {
            messages.accept("A " + Av.name(muxer.context().oformat().name()) + " file counts time in steps of "
                    + actual + " s, the clip in steps of " + info.timeBase()
                    + " s: the times of the frames are rounded to the nearest step.");
        }
    }

    /** Where the sound ends: with the last frame, unless this is the end of the clip. */
    private long end() {
        if (source.isEmpty() || lastIndex + 1 == info.frames() || !Demuxer.videoAfter(source.get(), lastPts)) {
            return Av.NO_TIME;
        }
        long units = info.timeBase().num();
        long guess = info.frameRate().num() == 0 ? 1 : Math.max(1, info.timeBase().den() * info.frameRate().den()
                / Math.max(1, info.frameRate().num() * units));
        return lastPts + (lastDuration > 0 ? lastDuration : guess);
    }

    private void tellAbout(AVCodecParameters p) {
        Colour.assumption(p).ifPresent(messages);
        if (Colour.hasAlpha(p.format())) {
            messages.accept("The clip has transparency; the output has none.");
        }
        if (p.field_order() > AV_FIELD_PROGRESSIVE) {
            messages.accept("The clip is interlaced; its frames are painted as they are, both fields woven together, and"
                    + " the output is progressive.");
        }
    }
}
