package org.impasto.direction;

import java.nio.file.Path;
import java.util.Optional;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Image;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;

/** The frames of a matte that is a clip: read forwards, from the beginning again for one that has passed. */
final class ClipPictures implements MattePictures {
    private final Path file;
    private FrameSource source;
    private Frame last;

    ClipPictures(Path file) {
        this.file = file;
        this.source = Clips.open(file, 1);
    }

    @Override
    public Image at(long frame) {
        if (last != null && frame < last.index()) {
            source.close();
            last = null;
            source = Clips.open(file, 1);
        }
        while (last == null || last.index() < frame) {
            Optional<Frame> next = source.next();
            if (source.damage().any()) {
                throw new BadInput("the matte " + file + " is damaged, so that its frames cannot be counted: "
                        + String.join("; ", source.damage().sentences()));
            }
            long read = last == null ? 0 : last.index() + 1;
            last = next.orElseThrow(() -> new BadInput(Matte.tooShort(file, frame, read)));
        }
        return last.image();
    }

    @Override
    public void close() {
        source.close();
    }
}
