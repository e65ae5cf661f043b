package org.impasto.coherence;

/**
 * How strongly the past is kept.
 *
 * @param carry share of a fully trusted prior in the next frame, 0 to 1. Less than 1 is for networks that repaint what they are given:
 *     their picture is blended over a prior that fades with {@code carry^n}.
 * @param strength by which trust is multiplied, 0 (every frame alone) to 1
 * @param shortest frames that paint is carried at least before it is renewed
 * @param longest frames after which all paint has begun to be renewed: the bound on how long a pixel is only copied
 * @param fade frames over which new paint takes the place of old
 * @param restoreContrast whether local contrast that blending costs is given back
 */
public record CoherenceSettings(double carry, double strength, int shortest, int longest, int fade, boolean restoreContrast) {
    public CoherenceSettings {
        if (!(carry >= 0 && carry <= 1)) {
            throw new IllegalArgumentException("carry must be between 0 and 1, but is " + carry);
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength must be between 0 and 1, but is " + strength);
        }
        if (fade < 1 || shortest < fade || longest < shortest) {
            throw new IllegalArgumentException("lifetimes need 1 <= fade <= shortest <= longest, but are " + fade + ", " + shortest
                    + " and " + longest);
        }
    }

    /** What renders use; see docs/decisions.md for the figures behind it. */
    public static CoherenceSettings of(double carry, double strength) {
        return new CoherenceSettings(carry, strength, 24, 48, 8, true);
    }
}
