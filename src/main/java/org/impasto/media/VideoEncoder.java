package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.impasto.ImpastoException.DeviceUnavailable;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.ImpastoException.Usage;

/** Compresses frames; hands out packets whose timestamps are those of the frames, to the unit. */
final class VideoEncoder implements AutoCloseable {
    /** A constant, not the machine's number of cores: x264 and others code differently with another number. */
    private static final int THREADS = 4;
    /** MPEG-4 part 2 counts time in at most 65535 parts of a second. */
    private static final int MPEG4_MAX_UNITS = 65535;

    private final AVCodecContext context;
    private final Rational timeBase;
    private final Rational coded;
    private final FromRgb fromRgb;
    private final AVFrame frame;
    private final AVPacket packet;
    private final String words;
    /** Time and duration of the frames inside the encoder, by the encoder's own timestamp. */
    private final Map<Long, long[]> inside = new HashMap<>();
    private long last = Long.MIN_VALUE;

    VideoEncoder(EncoderChoice choice, VideoInfo video, Colour colour, EncodeSettings settings, boolean globalHeader) {
        timeBase = video.timeBase();
        boolean mpeg4 = choice.codec().id() == AV_CODEC_ID_MPEG4 || choice.codec().id() == AV_CODEC_ID_MSMPEG4V3;
        coded = mpeg4 && timeBase.den() > MPEG4_MAX_UNITS ? new Rational(1, MPEG4_MAX_UNITS) : timeBase;
        Colour tags = colour.coded(choice.pixelFormat());
        context = avcodec_alloc_context3(choice.codec());
        context.width(video.width()).height(video.height()).pix_fmt(choice.pixelFormat());
        context.time_base(Av.q(coded));
        if (video.frameRate().num() > 0) {
            context.framerate(Av.q(video.frameRate()));
        }
        context.sample_aspect_ratio(Av.q(video.sampleAspect()));
        context.colorspace(tags.matrix()).color_range(tags.range());
        context.color_primaries(tags.primaries()).color_trc(tags.transfer());
        if (!Colour.isRgb(choice.pixelFormat())) {
            context.chroma_sample_location(tags.chromaLocation());
        }
        context.thread_count(THREADS);
        if (globalHeader) {
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        Map<String, String> options = new EncoderOptions(context, choice.name()).apply(settings, video);
        int rc = avcodec_open2(context, choice.codec(), (AVDictionary) null);
        if (rc < 0) {
            avcodec_free_context(context);
            if (choice.name().matches(".*_(nvenc|vaapi|qsv|amf|vulkan|videotoolbox|mf|v4l2m2m|omx)")) {
                throw new DeviceUnavailable("the encoder " + choice.name() + " needs hardware or a driver that does not answer: "
                        + Av.error(rc));
            }
            throw new Usage("the encoder " + choice.name() + " does not take " + video.width() + "x" + video.height()
                    + " " + EncoderChoice.formatName(choice.pixelFormat()) + " with " + options + ": "
                    + Av.error(rc));
        }
        fromRgb = new FromRgb(video.width(), video.height(), choice.pixelFormat(), tags);
        frame = Frames.allocate(video.width(), video.height(), choice.pixelFormat());
        frame.colorspace(tags.matrix()).color_range(tags.range());
        frame.color_primaries(tags.primaries()).color_trc(tags.transfer());
        frame.sample_aspect_ratio(context.sample_aspect_ratio());
        packet = av_packet_alloc();
        List<String> text = new ArrayList<>(List.of(choice.name(), EncoderChoice.formatName(choice.pixelFormat())));
        options.forEach((k, v) -> text.add(k + " " + v));
        words = String.join(", ", text);
    }

    AVCodecContext context() {
        return context;
    }

    /** Encoder and settings, such as "libx264, yuv420p, crf 16, preset medium". */
    String words() {
        return words;
    }

    void encode(Frame f, long pts, Consumer<AVPacket> out) {
        if (av_frame_make_writable(frame) < 0) {
            throw new OutOfMemoryError("a frame for the encoder");
        }
        fromRgb.convert(f.image(), frame);
        long time = Math.max(Av.rescale(pts, timeBase, coded), last == Long.MIN_VALUE ? Long.MIN_VALUE : last + 1);
        last = time;
        inside.put(time, new long[] {pts, f.duration()});
        frame.pts(time).duration(Av.rescale(f.duration(), timeBase, coded)).pict_type(AV_PICTURE_TYPE_NONE);
        send(frame, out);
    }

    void flush(Consumer<AVPacket> out) {
        send(null, out);
    }

    private void send(AVFrame f, Consumer<AVPacket> out) {
        int rc = avcodec_send_frame(context, f);
        if (rc < 0 && rc != AVERROR_EOF) {
            throw new OutputFailed("the encoder failed: " + Av.error(rc));
        }
        while ((rc = avcodec_receive_packet(context, packet)) >= 0) {
            long[] time = inside.remove(packet.pts());
            packet.dts(Av.rescale(packet.dts(), coded, timeBase));
            if (time != null) {
                packet.pts(time[0]).duration(time[1]);
                packet.dts(Math.min(packet.dts(), time[0]));
            } else {
                packet.pts(Av.rescale(packet.pts(), coded, timeBase));
            }
            out.accept(packet);
            av_packet_unref(packet);
        }
        if (rc != Av.EAGAIN && rc != AVERROR_EOF) {
            throw new OutputFailed("the encoder failed: " + Av.error(rc));
        }
    }

    @Override
    public void close() {
        fromRgb.close();
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
