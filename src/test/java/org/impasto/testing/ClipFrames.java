package org.impasto.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;

/** All frames of a short clip. */
public final class ClipFrames {
    private ClipFrames() {
    }

    public static List<Frame> of(Path file) {
        List<Frame> all = new ArrayList<>();
        try (FrameSource source = Clips.open(file, 1)) {
            for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
                all.add(f.get());
            }
        }
        return all;
    }
}
