package org.impasto.direction;

import java.util.Optional;
import java.util.function.Function;

/** Writes what was decided for a frame as a text that is the same where the pixels are. */
final class Identity {
    private final FileHashes hashes;
    private final Function<Optional<String>, String> model;

    Identity(FileHashes hashes, Function<Optional<String>, String> model) {
        this.hashes = hashes;
        this.model = model;
    }

    String painted(FrameDirection direction) {
        StringBuilder text = new StringBuilder();
        direction.painted().stream().map(model).sorted().distinct().forEach(m -> text.append("paint ").append(m).append('\n'));
        return text.append("coherence ").append(direction.coherence()).append('\n').toString();
    }

    String shown(long frame, FrameDirection direction) {
        StringBuilder text = new StringBuilder(painted(direction));
        direction.styles().forEach(s -> text.append("style ").append(model.apply(s.style())).append(' ').append(s.share()).append('\n'));
        text.append("strength ").append(direction.strength()).append('\n');
        text.append("colors ").append(direction.colors()).append('\n');
        direction.matte().ifPresent(m -> text.append("matte ").append(hashes.of(m.fileOf(frame)))
                .append(m.kind() == MatteUse.Kind.CLIP ? " frame " + frame : "")
                .append(m.invert() ? " inverted" : "")
                .append(m.other().map(s -> " else " + model.apply(Optional.of(s))).orElse("")).append('\n'));
        return text.toString();
    }
}
