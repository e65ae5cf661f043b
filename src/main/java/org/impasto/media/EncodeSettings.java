package org.impasto.media;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the output is encoded. What is left empty is chosen to play everywhere.
 *
 * @param codec FFmpeg's encoder name, such as "libx264" or "ffv1"
 * @param crf constant rate factor of the encoder
 * @param preset speed preset of the encoder
 * @param pixelFormat FFmpeg's name, such as "yuv420p10le"
 * @param options further private options of the encoder or fields of the codec context, by name
 * @param keepTimestamps whether a render that starts later than the clip keeps the source's timestamps; else they are
 *     shifted so that the first rendered frame stands where the clip's first frame stood
 */
public record EncodeSettings(Optional<String> codec, OptionalInt crf, Optional<String> preset,
        Optional<String> pixelFormat, Map<String, String> options, boolean keepTimestamps) {
    public static final EncodeSettings DEFAULTS = new EncodeSettings(Optional.empty(), OptionalInt.empty(),
            Optional.empty(), Optional.empty(), Map.of(), false);

    public EncodeSettings {
        options = Map.copyOf(options);
    }
}
