package org.impasto.media;

/**
 * The video stream that is rendered.
 *
 * @param codec name of the codec, as FFmpeg prints it
 * @param width columns of the coded picture
 * @param height rows of the coded picture
 * @param pixelFormat FFmpeg's name, such as "yuv420p"
 * @param bitDepth bits per component
 * @param timeBase seconds per unit of a timestamp
 * @param frameRate average frames per second; 0/1 where unknown
 * @param sampleAspect width over height of one pixel; 1/1 where unknown
 * @param frames number of frames the container claims; 0 where it does not say
 * @param rotation degrees by which players turn the picture clockwise: 0, 90, 180 or 270
 * @param interlaced whether the stream says that it is interlaced
 * @param color colour tags
 */
public record VideoInfo(String codec, int width, int height, String pixelFormat, int bitDepth, Rational timeBase,
        Rational frameRate, Rational sampleAspect, long frames, int rotation, boolean interlaced, ColorInfo color) {
}
