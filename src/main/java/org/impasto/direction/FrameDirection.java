package org.impasto.direction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was decided for one frame.
 *
 * @param styles their shares sum to 1; two in a crossfade, else one
 * @param strength share of the painted frame in the mix with the source, 0 to 1
 * @param coherence strength of the coherence, 0 (every frame alone) to 1
 * @param colors share of the source's chroma, 0 (the style's colours) to 1 (the source's)
 * @param matte where the style applies; empty means everywhere
 */
public record FrameDirection(List<StyleShare> styles, double strength, double coherence, double colors, Optional<MatteUse> matte) {
    public FrameDirection {
        styles = List.copyOf(styles);
        if (styles.isEmpty()) {
            throw new IllegalArgumentException("a frame needs a style");
        }
    }

    /** The styles that the frame must be painted in, each once: those that have a share, then the one of the black part of the matte. */
    public List<Optional<String>> painted() {
        return Stream.concat(styles.stream().map(StyleShare::style), matte.flatMap(MatteUse::other).map(Optional::of).stream())
                .distinct().toList();
    }
}
