package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.Optional;
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
    /** So many times the usual distance between frames is worth a word. */
    private static final int LONG_GAP = 4;

    private final Path path;
    private final Demuxer demuxer;
    private final ClipInfo info;
    private final AVCodecContext decoder;
    private final AVPacket packet;
    private final AVFrame frame;
    private final ToRgb toRgb;
    private final DamageLog log;
    private final Ending ending;
    private final Pictures pictures;
    private final boolean tracked;
    private final long nominal;
    private long origin;
    private long index;
    private long lastPts = Long.MIN_VALUE;
    private long from = Long.MIN_VALUE;
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
        log = new DamageLog(demuxer.timeBase());
        ending = new Ending(path, demuxer, info.video());
        pictures = new Pictures(log::lost);
        Rational rate = info.video().frameRate();
        nominal = rate.num() > 0 ? Math.max(1, Av.rescale(1, new Rational(rate.den(), rate.num()), demuxer.timeBase())) : Long.MAX_VALUE / LONG_GAP;
        tracked = onePicturePerPacket();
        toRgb = new ToRgb(info.video().width(), info.video().height(), Colour.of(demuxer.video().codecpar()));
    }

    /**
     * Begins at a later frame, by way of the key frame before it. What it says about damage is not to be relied upon then.
     *
     * @param first number of the first frame to return
     * @param pts its presentation time
     */
    VideoDecoder(Path path, int threads, long first, long pts) {
        this(path, threads);
        if (first == 0) {
            return;
        }
        if (av_seek_frame(demuxer.context(), demuxer.video().index(), pts, AVSEEK_FLAG_BACKWARD) < 0) {
            close();
            throw new BadInput("there is no way to frame " + first + " of " + path + " but from the beginning");
        }
        avcodec_flush_buffers(decoder);
        index = first;
        from = pts;
    }

    @Override
    public ClipInfo info() {
        return info;
    }

    @Override
    public Optional<Frame> next() {
        while (!ended) {
            int rc = avcodec_receive_frame(decoder, frame);
            if (rc >= 0 && frame.best_effort_timestamp() < from && frame.best_effort_timestamp() != Av.NO_TIME) {
                av_frame_unref(frame);
            } else if (rc >= 0) {
                failures = 0;
                return Optional.of(take());
            }
            if (rc == AVERROR_EOF) {
                end();
            } else if (rc == Av.EAGAIN) {
                feed();
            } else {
                log.refused(lastPts);
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
        return log.damage(origin);
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
        // FFmpeg's own decoders see and conceal damage differently with another number of threads; dav1d does not.
        boolean same = codec.id() == AV_CODEC_ID_AV1;
        context.thread_count(same ? Math.max(1, threads) : 1);
        int rc = avcodec_open2(context, codec, (AVDictionary) null);
        if (rc < 0) {
            avcodec_free_context(context);
            throw new BadInput("the video stream of " + path + " (" + name + ") cannot be decoded: " + Av.error(rc));
        }
        return context;
    }

    /** Whether every packet makes one frame; others hold fields, or pictures that are never shown. */
    private boolean onePicturePerPacket() {
        int codec = demuxer.video().codecpar().codec_id();
        return (codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC) && !info.video().interlaced();
    }

    /** Gives the decoder one packet, or the sign that there is none left. */
    private void feed() {
        while (true) {
            int rc = demuxer.read(packet);
            if (rc < 0) {
                if (rc != AVERROR_EOF) {
                    log.truncated(1, "the file could not be read to its end: " + Av.error(rc));
                }
                draining = true;
                avcodec_send_packet(decoder, null);
                return;
            }
            ending.passed(packet);
            if (packet.stream_index() == demuxer.video().index()) {
                break;
            }
            av_packet_unref(packet);
        }
        boolean damaged = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        int rc = avcodec_send_packet(decoder, packet);
        if (damaged || rc < 0 && rc != Av.EAGAIN && rc != AVERROR_EOF) {
            log.refused(packet.pts() == Av.NO_TIME ? packet.dts() : packet.pts());
        } else if (tracked && packet.pts() != Av.NO_TIME && (packet.flags() & AV_PKT_FLAG_DISCARD) == 0) {
            pictures.given(packet.pts());
        }
        av_packet_unref(packet);
    }

    private Frame take() {
        if (frame.pts() != Av.NO_TIME) {
            pictures.shown(frame.pts());
        }
        long pts = frame.best_effort_timestamp();
        if (pts == Av.NO_TIME) {
            pts = lastPts == Long.MIN_VALUE ? 0 : lastPts + Math.max(1, frame.duration());
        }
        if (pts <= lastPts) {
            log.note("the clip has frames whose timestamps do not increase; they were moved apart");
            pts = lastPts + 1;
        }
        if (lastPts != Long.MIN_VALUE && pts - lastPts > LONG_GAP * nominal) {
            log.gap(lastPts + nominal, pts, origin);
        }
        lastPts = pts;
        origin = index == 0 ? pts : origin;
        if (frame.decode_error_flags() != 0 || (frame.flags() & FRAME_CORRUPT) != 0) {
            log.concealed(index);
        }
        if (frame.width() != info.video().width() || frame.height() != info.video().height()) {
            log.note("the picture size changes from " + info.video().width() + "x" + info.video().height()
                    + " to " + frame.width() + "x" + frame.height() + " at frame " + index
                    + "; such frames were scaled to the first size");
        }
        Frame result = new Frame(index++, pts, Math.max(0, frame.duration()), toRgb.convert(frame));
        av_frame_unref(frame);
        return result;
    }

    private void end() {
        ended = true;
        pictures.end();
        ending.check(log);
        if (index == 0) {
            throw new BadInput("expected a video clip, but no frame of " + path + " can be decoded");
        }
    }
}
