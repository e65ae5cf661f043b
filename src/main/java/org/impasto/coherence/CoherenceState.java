package org.impasto.coherence;

import org.impasto.image.Image;

/**
 * What one frame hands to the next inside a shot. Float throughout: rounding would add up.
 *
 * @param painted the stylized frame as it was put out, RGB 0 to 1
 * @param seen what the source looked like when the paint was made, smoothed and carried along with the paint: where the source no
 *     longer looks like it, the paint is not believed
 */
public record CoherenceState(Image painted, Image seen) {
}
