package org.impasto.coherence;

/**
 * How strongly the past is kept.
 *
 * @param carry share of a fully trusted prior in the next frame, 0 to 1. Less than 1 is for networks that repaint what they are given:
 *     their picture is blended over a prior that fades with {@code carry^n}.
 * @param strength by which trust is multiplied, 0 (every frame alone) to 1
 * @param generation frames from one that is painted whole to the next; meanwhile its paint takes the place of what was there before, which no paint outlasts. Where a network is followed
 *     ({@link Following}), frames after which noise that has worn begins anew
 * @param fade frames over which it does so in one place
 * @param restoreContrast whether local contrast that blending costs is given back
 */
public record CoherenceSettings(double carry, double strength, int generation, int fade, boolean restoreContrast) {
    public CoherenceSettings {
        if (!(carry >= 0 && carry <= 1)) {
            throw new IllegalArgumentException("carry must be between 0 and 1, but is " + carry);
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength must be between 0 and 1, but is " + strength);
        }
        if (fade < 1 || generation < 2 * fade) {
            throw new IllegalArgumentException("a generation needs twice the frames of a fade, at least 1, but they are " + generation + " and " + fade);
        }
    }

    /** What renders use; see docs/decisions.md for the figures behind it. */
    public static CoherenceSettings of(double carry, double strength) {
        return new CoherenceSettings(carry, strength, 48, 12, true);
    }
}
