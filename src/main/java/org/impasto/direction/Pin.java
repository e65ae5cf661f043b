package org.impasto.direction;

import java.nio.file.Path;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Image;

/**
 * A frame that a person has painted over: the clip continues from it.
 *
 * @param frame its number in the clip
 * @param picture a PNG or JPEG of the clip's size
 * @param both whether the frames before it follow it too, not only those after it
 */
public record Pin(long frame, Path picture, boolean both) {
    /**
     * The picture's numbers, as they are.
     *
     * @param width of the clip
     * @param height of the clip
     * @throws BadInput where it is no picture, has transparent pixels, or is of another size
     */
    public Image read(int width, int height) {
        Picture.Size size = Picture.size(picture);
        if (!size.is(width, height)) {
            throw new BadInput(wrongSize(size, width, height));
        }
        return Picture.read(picture);
    }

    String wrongSize(Picture.Size size, int width, int height) {
        return "the pinned picture " + picture + " of frame " + frame + " is " + size + ", expected the clip's size, " + width + "x" + height;
    }
}
