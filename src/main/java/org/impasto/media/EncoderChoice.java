package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.impasto.ImpastoException.Usage;

/** Which encoder and which pixel format, where the user leaves it to us. */
record EncoderChoice(AVCodec codec, String name, int pixelFormat) {
    /** AV_CODEC_CONFIG_PIX_FORMAT of FFmpeg 8. */
    private static final int PIXEL_FORMATS = AV_CODEC_CONFIG_PIX_FORMAT;

    /** @throws Usage where the user asks for what is not there */
    static EncoderChoice of(AVOutputFormat container, EncodeSettings settings, int width, int height,
            Consumer<String> messages) {
        AVCodec codec = settings.codec().isPresent() ? named(settings.codec().get()) : usual(container, messages);
        String name = Av.name(codec.name());
        if (avformat_query_codec(container, codec.id(), 0) == 0) {
            throw new Usage("a " + Av.name(container.name()) + " file cannot hold what the encoder " + name
                    + " makes");
        }
        List<Integer> supported = pixelFormats(codec);
        int format = settings.pixelFormat().isPresent() ? asked(settings.pixelFormat().get(), name, supported)
                : usual(name, supported, width, height, messages);
        return new EncoderChoice(codec, name, format);
    }

    private static AVCodec named(String name) {
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null || codec.isNull() || codec.type() != AVMEDIA_TYPE_VIDEO) {
            throw new Usage("there is no video encoder \"" + name
                    + "\" in this build; try libx264, libx265, libvpx-vp9, libsvtav1, ffv1 or prores_ks");
        }
        return codec;
    }

    private static AVCodec usual(AVOutputFormat container, Consumer<String> messages) {
        List<String> names = switch (Av.name(container.name())) {
            case "webm" -> List.of("libvpx-vp9");
            case "avi" -> List.of("mpeg4");
            default -> List.of("libx264", "libopenh264", "mpeg4");
        };
        for (String name : names) {
            AVCodec codec = avcodec_find_encoder_by_name(name);
            if (codec != null && !codec.isNull() && avformat_query_codec(container, codec.id(), 0) != 0) {
                if (!name.equals(names.get(0))) {
                    messages.accept("This build has no " + names.get(0) + "; the clip is encoded with " + name + ".");
                }
                return codec;
            }
        }
        AVCodec codec = avcodec_find_encoder(container.video_codec());
        if (codec == null || codec.isNull()) {
            throw new Usage("a " + Av.name(container.name()) + " file cannot hold video");
        }
        return codec;
    }

    private static List<Integer> pixelFormats(AVCodec codec) {
        List<Integer> formats = new ArrayList<>();
        try (PointerPointer<IntPointer> out = new PointerPointer<>(1); IntPointer count = new IntPointer(1)) {
            count.put(0);
            if (avcodec_get_supported_config(null, codec, PIXEL_FORMATS, 0, out, count) >= 0 && count.get() > 0) {
                IntPointer list = out.get(IntPointer.class, 0);
                for (int i = 0; i < count.get(); i++) {
                    formats.add(list.get(i));
                }
            }
        }
        return formats;
    }

    private static int asked(String name, String codec, List<Integer> supported) {
        int format = av_get_pix_fmt(name);
        if (format < 0 || !supported.isEmpty() && !supported.contains(format)) {
            throw new Usage("the encoder " + codec + " does not take the pixel format \"" + name + "\"; it takes "
                    + String.join(", ", supported.stream().map(EncoderChoice::formatName).toList()));
        }
        return format;
    }

    private static int usual(String codec, List<Integer> supported, int width, int height,
            Consumer<String> messages) {
        boolean odd = (width | height) % 2 != 0;
        boolean evenOnly = List.of("libx264", "libx265", "libopenh264", "libsvtav1").contains(codec);
        if (odd && evenOnly && supported.contains(AV_PIX_FMT_YUV444P)) {
            messages.accept("A picture of " + width + "x" + height + " has an odd side, which " + codec
                    + " cannot hold as yuv420p; it is encoded as yuv444p, which not every player can show.");
            return AV_PIX_FMT_YUV444P;
        }
        int preferred = switch (codec) {
            case "ffv1" -> AV_PIX_FMT_BGR0; // RGB to the bit: what is stylized can be compared exactly
            case "prores_ks", "prores", "prores_aw" -> AV_PIX_FMT_YUV422P10LE;
            default -> AV_PIX_FMT_YUV420P;
        };
        return supported.isEmpty() || supported.contains(preferred) ? preferred : supported.get(0);
    }

    static String formatName(int format) {
        return Av.name(av_get_pix_fmt_name(format));
    }
}
