package org.impasto.style;

import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * A style network, ready to run on one device. A pure function: the same arguments give the same bits, whatever ran
 * before and however many threads it has. Safe to call from several threads at once.
 */
public interface Stylizer extends AutoCloseable {
    StylizerInfo info();

    /**
     * Paints a frame.
     *
     * @param content the source frame, RGB 0 to 1, any size from 1x1
     * @param prior what is known from the frame before; empty on the first frame of a shot and for a baseline. An image
     *     stylizer does not look at it.
     * @param noiseSeed seed of the noise plane, for networks that take one: the same for every frame of a shot
     * @return the painted frame, of the content's size, RGB 0 to 1
     * @throws org.impasto.ImpastoException.BadModel where the network gives values that are not finite, or a picture of
     *     another size
     */
    Image stylize(Image content, Optional<Prior> prior, long noiseSeed);

    /**
     * The same with a noise plane of the caller's.
     *
     * @param noise of the content's size, of mean 0 and variance 1 and as smooth as {@link NoisePlane}'s; networks that take none do not look at it
     */
    Image stylize(Image content, Optional<Prior> prior, Plane noise);

    @Override
    void close();
}
