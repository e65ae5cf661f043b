package org.impasto.media;

import java.util.List;

/**
 * What of a clip could not be read as it was meant.
 *
 * @param packets compressed packets that the decoder refused
 * @param frames frames that were decoded with errors and concealed
 * @param missing packets that the container announces and the file does not hold
 * @param sentences what happened, for the user; each is there once
 */
public record Damage(long packets, long frames, long missing, List<String> sentences) {
    public static final Damage NONE = new Damage(0, 0, 0, List.of());

    public Damage {
        sentences = List.copyOf(sentences);
    }

    /** Whether something was lost. */
    public boolean any() {
        return packets > 0 || frames > 0 || missing > 0;
    }
}
