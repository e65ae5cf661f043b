package org.impasto.scene;

import java.util.Arrays;
import java.util.Objects;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/**
 * The true motion from one frame to another.
 *
 * @param flow where each pixel's centre goes, pixels; also defined where the target is hidden or out of frame
 * @param occlusion 1 where what is seen is hidden or out of frame in the other frame, else 0
 */
public record TrueMotion(FlowField flow, Plane occlusion) {
    public TrueMotion {
        Objects.requireNonNull(flow, "flow");
        if (flow.width() != occlusion.width() || flow.height() != occlusion.height()) {
            throw new IllegalArgumentException("flow of " + flow.width() + "x" + flow.height()
                    + " with occlusion of " + occlusion.width() + "x" + occlusion.height());
        }
    }

    /** No frame to go to: no displacement, everything occluded. */
    static TrueMotion none(int width, int height) {
        Plane all = new Plane(width, height);
        Arrays.fill(all.data(), 1);
        return new TrueMotion(new FlowField(width, height), all);
    }
}
