package org.impasto.coherence;

import java.util.Map;
import java.util.Optional;
import org.impasto.image.Image;

/**
 * What one frame hands to the next inside a shot.
 *
 * @param painted the stylized frame as it is put out, RGB 0 to 1; null in a state that was read back, since the next frame does not need it
 * @param frame its number in the shot, from 0
 * @param paint where each pixel's paint comes from
 * @param fading where the paint comes from that it is taking the place of; mostly nowhere
 * @param noise which noise each pixel is painted after, where the network takes any
 * @param anchors what the frames painted that are still referred to, by number
 */
public record CoherenceState(Image painted, int frame, Origin paint, Origin fading, Optional<NoiseField> noise, Map<Integer, Anchor> anchors) {
    /** The same without what the frames after it will not look at; what they show differs by less than the eye can tell. */
    public CoherenceState compact() {
        return Compaction.of(this);
    }
}
