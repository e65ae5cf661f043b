package org.impasto.direction;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A matte and what it does: where it is white the style applies, where it is black something else.
 *
 * @param file a clip, a still picture, or the path of a sequence's pictures with the number's place, such as {@code mattes/%05d.png}
 * @param kind which of the three
 * @param other the style where the matte is black; empty means the source
 * @param invert whether black and white change places
 */
public record MatteUse(Path file, Kind kind, Optional<String> other, boolean invert) {
    /** What a matte is read from. */
    public enum Kind {
        /** A clip: its frames belong to the frames of the same number. */
        CLIP,
        /** Pictures with a number in their names: the number of the frame that they belong to. */
        SEQUENCE,
        /** One picture for all frames. */
        STILL
    }

    /** The file that a frame's matte is in. */
    public Path fileOf(long frame) {
        return kind == Kind.SEQUENCE ? NumberedFiles.of(file).orElseThrow().path(frame) : file;
    }
}
