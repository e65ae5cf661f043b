package org.impasto.direction;

import java.util.List;
import java.util.Optional;

/** A style over the frames of a section: a crossfade from one to another, or the same throughout. */
record StyleRamp(String from, String to, Ease ease) {
    static StyleRamp constant(String style) {
        return new StyleRamp(style, style, Ease.LINEAR);
    }

    /** @param t share of the section that has passed: 0 at its first frame, 1 at its last */
    List<StyleShare> at(double t) {
        double share = from.equals(to) ? 1 : ease.at(t);
        if (share <= 0) {
            return List.of(new StyleShare(Optional.of(from), 1));
        }
        if (share >= 1) {
            return List.of(new StyleShare(Optional.of(to), 1));
        }
        return List.of(new StyleShare(Optional.of(from), 1 - share), new StyleShare(Optional.of(to), share));
    }
}
