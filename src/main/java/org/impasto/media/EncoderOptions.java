package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.avutil.AVOption;
import org.impasto.ImpastoException.Usage;

/** Sets the options of an encoder that is not open yet: our defaults, then what the user asks for. */
final class EncoderOptions {
    private static final List<String> PRESETS = List.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow",
            "slower", "veryslow", "placebo");
    private static final int MAX_CRF = 51;
    private static final String SAME_EVERY_TIME = "asm=AVX2";

    private final AVCodecContext context;
    private final String codec;
    private final Map<String, String> set = new LinkedHashMap<>();

    EncoderOptions(AVCodecContext context, String codec) {
        this.context = context;
        this.codec = codec;
    }

    /** Returns what was set, in order. */
    Map<String, String> apply(EncodeSettings settings, VideoInfo video) {
        defaults(video);
        settings.crf().ifPresent(v -> asked("crf", String.valueOf(v)));
        settings.preset().ifPresent(v -> asked("preset", v));
        settings.options().forEach(this::asked);
        return set;
    }

    private void defaults(VideoInfo video) {
        switch (codec) {
            case "libx264", "libx264rgb" -> {
                put("preset", "medium");
                put("crf", "16");
                if ((av_get_cpu_flags() & AV_CPU_FLAG_AVX512) != 0) {
                    // Its AVX-512 code reads what nobody wrote: most widths come out different from run to run.
                    put("x264-params", SAME_EVERY_TIME);
                }
            }
            case "libx265" -> {
                put("preset", "medium");
                put("crf", "18");
                // x265 has its own log, on the console; with several frames at once it is different from run to run.
                put("x265-params", "log-level=none:pools=4:frame-threads=1");
            }
            case "libsvtav1" -> {
                put("preset", "8");
                put("crf", "22");
            }
            case "libvpx-vp9" -> {
                put("crf", "22");
                put("b", "0");
                put("row-mt", "1");
            }
            case "ffv1" -> {
                put("level", "3");
                put("slicecrc", "1");
            }
            case "libopenh264" -> put("b", String.valueOf(bitRate(video)));
            case "mpeg4", "msmpeg4", "mjpeg" -> {
                context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
                context.global_quality(2 * FF_QP2LAMBDA);
                set.put("qscale", "2");
            }
            default -> {
            }
        }
    }

    /** For encoders with no constant quality: 0.25 bits a pixel, where H.264 keeps fine texture. */
    private static long bitRate(VideoInfo video) {
        double fps = video.frameRate().num() > 0 ? video.frameRate().toDouble() : 25;
        return Math.max(200_000, Math.round(0.25 * video.width() * video.height() * fps));
    }

    private void put(String key, String value) {
        if (av_opt_set(context, key, value, AV_OPT_SEARCH_CHILDREN) >= 0) {
            set.put(key, value);
        }
    }

    private void asked(String key, String value) {
        if (codec.startsWith("libx26")) {
            checkX26(key, value);
        }
        AVOption option = av_opt_find(context, key, null, 0, AV_OPT_SEARCH_CHILDREN);
        if (option == null || option.isNull()) {
            throw new Usage("the encoder " + codec + " has no option \"" + key + "\"");
        }
        // A list of the user's own takes the place of ours, but for what makes it the same every time.
        boolean list = key.equals("x264-params") && set.containsKey(key) && !value.contains("asm=");
        int rc = av_opt_set(context, key, list ? value + ":" + SAME_EVERY_TIME : value, AV_OPT_SEARCH_CHILDREN);
        if (rc < 0) {
            throw new Usage("the option \"" + key + "\" of the encoder " + codec + " does not take \"" + value
                    + "\"");
        }
        set.put(key, value);
    }

    /** x264 and x265 take any number for a quality, and say on the console what is wrong with a preset. */
    private void checkX26(String key, String value) {
        if (key.equals("preset") && !PRESETS.contains(value)) {
            throw new Usage("the encoder " + codec + " has no preset \"" + value + "\"; it has " + String.join(", ", PRESETS));
        }
        if (key.equals("crf") && value.matches("[0-9]{1,9}") && Integer.parseInt(value) > MAX_CRF) {
            throw new Usage("the encoder " + codec + " takes a crf from 0 to " + MAX_CRF + ", not " + value);
        }
    }
}
