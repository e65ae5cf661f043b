package org.impasto.train;

import java.util.Locale;

/** How large a network is trained. */
public enum Preset {
    /** For rendering on a processor. */
    FAST(32, 48, 16, 4),
    /** Several times the work, for a GPU or patience. */
    FINE(64, 96, 32, 8);

    /** Channels at half size, at quarter size, and of the last convolution's input; residual blocks at quarter size. */
    final int half;
    final int quarter;
    final int last;
    final int blocks;

    Preset(int half, int quarter, int last, int blocks) {
        this.half = half;
        this.quarter = quarter;
        this.last = last;
        this.blocks = blocks;
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
