package org.impasto.render;

/**
 * Frames of a clip, counted from 0, both ends included.
 *
 * @param first number of the first frame
 * @param last number of the last frame; {@link Long#MAX_VALUE} means to the end of the clip
 */
public record FrameRange(long first, long last) {
    public static final FrameRange ALL = new FrameRange(0, Long.MAX_VALUE);

    public FrameRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("a frame range needs 0 <= first <= last, but is " + first + "-" + last);
        }
    }

    public boolean contains(long index) {
        return index >= first && index <= last;
    }

    public boolean toTheEnd() {
        return last == Long.MAX_VALUE;
    }
}
