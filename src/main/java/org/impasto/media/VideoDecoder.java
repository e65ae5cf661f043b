package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.impasto.ImpastoException.BadInput;

/** Decodes the video stream of a file. Goes on after damage, and counts it. */
final class VideoDecoder implements FrameSource {
    /** A decoder that fails this often in a row while it is emptied will not recover. */
    private static final int MAX_FAILURES = 1000;
    /** AV_FRAME_FLAG_CORRUPT, which the bindings leave out. */
    private static final int FRAME_CORRUPT = 1;

    private final Path path;
    private final Demuxer demuxer;
    private final ClipInfo info;
    private final AVCodecContext decoder;
    private final AVPacket packet;
    private final AVFrame frame;
    private final ToRgb toRgb;
    private final Set<String> sentences = new LinkedHashSet<>();
    private long badPackets;
    private long badFrames;
    private long missing;
    private long packets;
    private long lastEnd = Long.MIN_VALUE;
    private long index;
    private long lastPts = Long.MIN_VALUE;
    private int failures;
    private boolean draining;
    private boolean ended;
    private boolean closed;

    VideoDecoder(Path path, int threads) {
        this.path = path;
        demuxer = Demuxer.open(path);
        AVCodecContext made = null;
        try {
            info = Probe.describe(path, demuxer);
            Colour.of(demuxer.video().codecpar()).requireSupported();
            made = openDecoder(threads);
        } catch (RuntimeException | Error e) {
            demuxer.close();
            throw e;
        }
        decoder = made;
        packet = av_packet_alloc();
        frame = av_frame_alloc();
        toRgb = new ToRgb(info.video().width(), info.video().height(), Colour.of(demuxer.video().codecpar()));
    }

    @Override
    public ClipInfo info() {
        return info;
    }

    @Override
    public Optional<Frame> next() {
        while (!ended) {
            int rc = avcodec_receive_frame(decoder, frame);
            if (rc >= 0) {
                failures = 0;
                return Optional.of(take());
            }
            if (rc == AVERROR_EOF) {
                end();
            } else if (rc == Av.EAGAIN) {
                feed();
            } else {
                badPackets++;
                if (++failures > MAX_FAILURES) {
                    end();
                } else if (!draining) {
                    feed();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Damage damage() {
        return new Damage(badPackets, badFrames, missing, sentences.stream().toList());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ended = true;
            toRgb.close();
            av_frame_free(frame);
            av_packet_free(packet);
            avcodec_free_context(decoder);
            demuxer.close();
        }
    }

    private AVCodecContext openDecoder(int threads) {
        String name = info.video().codec();
        AVCodec codec = avcodec_find_decoder(demuxer.video().codecpar().codec_id());
        if (codec == null || codec.isNull()) {
            throw new BadInput("there is no decoder for the video stream of " + path + " (" + name + ")");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, demuxer.video().codecpar());
        context.pkt_timebase(demuxer.video().time_base());
        context.thread_count(Math.max(1, threads));
        int rc = avcodec_open2(context, codec, (AVDictionary) null);
        if (rc < 0) {
            avcodec_free_context(context);
            throw new BadInput("the video stream of " + path + " (" + name + ") cannot be decoded: " + Av.error(rc));
        }
        return context;
    }

    /** Gives the decoder one packet, or the sign that there is none left. */
    private void feed() {
        while (true) {
            int rc = demuxer.read(packet);
            if (rc < 0) {
                if (rc != AVERROR_EOF) {
                    sentences.add("the file could not be read to its end: " + Av.error(rc));
                    missing = Math.max(missing, 1);
                }
                draining = true;
                avcodec_send_packet(decoder, null);
                return;
            }
            noteEnd();
            if (packet.stream_index() == demuxer.video().index()) {
                break;
            }
            av_packet_unref(packet);
        }
        packets++;
        if ((packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
            badPackets++;
        }
        int rc = avcodec_send_packet(decoder, packet);
        if (rc < 0 && rc != Av.EAGAIN && rc != AVERROR_EOF) {
            badPackets++;
        }
        av_packet_unref(packet);
    }

    private Frame take() {
        long pts = frame.best_effort_timestamp();
        if (pts == Av.NO_TIME) {
            pts = lastPts == Long.MIN_VALUE ? 0 : lastPts + Math.max(1, frame.duration());
        }
        if (pts <= lastPts) {
            sentences.add("the clip has frames whose timestamps do not increase; they were moved apart");
            pts = lastPts + 1;
        }
        lastPts = pts;
        if (frame.decode_error_flags() != 0 || (frame.flags() & FRAME_CORRUPT) != 0) {
            badFrames++;
        }
        if (frame.width() != info.video().width() || frame.height() != info.video().height()) {
            sentences.add("the picture size changes from " + info.video().width() + "x" + info.video().height()
                    + " to " + frame.width() + "x" + frame.height() + " at frame " + index
                    + "; such frames were scaled to the first size");
        }
        Frame result = new Frame(index++, pts, Math.max(0, frame.duration()), toRgb.convert(frame));
        av_frame_unref(frame);
        return result;
    }

    private void noteEnd() {
        long time = packet.pts() == Av.NO_TIME ? packet.dts() : packet.pts();
        if (time != Av.NO_TIME) {
            Rational base = Av.timeBase(demuxer.context().streams(packet.stream_index()).time_base());
            lastEnd = Math.max(lastEnd, Av.rescale(time + packet.duration(), base, new Rational(1, 1_000_000)));
        }
    }

    private void end() {
        ended = true;
        long expected = demuxer.indexedPackets();
        missing = Math.max(missing, expected - packets);
        long start = Math.max(0, demuxer.context().start_time());
        boolean claimed = demuxer.context().duration_estimation_method() == AVFMT_DURATION_FROM_STREAM
                && demuxer.context().duration() > 0;
        if (expected == 0 && claimed && lastEnd != Long.MIN_VALUE
                && demuxer.context().duration() + start - lastEnd > 1_000_000) {
            missing = Math.max(missing, 1);
        }
        if (index == 0) {
            throw new BadInput("expected a video clip, but no frame of " + path + " can be decoded");
        }
        if (missing > 0) {
            sentences.add("the file ends before the clip does: " + missing
                    + (missing == 1 ? " video packet or more is" : " video packets are") + " missing");
        }
        if (badPackets > 0) {
            sentences.add(badPackets + " damaged video packets could not be decoded");
        }
        if (badFrames > 0) {
            sentences.add(badFrames + " frames were decoded with errors");
        }
    }
}
