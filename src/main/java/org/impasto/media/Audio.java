package org.impasto.media;

/**
 * Sound for a clip that is made and not rendered.
 *
 * @param sampleRate samples per second and channel
 * @param channels 1 or 2
 * @param interleaved samples, -1 to 1, the channels of one moment side by side
 */
public record Audio(int sampleRate, int channels, float[] interleaved) {
}
