package org.impasto.render;

import java.util.Optional;

/**
 * How a segment of a plan stands in a render store.
 *
 * @param first number of its first frame
 * @param last number of its last frame
 * @param bytes of its packets; 0 where there are none
 * @param stateBytes of the states after it
 * @param again why it would be rendered; empty where it would be kept
 */
public record SegmentStatus(long first, long last, long bytes, long stateBytes, Optional<String> again) {
}
