package org.impasto.direction;

import java.nio.file.Path;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/** One of the {@link Mattes}. */
final class Matte implements AutoCloseable {
    /** Less than half a step of 16 bits. */
    private static final float ROUNDED = 5e-6f;

    private final MattePictures pictures;
    private final boolean invert;
    private final int width;
    private final int height;
    private Image lastPicture;
    private Plane lastPlane;

    private Matte(MattePictures pictures, boolean invert, int width, int height) {
        this.pictures = pictures;
        this.invert = invert;
        this.width = width;
        this.height = height;
    }

    /** Opens a matte; the caller closes it. */
    static Matte open(MatteUse use, int width, int height) {
        MattePictures pictures = switch (use.kind()) {
            case CLIP -> new ClipPictures(use.file());
            case SEQUENCE, STILL -> new FilePictures(use);
        };
        return new Matte(pictures, use.invert(), width, height);
    }

    Plane at(long frame) {
        Image picture = pictures.at(frame);
        if (picture != lastPicture) {
            lastPlane = Scale.bilinear(luma(picture), width, height);
            lastPicture = picture;
        }
        return lastPlane;
    }

    /** Brightness, 0 to 1; white and black exactly, whatever the conversion from YUV rounds. */
    private Plane luma(Image picture) {
        float[] d = picture.data();
        int n = picture.pixels();
        Plane plane = new Plane(picture.width(), picture.height());
        for (int i = 0; i < n; i++) {
            float green = d[n + i];
            float y = green + 0.2126f * (d[i] - green) + 0.0722f * (d[2 * n + i] - green);
            float held = y > 1 - ROUNDED ? 1 : y < ROUNDED ? 0 : y;
            plane.data()[i] = invert ? 1 - held : held;
        }
        return plane;
    }

    @Override
    public void close() {
        pictures.close();
    }

    static String tooShort(Path file, long frame, long length) {
        return "the matte " + file + " has no frame " + frame + ": it has " + length + (length == 1 ? " frame" : " frames, 0 to " + (length - 1));
    }
}
