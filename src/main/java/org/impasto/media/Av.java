package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q_rnd;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.impasto.ImpastoException.OutputFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small words of FFmpeg's language: errors, fractions, names, its log. */
final class Av {
    static {
        Loader.load(avutil.class); // the constants below come from the library
    }

    static final int EAGAIN = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
    static final long NO_TIME = avutil.AV_NOPTS_VALUE;
    private static final int NO_SPACE = -28;
    private static final int ROUND = avutil.AV_ROUND_NEAR_INF | avutil.AV_ROUND_PASS_MINMAX;
    private static final Logger LOG = LoggerFactory.getLogger("org.impasto.media.ffmpeg");
    /** Held for the life of the process: FFmpeg calls it from its own threads. */
    private static final LogCallback CALLBACK;

    static {
        if (LOG.isDebugEnabled()) {
            CALLBACK = new LogCallback() {
                @Override
                public void call(int level, BytePointer text) {
                    LOG.debug("{}", text.getString().strip());
                }
            };
            setLogCallback(CALLBACK);
            av_log_set_level(AV_LOG_ERROR);
        } else {
            CALLBACK = null;
            av_log_set_level(AV_LOG_QUIET);
        }
    }

    private Av() {
    }

    /** Loads FFmpeg and silences its log; every entry point comes through here. */
    static void init() {
        // The static initializer did it.
    }

    static String error(int code) {
        byte[] text = new byte[256];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** Turns the failure of a write into a sentence; returns the code where it is no failure. */
    static int written(int code, Path output) {
        if (code >= 0) {
            return code;
        }
        if (code == NO_SPACE) {
            throw new OutputFailed("no space left on the disk for " + output);
        }
        throw new OutputFailed("cannot write " + output + ": " + error(code));
    }

    static AVRational q(Rational r) {
        return av_make_q(Math.toIntExact(r.num()), Math.toIntExact(r.den()));
    }

    /** A fraction of FFmpeg's; {@code fallback} where it means "unknown". */
    static Rational rational(AVRational q, Rational fallback) {
        return q == null || q.num() <= 0 || q.den() <= 0 ? fallback : new Rational(q.num(), q.den());
    }

    static Rational timeBase(AVRational q) {
        return rational(q, new Rational(1, 1_000_000));
    }

    /** A timestamp in other units, rounded to the nearest as ffmpeg does; "no time" stays "no time". */
    static long rescale(long time, Rational from, Rational to) {
        if (time == NO_TIME || from.equals(to)) {
            return time;
        }
        return av_rescale_q_rnd(time, q(from), q(to), ROUND);
    }

    /** FFmpeg takes "a:b.mp4" for a protocol named "a"; with the prefix every path is a path. */
    static BytePointer url(Path path) {
        return new BytePointer("file:" + path.toAbsolutePath(), StandardCharsets.UTF_8);
    }

    static String name(BytePointer text) {
        return text == null || text.isNull() ? "unknown" : text.getString(StandardCharsets.UTF_8);
    }

    static void put(AVDictionary options, String key, String value) {
        try (BytePointer k = new BytePointer(key, StandardCharsets.UTF_8);
                BytePointer v = new BytePointer(value, StandardCharsets.UTF_8)) {
            av_dict_set(options, k, v, 0);
        }
    }
}
