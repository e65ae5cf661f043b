package org.impasto.direction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.impasto.Spelling;

/** Reads styles: names of the gallery, or ONNX files beside the direction file. */
final class StyleNames {
    private static final String WHAT = "a style: a name of the gallery or the path of an ONNX file";

    private final List<String> gallery;
    private final Set<String> named = new TreeSet<>();

    StyleNames(List<String> gallery) {
        this.gallery = gallery;
    }

    /** The gallery's name, or the path of the file from the working directory on. */
    String read(Value value) {
        String text = value.text(WHAT);
        String style = looksLikePath(text) ? file(value).toString() : known(value, text);
        named.add(style);
        return style;
    }

    /** All that were read. */
    Set<String> named() {
        return named;
    }

    private static boolean looksLikePath(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(".onnx") || text.contains("/") || text.contains("\\");
    }

    private static Path file(Value value) {
        Path file = value.path(WHAT);
        if (!Files.isRegularFile(file)) {
            throw value.error(value.name() + ": there is no file " + file);
        }
        return file;
    }

    private String known(Value value, String name) {
        return gallery.stream().filter(s -> s.equalsIgnoreCase(name)).findFirst().orElseThrow(() -> {
            String hint = Spelling.didYouMean(name, gallery);
            return value.error(value.name() + ": there is no style '" + Value.shown(name) + "'" + (!hint.isEmpty() ? hint
                    : gallery.isEmpty() ? ": the gallery is empty" : ": there are " + String.join(", ", gallery)));
        });
    }
}
