package org.impasto.store;

/**
 * A boundary state: what the frame after it is painted from.
 *
 * @param frame number of the frame that it is the state after
 * @param track 0 for the render itself, then the takes that were rendered over it
 * @param fingerprint of what it depends on
 * @param content hash of the state itself, uncompressed
 * @param file the state, compressed
 */
public record StateEntry(long frame, int track, String fingerprint, String content, Stored file) {
}
