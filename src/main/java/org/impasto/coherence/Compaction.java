package org.impasto.coherence;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets go of everything in a state that the frames after it will not look at, and rounds the rest to what the eye cannot tell: places to a
 * 1024th of a pixel. Most of a state is paint that has been painted over since.
 *
 * <p>It belongs to the rule, not to the file format: a state that is stored and one that is only passed on must be the same to the bit, so
 * both are compacted, after the same frames.
 */
final class Compaction {
    /** Steps per pixel. */
    static final int STEPS = 1024;

    private Compaction() {
    }

    static CoherenceState of(CoherenceState state) {
        Origin paint = round(state.paint());
        Origin fading = round(state.fading());
        Map<Integer, BitSet> used = new TreeMap<>();
        mark(paint, state.anchors(), used);
        mark(fading, state.anchors(), used);
        Map<Integer, Anchor> anchors = new TreeMap<>();
        used.forEach((frame, pixels) -> anchors.put(frame, state.anchors().get(frame).only(pixels)));
        return new CoherenceState(state.painted(), state.frame(), paint, fading, state.noise().map(Compaction::round), Map.copyOf(anchors));
    }

    private static Origin round(Origin origin) {
        Origin result = new Origin(origin.width(), origin.height());
        for (int i = 0; i < origin.frame().length; i++) {
            if (origin.frame()[i] != Origin.NONE) {
                result.frame()[i] = origin.frame()[i];
                result.x()[i] = round(origin.x()[i]);
                result.y()[i] = round(origin.y()[i]);
            }
        }
        return result;
    }

    private static NoiseField round(NoiseField noise) {
        NoiseField result = new NoiseField(noise.width(), noise.height());
        for (int i = 0; i < noise.x().length; i++) {
            result.x()[i] = round(noise.x()[i]);
            result.y()[i] = round(noise.y()[i]);
        }
        return result;
    }

    private static float round(float place) {
        return (float) Math.rint(place * STEPS) / STEPS;
    }

    private static void mark(Origin origin, Map<Integer, Anchor> anchors, Map<Integer, BitSet> used) {
        for (int i = 0; i < origin.frame().length; i++) {
            Anchor anchor = anchors.get(origin.frame()[i]);
            if (anchor != null) {
                anchor.mark(origin.x()[i], origin.y()[i], used.computeIfAbsent(origin.frame()[i], f -> new BitSet()));
            }
        }
    }
}
