package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.impasto.ImpastoException;

/** Turns float pictures into packets. Owns the codec and the frames it works with. */
final class VideoEncoder implements AutoCloseable {
    // Not the machine's: some encoders give other bits with other numbers of threads.
    private static final int THREADS = 4;
    private static final String CRF = "16";

    final AVCodecContext codec;
    final String description;
    private final ColorTags tags;
    private final PixelConverter converter = new PixelConverter();
    private final AVFrame rgb;
    private final AVFrame coded;
    private final boolean deep;
    private final boolean direct;
    private final long usualDuration;

    VideoEncoder(Path output, VideoInfo v, EncodeSettings settings, boolean globalHeader, Consumer<String> messages) {
        AVCodec encoder = EncoderChoice.encoder(output, settings, messages);
        int format = EncoderChoice.pixelFormat(encoder, settings);
        String name = encoder.name().getString();
        tags = ColorTags.of(v);
        boolean isRgb = PixelConverter.isRgb(format);
        codec = avcodec_alloc_context3(encoder);
        codec.width(v.width()).height(v.height()).pix_fmt(format);
        codec.time_base(Av.rational(v.timeBase()));
        if (v.frameRate().num() > 0) {
            codec.framerate(Av.rational(v.frameRate()));
        }
        codec.sample_aspect_ratio(Av.rational(v.sampleAspect()));
        codec.colorspace(isRgb ? AVCOL_SPC_RGB : tags.matrix()).color_primaries(tags.primaries()).color_trc(tags.transfer());
        codec.color_range(isRgb || tags.full() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG);
        codec.thread_count(THREADS);
        codec.flags(codec.flags() | AV_CODEC_FLAG_FRAME_DURATION | (globalHeader ? AV_CODEC_FLAG_GLOBAL_HEADER : 0));
        description = open(encoder, name, format, settings);
        deep = av_pix_fmt_desc_get(format).comp(0).depth() > 8;
        int working = deep ? AV_PIX_FMT_GBRP16LE : AV_PIX_FMT_GBRP;
        direct = format == working;
        rgb = frame(working);
        coded = direct ? rgb : frame(format);
        Rational rate = v.frameRate();
        Rational tb = v.timeBase();
        usualDuration = rate.num() == 0 ? 0 : rate.den() * tb.den() / Math.max(1, rate.num() * tb.num());
    }

    private String open(AVCodec encoder, String name, int format, EncodeSettings settings) {
        AVDictionary options = new AVDictionary(null);
        boolean x26x = name.equals("libx264") || name.equals("libx265");
        String crf = settings.crf().isPresent() ? Integer.toString(settings.crf().getAsInt()) : x26x ? CRF : null;
        if (crf != null) {
            av_dict_set(options, "crf", crf, 0);
        }
        if (name.equals("libvpx-vp9") && crf == null) {
            av_dict_set(options, "crf", "24", 0);
            av_dict_set(options, "b", "0", 0);
        }
        String preset = settings.preset().orElse(x26x ? "medium" : null);
        if (preset != null) {
            av_dict_set(options, "preset", preset, 0);
        }
        if (name.equals("libx265")) {
            av_dict_set(options, "x265-params", "log-level=none", 0);
        }
        settings.options().forEach((k, value) -> av_dict_set(options, k, value, 0));
        int code = avcodec_open2(codec, encoder, options);
        String unknown = Av.leftover(options);
        if (code < 0) {
            throw new ImpastoException.Usage("the encoder " + name + " does not take these settings ("
                    + av_get_pix_fmt_name(format).getString() + ", " + codec.width() + "x" + codec.height()
                    + (crf == null ? "" : ", crf " + crf) + (preset == null ? "" : ", preset " + preset) + "): " + Av.error(code));
        }
        if (unknown != null) {
            throw new ImpastoException.Usage("the encoder " + name + " has no option '" + unknown + "'");
        }
        return name + ", " + av_get_pix_fmt_name(format).getString() + (crf == null ? "" : ", crf " + crf)
                + (preset == null ? "" : ", preset " + preset);
    }

    private AVFrame frame(int format) {
        AVFrame f = av_frame_alloc();
        f.width(codec.width()).height(codec.height()).format(format);
        f.colorspace(codec.colorspace()).color_range(codec.color_range()).color_primaries(codec.color_primaries())
                .color_trc(codec.color_trc());
        if (av_frame_get_buffer(f, 0) < 0) {
            throw new OutOfMemoryError("a frame of " + codec.width() + "x" + codec.height());
        }
        return f;
    }

    /** Takes a frame; {@code packets} is called with what comes out, and must not keep it. */
    void encode(Frame frame, long pts, Consumer<AVPacket> packets) {
        // The encoder may still hold the last picture.
        av_frame_make_writable(rgb);
        Pixels.write(frame.image(), rgb, deep);
        if (!direct) {
            av_frame_make_writable(coded);
            converter.convert(rgb, coded, tags.matrix(), tags.full());
        }
        coded.pts(pts).duration(frame.duration() > 0 ? frame.duration() : usualDuration);
        // Otherwise the encoder would copy a type that an earlier frame was given.
        coded.pict_type(AV_PICTURE_TYPE_NONE);
        send(coded, packets);
    }

    void flush(Consumer<AVPacket> packets) {
        send(null, packets);
    }

    private void send(AVFrame frame, Consumer<AVPacket> packets) {
        int code = avcodec_send_frame(codec, frame);
        AVPacket packet = av_packet_alloc();
        try {
            while (code >= 0 && (code = avcodec_receive_packet(codec, packet)) >= 0) {
                packets.accept(packet);
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
        if (code != AVERROR_EAGAIN() && code != AVERROR_EOF) {
            throw new ImpastoException.OutputFailed("the encoder failed: " + Av.error(code));
        }
    }

    @Override
    public void close() {
        converter.close();
        if (!direct) {
            av_frame_free(coded);
        }
        av_frame_free(rgb);
        avcodec_free_context(codec);
    }
}
