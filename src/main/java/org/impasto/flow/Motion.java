package org.impasto.flow;

import org.impasto.image.Plane;

/**
 * How the picture moved from the previous frame to this one.
 *
 * @param backward for each pixel of this frame, the displacement to its place in the previous one
 * @param trust per pixel, 0 to 1, how far the flow may be believed
 * @param known whether it is the true motion: what is not trusted at all was hidden then, and no error of an estimate
 */
public record Motion(FlowField backward, Plane trust, boolean known) {
    /** Motion that was estimated. */
    public Motion(FlowField backward, Plane trust) {
        this(backward, trust, false);
    }
}
