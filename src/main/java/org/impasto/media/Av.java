package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Small change of the FFmpeg API. */
final class Av {
    static {
        // What matters reaches the user as our own sentences.
        av_log_set_level(AV_LOG_QUIET);
    }

    private Av() {
    }

    /** Loads FFmpeg and silences its log; whoever enters this package calls it first. */
    static void load() {
        // The static initialiser has done it.
    }

    /** FFmpeg's words for an error code. */
    static String error(int code) {
        try (BytePointer text = new BytePointer(256)) {
            av_strerror(code, text, 256);
            return text.getString();
        }
    }

    static String text(BytePointer pointer) {
        return pointer == null || pointer.isNull() ? "unknown" : pointer.getString();
    }

    static Rational rational(AVRational r) {
        return r.den() == 0 ? Rational.ZERO : r.den() < 0 ? new Rational(-r.num(), -r.den()) : new Rational(r.num(), r.den());
    }

    static AVRational rational(Rational r) {
        return new AVRational().num((int) r.num()).den((int) r.den());
    }

    /** Frees what is left of a dictionary and returns the name of its first entry, or null where it is empty. */
    static String leftover(AVDictionary options) {
        var entry = avutil.av_dict_get(options, "", null, avutil.AV_DICT_IGNORE_SUFFIX);
        String name = entry == null || entry.isNull() ? null : entry.key().getString();
        avutil.av_dict_free(options);
        return name;
    }
}
