package org.impasto.direction;

import java.nio.file.Path;
import org.impasto.image.Image;

/** The pictures of a matte that is a file for each frame, or one for all. */
final class FilePictures implements MattePictures {
    private final MatteUse use;
    private Path lastFile;
    private Image last;

    FilePictures(MatteUse use) {
        this.use = use;
    }

    @Override
    public Image at(long frame) {
        Path file = use.fileOf(frame);
        if (!file.equals(lastFile)) {
            last = Picture.read(file);
            lastFile = file;
        }
        return last;
    }

    @Override
    public void close() {
    }
}
