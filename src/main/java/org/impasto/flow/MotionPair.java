package org.impasto.flow;

import java.util.Optional;

/**
 * How the picture moved between two frames, seen from both.
 *
 * @param motion on the pixels of the later frame, how it moved from the one before
 * @param reverse on the pixels of the earlier frame, how it would have moved from the later one if the clip ran the other way; empty where nobody asked for it
 */
public record MotionPair(Motion motion, Optional<Motion> reverse) {
    /** @param motion seen from the later frame alone */
    public static MotionPair of(Motion motion) {
        return new MotionPair(motion, Optional.empty());
    }
}
