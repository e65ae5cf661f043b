package org.impasto.direction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.impasto.ImpastoException.Usage;
import org.impasto.Spelling;
import org.impasto.style.StyleChoice;

/** Reads styles: names of the gallery, or ONNX files beside the direction file. */
final class StyleNames {
    private static final String WHAT = "a style: a name of the gallery or the path of an ONNX file";

    private final List<String> gallery;
    private final Set<String> named = new TreeSet<>();

    StyleNames(List<String> gallery) {
        this.gallery = gallery;
    }

    /** The gallery's name, or the path of the file from the working directory on, each with the options that were chosen. */
    String read(Value value) {
        StyleChoice choice = choice(value);
        String style = choice.of(looksLikePath(choice.style()) ? file(value, choice.style()).toString() : known(value, choice.style())).toString();
        named.add(style);
        return style;
    }

    /** All that were read. */
    Set<String> named() {
        return named;
    }

    private static StyleChoice choice(Value value) {
        try {
            return StyleChoice.parse(value.text(WHAT));
        } catch (Usage e) {
            throw value.error(value.name() + ": " + e.getMessage());
        }
    }

    private static boolean looksLikePath(String text) {
        return text.toLowerCase(Locale.ROOT).endsWith(".onnx") || text.contains("/") || text.contains("\\");
    }

    private static Path file(Value value, String path) {
        Path file = value.path(path, WHAT);
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
