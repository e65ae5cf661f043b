package org.impasto.style;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.impasto.ImpastoException;
import org.impasto.Spelling;

/** The folder of styles that comes with the program: every {@code .onnx} file in it, with or without a JSON beside it. */
public final class Gallery {
    private static final String FOLDER_PROPERTY = "impasto.models";
    private static final String ORDER_FILE = "gallery.json";

    private final Path folder;

    Gallery(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder named by the system property {@code impasto.models}; else {@code models} beside the folder of the jar
     * ({@code lib/} or {@code target/}); else {@code models} in the working directory.
     */
    public static Gallery locate() {
        String named = System.getProperty(FOLDER_PROPERTY);
        if (named != null) {
            return new Gallery(Path.of(named));
        }
        return new Gallery(besideProgram().filter(Files::isDirectory).orElse(Path.of("models")));
    }

    private static Optional<Path> besideProgram() {
        try {
            Path code = Path.of(Gallery.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path parent = code.toAbsolutePath().getParent();
            return Optional.ofNullable(parent).map(Path::getParent).map(p -> p.resolve("models"));
        } catch (URISyntaxException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Where the styles are looked for. */
    public Path folder() {
        return folder;
    }

    /** All styles, in the order of {@code gallery.json}, what it does not name after that by name. */
    public List<Style> styles() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Style> styles = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".onnx"))
                    .forEach(f -> styles.add(style(f)));
        } catch (IOException e) {
            throw new ImpastoException.BadModel("The folder of styles " + folder + " cannot be read: " + e.getMessage(), e);
        }
        List<String> order = order();
        styles.sort(Comparator.comparingInt((Style s) -> rank(order, s)).thenComparing(Style::name));
        return styles;
    }

    private static int rank(List<String> order, Style style) {
        int i = order.indexOf(style.name());
        return i < 0 ? Integer.MAX_VALUE : i;
    }

    private List<String> order() {
        Path file = folder.resolve(ORDER_FILE);
        List<String> names = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            for (JsonNode n : ModelNotes.parse(file).path("order")) {
                names.add(n.asText());
            }
        }
        return names;
    }

    private static Style style(Path file) {
        ModelNotes n = ModelNotes.beside(file);
        return new Style(n.name(), n.title(), n.painter(), n.year(), n.licence(), file, n.options(), n.kind());
    }

    /**
     * The style of that name, or, where it looks like a path, the model in that file.
     *
     * @param text as {@link StyleChoice} reads it
     */
    public Style find(String text) {
        StyleChoice choice = StyleChoice.parse(text);
        return named(choice.style()).with(choice);
    }

    private Style named(String nameOrPath) {
        List<Style> styles = styles();
        for (Style s : styles) {
            if (s.name().equalsIgnoreCase(nameOrPath)) {
                return s;
            }
        }
        try {
            Path file = Path.of(nameOrPath);
            boolean pathLike = nameOrPath.toLowerCase(Locale.ROOT).endsWith(".onnx")
                    || file.getNameCount() > 1 || file.isAbsolute();
            if (pathLike || Files.isRegularFile(file)) {
                return style(file);
            }
        } catch (InvalidPathException e) {
            // Not a path; reported as an unknown name.
        }
        throw new ImpastoException.Usage("There is no style '" + nameOrPath + "' in " + folder + hint(nameOrPath, styles));
    }

    private static String hint(String name, List<Style> styles) {
        if (styles.isEmpty()) {
            return ": the folder has no styles; give the path of an ONNX file";
        }
        List<String> names = styles.stream().map(Style::name).toList();
        String guess = Spelling.didYouMean(name.toLowerCase(Locale.ROOT), names);
        return guess.isEmpty() ? "; there are: " + String.join(", ", names) : guess;
    }

    /** The style that is taken when none is named. */
    public Style first() {
        List<Style> styles = styles();
        if (styles.isEmpty()) {
            throw new ImpastoException.Usage(
                    "There are no styles in " + folder.toAbsolutePath() + ": name one with --style FILE.onnx");
        }
        return styles.get(0);
    }
}
