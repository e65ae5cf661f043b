package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.impasto.ImpastoException;

/** Which encoder and pixel format an output gets. */
final class EncoderChoice {
    private EncoderChoice() {
    }

    static AVCodec encoder(Path output, EncodeSettings settings, Consumer<String> messages) {
        if (settings.codec().isPresent()) {
            AVCodec codec = avcodec_find_encoder_by_name(settings.codec().get());
            if (codec == null || codec.isNull() || codec.type() != AVMEDIA_TYPE_VIDEO) {
                throw new ImpastoException.Usage("--codec: this build has no video encoder named '" + settings.codec().get()
                        + "' (libx264, libx265, ffv1, prores_ks, libvpx-vp9 and libsvtav1 are some that are usual)");
            }
            return codec;
        }
        List<String> wanted = extension(output).equals("webm") ? List.of("libvpx-vp9") : List.of("libx264", "libopenh264", "mpeg4");
        for (String name : wanted) {
            AVCodec codec = avcodec_find_encoder_by_name(name);
            if (codec != null && !codec.isNull()) {
                if (!name.equals(wanted.get(0))) {
                    messages.accept("this build has no " + wanted.get(0) + ": " + name + " is used, at a lower quality");
                }
                return codec;
            }
        }
        throw new ImpastoException.OutputFailed("this build has none of the encoders " + String.join(", ", wanted));
    }

    /** The pixel format asked for, or the one that plays everywhere; what cannot lose colour for lossless encoders. */
    static int pixelFormat(AVCodec codec, EncodeSettings settings) {
        List<Integer> supported = supported(codec);
        if (settings.pixelFormat().isPresent()) {
            int format = av_get_pix_fmt(settings.pixelFormat().get());
            if (format < 0 || !supported.isEmpty() && !supported.contains(format)) {
                throw new ImpastoException.Usage("--pix-fmt: " + codec.name().getString() + " has no pixel format '"
                        + settings.pixelFormat().get() + "'; it has " + names(supported));
            }
            return format;
        }
        List<Integer> preferred = codec.name().getString().equals("ffv1") ? List.of(AV_PIX_FMT_GBRP, AV_PIX_FMT_BGR0)
                : List.of(AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUV422P10, AV_PIX_FMT_YUV444P);
        return preferred.stream().filter(f -> supported.isEmpty() || supported.contains(f)).findFirst()
                .orElseGet(() -> supported.get(0));
    }

    private static List<Integer> supported(AVCodec codec) {
        List<Integer> formats = new ArrayList<>();
        try (PointerPointer<IntPointer> list = new PointerPointer<>(1); IntPointer count = new IntPointer(1)) {
            list.put(0, (org.bytedeco.javacpp.Pointer) null);
            if (avcodec_get_supported_config((AVCodecContext) null, codec, AV_CODEC_CONFIG_PIX_FORMAT, 0, list, count) >= 0) {
                IntPointer p = list.get(IntPointer.class, 0);
                for (int i = 0; p != null && !p.isNull() && i < count.get(); i++) {
                    formats.add(p.get(i));
                }
            }
        }
        return formats;
    }

    private static String names(List<Integer> formats) {
        return String.join(", ", formats.stream().map(f -> av_get_pix_fmt_name(f).getString()).toList());
    }

    static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
