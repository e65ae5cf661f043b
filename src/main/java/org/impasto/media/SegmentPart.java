package org.impasto.media;

import java.nio.file.Path;

/**
 * A finished segment, to be put together with others.
 *
 * @param file its packets, as a {@link SegmentSink} made them
 * @param first number of its first frame in the clip
 * @param pts presentation times of its frames in the clip, in units of the video's time base
 * @param durations how long each is shown, likewise
 * @param delay as its {@link SegmentSink} said
 */
public record SegmentPart(Path file, long first, long[] pts, long[] durations, int delay) {
    public SegmentPart {
        if (pts.length == 0 || pts.length != durations.length) {
            throw new IllegalArgumentException(pts.length + " times and " + durations.length + " durations");
        }
    }

    int frames() {
        return pts.length;
    }
}
