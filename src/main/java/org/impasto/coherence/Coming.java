package org.impasto.coherence;

import java.util.Optional;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;

/**
 * A frame of a shot that is yet to be painted.
 *
 * @param content the source's frame
 * @param motion between it and the one before; empty where the shot begins. Of frames that come later it must be known both ways
 * @param paint the network, with this frame as its content
 */
public record Coming(Image content, Optional<MotionPair> motion, Stylization paint) {
    /** How many frames after the one to be painted are looked at, at most. */
    public static final int MOST = 4;
}
