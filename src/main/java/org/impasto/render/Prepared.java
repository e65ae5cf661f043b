package org.impasto.render;

import java.util.Optional;
import java.util.concurrent.Future;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.media.Frame;

/**
 * A decoded frame with everything that needs no stylized pixel, computed or on its way.
 *
 * @param frame the source frame
 * @param beginsShot whether a shot begins here
 * @param motion how it moved from the frame before; empty where there is none or nobody needs it
 * @param painted the frame stylized alone, for networks that see no prior; empty for those that do
 */
record Prepared(Frame frame, boolean beginsShot, Optional<Future<MotionPair>> motion, Optional<Future<Image>> painted) {
    Prepared decided(boolean shotBegins) {
        return new Prepared(frame, shotBegins, motion, painted);
    }
}
