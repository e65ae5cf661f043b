package org.impasto.measure;

import java.util.Optional;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/**
 * The motion from one frame to the next, as it is measured with.
 *
 * @param forward on the pixels of the earlier frame, where each is in the later one
 * @param hidden 1 where the later frame does not show what the earlier does, or the flow is not to be believed; else 0
 * @param uncovered what the later frame shows for the first time; empty where the flow does not tell
 */
record Step(FlowField forward, Plane hidden, Optional<Uncovered> uncovered) {
    /**
     * What a frame shows that the frame before hid.
     *
     * @param backward on the pixels of the later frame, where each would be in the earlier one
     * @param mask 1 where the later frame shows what the earlier does not, else 0
     */
    record Uncovered(FlowField backward, Plane mask) {
    }

    /** Whether nothing of the earlier frame is left: a cut. */
    boolean allHidden() {
        for (float v : hidden.data()) {
            if (v == 0) {
                return false;
            }
        }
        return true;
    }
}
