package org.impasto.style;

/**
 * What a loaded style network is and where it runs.
 *
 * @param name short name, such as "starry-night"
 * @param title what people call it
 * @param kind whether it takes a prior and a mask
 * @param carry for a video stylizer, the share of the trusted prior that the engine keeps when it makes the next state
 *     (0: the network's picture as it is); 0 for image stylizers, whose blending the engine decides
 * @param carriesNoise whether it takes smooth noise ({@link NoisePlane}) that moves with things, and paints these the same wherever they come to; other networks that take noise
 *     get white noise that stands still
 * @param options how it paints, besides what the network does
 * @param device the device it really runs on, such as "cpu (2 threads)" or "cuda:0 (NVIDIA H200)"
 * @param sha256 hash of the model file, hexadecimal
 * @param conventions value range and mean in a few words, with how they were found: "0..255 (detected)"
 */
public record StylizerInfo(String name, String title, StylizerKind kind, double carry, boolean carriesNoise, StyleOptions options, String device, String sha256,
        String conventions) {
    /** What decides its pixels, in a word: another one paints otherwise. */
    public String identity() {
        return sha256 + options.describe();
    }
}
