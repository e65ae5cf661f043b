package org.impasto.direction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.impasto.direction.MatteUse.Kind;

/** Reads which matte is used and how. */
final class MatteReader {
    private static final List<String> KEYS = List.of("file", "else", "invert");
    private static final String WHAT = "a matte: the path of a clip, of a picture or of numbered pictures such as mattes/%05d.png, or none";

    private final StyleNames styles;

    MatteReader(StyleNames styles) {
        this.styles = styles;
    }

    Settings.MatteSetting read(Value value) {
        if (!value.isMap()) {
            return new Settings.MatteSetting(value.text(WHAT).equals("none") ? Optional.empty()
                    : Optional.of(use(value, Optional.empty(), false)), value.line());
        }
        Map<String, Value> keys = value.map(WHAT, KEYS);
        if (!keys.containsKey("file")) {
            throw value.error("matte: file is missing");
        }
        Optional<String> other = Optional.ofNullable(keys.get("else")).map(styles::read);
        boolean invert = Optional.ofNullable(keys.get("invert")).map(Value::truth).orElse(false);
        return new Settings.MatteSetting(Optional.of(use(keys.get("file"), other, invert)), value.line());
    }

    private static MatteUse use(Value value, Optional<String> other, boolean invert) {
        Path file = value.path(WHAT);
        Optional<NumberedFiles> numbered = NumberedFiles.of(file);
        if (Files.isRegularFile(file)) {
            return new MatteUse(file, isPicture(file) ? Kind.STILL : Kind.CLIP, other, invert);
        }
        if (numbered.map(NumberedFiles::any).orElse(false)) {
            return new MatteUse(file, Kind.SEQUENCE, other, invert);
        }
        throw value.error("matte: there is no " + (numbered.isPresent() ? "picture of the name " : "file ") + file);
    }

    private static boolean isPicture(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)");
    }
}
