package org.impasto.direction;

import org.impasto.image.Image;

/** Where a matte's pictures come from. */
interface MattePictures extends AutoCloseable {
    /** The picture of the frame of that number. Cheap where numbers rise. */
    Image at(long frame);

    @Override
    void close();
}
