package org.impasto.scene;

import org.impasto.image.Image;

/**
 * One frame of a scene and how it hangs together with the frame before.
 *
 * <p>The first frame, and the first after a cut, has no frame before: there both flows are zero and every pixel counts
 * as occluded.
 *
 * @param image the picture, 0 to 1
 * @param backward from this frame t to frame t - 1, on the pixels of t; occluded is what t shows and t - 1 does not
 * @param forward from frame t - 1 to this frame t, on the pixels of t - 1; occluded is what t - 1 shows and t does not
 */
public record SceneFrame(Image image, TrueMotion backward, TrueMotion forward) {
}
