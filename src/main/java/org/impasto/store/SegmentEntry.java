package org.impasto.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finished segment.
 *
 * @param first number of its first frame in the clip
 * @param last number of its last frame
 * @param parts what its frames and packets depend on, by name; together its fingerprint
 * @param delay frames by which decoding order runs ahead of presentation order
 * @param file its packets
 */
public record SegmentEntry(long first, long last, Map<String, String> parts, int delay, Stored file) {
    public SegmentEntry {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts == null ? Map.of() : parts));
    }
}
