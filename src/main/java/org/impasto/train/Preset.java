package org.impasto.train;

import java.util.Locale;

/** How large a network is trained. */
public enum Preset {
    /** For rendering on a processor. */
    FAST(32, 48, 16, 5, "starry-night"),
    /** Several times the work, for a GPU or patience. */
    FINE(64, 96, 32, 8, "starry-night-fine");

    /** Channels at half size, at quarter size, and of the last convolution's input; residual blocks at quarter size. */
    final int half;
    final int quarter;
    final int last;
    final int blocks;
    private final String start;

    Preset(int half, int quarter, int last, int blocks, String start) {
        this.half = half;
        this.quarter = quarter;
        this.last = last;
        this.blocks = blocks;
        this.start = start;
    }

    /** The shipped style that a run begins with when nothing else is said. */
    public String start() {
        return start;
    }

    /** "fast" and "fine"; null for anything else. */
    public static Preset parse(String text) {
        for (Preset p : values()) {
            if (p.toString().equals(text)) {
                return p;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
