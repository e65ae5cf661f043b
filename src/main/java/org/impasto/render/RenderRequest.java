package org.impasto.render;

import java.nio.file.Path;
import java.util.Optional;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Rational;

/**
 * What is to be rendered, as the user asked for it.
 *
 * @param input the clip
 * @param output where the painted clip goes
 * @param style as {@link org.impasto.style.StyleChoice} reads it; empty takes the first of the gallery
 * @param frames which frames, by number
 * @param start only frames at or after this time in seconds, counted from the clip's first frame
 * @param end only frames before this time
 * @param baseline whether every frame is stylized alone, with no prior
 * @param strength of the coherence, 0 (as the baseline) to 1 (full)
 * @param device "auto", "cpu", "cuda", "cuda:1", "tensorrt", ...
 * @param threads worker threads, at least 1
 * @param encode codec and its options
 * @param overwrite whether a file at the output path may be replaced
 * @param direction file with decisions over time; empty where there are none
 * @param motion folder with the clip's true motion, laid out as MPI Sintel's; empty where it is to be estimated
 * @param store where finished parts are kept
 */
public record RenderRequest(Path input, Path output, Optional<String> style, FrameRange frames,
        Optional<Rational> start, Optional<Rational> end, boolean baseline, double strength, String device, int threads,
        EncodeSettings encode, boolean overwrite, Optional<Path> direction, Optional<Path> motion, StoreSettings store) {
    /** A request with no direction and unknown motion, whose store goes when the output is complete. */
    public RenderRequest(Path input, Path output, Optional<String> style, FrameRange frames, Optional<Rational> start,
            Optional<Rational> end, boolean baseline, double strength, String device, int threads, EncodeSettings encode,
            boolean overwrite) {
        this(input, output, style, frames, start, end, baseline, strength, device, threads, encode, overwrite, Optional.empty(),
                Optional.empty(), StoreSettings.PASSING);
    }
}
