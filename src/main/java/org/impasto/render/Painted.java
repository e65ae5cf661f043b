package org.impasto.render;

import java.util.Optional;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.media.Frame;

/**
 * A frame of a comparison.
 *
 * @param source as it was decoded
 * @param beginsShot whether a shot begins here, or the comparison does
 * @param coherent as {@code render} paints it
 * @param reference as {@code render --baseline} paints it, or another program did
 * @param motion how the source moved since the frame before, as the coherent render took it
 */
public record Painted(Frame source, boolean beginsShot, Image coherent, Image reference, Optional<Motion> motion) {
}
