package org.impasto.media;

import java.util.Objects;

/**
 * A sound track made by us.
 *
 * @param sampleRate samples a second
 * @param channels 1 or more
 * @param interleaved samples, -1 to 1, the channels of one instant beside each other
 */
public record Audio(int sampleRate, int channels, float[] interleaved) {
    public Audio {
        Objects.requireNonNull(interleaved, "interleaved");
        if (sampleRate < 1 || channels < 1 || interleaved.length % channels != 0) {
            throw new IllegalArgumentException(
                    interleaved.length + " samples do not make " + channels + " channels at " + sampleRate + " Hz");
        }
    }

    int frames() {
        return interleaved.length / channels;
    }
}
