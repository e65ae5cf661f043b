package org.impasto.report;

import java.util.Map;

/**
 * A frame in which the coherent render flickers much.
 *
 * @param frame its number in the clip
 * @param seconds when it is shown, counted from the first frame that was compared
 * @param excess its warp error beyond the source's own
 * @param flowMost displacement that the colour wheel shows in full, pixels
 * @param errorMost error that the heat maps show as the lightest, 0 to 1
 * @param files names of the pictures, by what they show
 */
public record Worst(long frame, double seconds, double excess, double flowMost, double errorMost, Map<String, String> files) {
}
