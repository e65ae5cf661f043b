package org.impasto.media;

import org.impasto.image.Image;

/**
 * One decoded picture with its presentation time.
 *
 * @param index position in presentation order within the clip, counted from 0
 * @param pts presentation timestamp in units of the video stream's time base ({@link VideoInfo#timeBase()})
 * @param duration how long it is shown, in the same units; 0 where the container does not say
 * @param image the picture, RGB 0 to 1, as displayed: matrix and range of the source undone, rotation not applied
 */
public record Frame(long index, long pts, long duration, Image image) {
    /** The same frame with another picture. */
    public Frame with(Image other) {
        return new Frame(index, pts, duration, other);
    }
}
