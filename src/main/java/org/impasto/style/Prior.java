package org.impasto.style;

import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * What a video stylizer is told of the past.
 *
 * @param picture the previous stylized frame, warped to the current frame; RGB 0 to 1
 * @param trust per pixel, 0 to 1, how far the picture may be believed
 */
public record Prior(Image picture, Plane trust) {
}
