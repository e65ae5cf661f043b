package org.impasto.coherence;

/**
 * How strongly the past is kept.
 *
 * @param carry share of a fully trusted prior in the next frame, 0 to less than 1. After n frames a stroke that the network no
 *     longer paints has {@code carry^n} left: this is the bound on how long paint is only copied.
 * @param strength by which trust is multiplied, 0 (every frame alone) to 1
 * @param restoreContrast whether local contrast that blending and resampling cost is given back
 */
public record CoherenceSettings(double carry, double strength, boolean restoreContrast) {
    /** For networks that do not see a prior: blended after the network. */
    public static final double IMAGE_CARRY = 0.92;

    public CoherenceSettings {
        if (!(carry >= 0 && carry < 1)) {
            throw new IllegalArgumentException("carry must be at least 0 and less than 1, but is " + carry);
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength must be between 0 and 1, but is " + strength);
        }
    }
}
