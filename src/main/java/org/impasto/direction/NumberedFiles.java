package org.impasto.direction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files of one folder whose names differ in a number: {@code %d}, or {@code %05d} with zeros before it. */
final class NumberedFiles {
    private static final Pattern PLACE = Pattern.compile("%(?:0([1-9]\\d?))?d");

    private final Path pattern;
    private final String before;
    private final String after;
    private final int digits;

    private NumberedFiles(Path pattern, Matcher place, String name) {
        this.pattern = pattern;
        this.before = name.substring(0, place.start());
        this.after = name.substring(place.end());
        this.digits = place.group(1) == null ? 1 : Integer.parseInt(place.group(1));
    }

    /** Empty where the file's name has no place for a number. */
    static Optional<NumberedFiles> of(Path pattern) {
        String name = pattern.getFileName() == null ? "" : pattern.getFileName().toString();
        Matcher place = PLACE.matcher(name);
        return place.find() ? Optional.of(new NumberedFiles(pattern, place, name)) : Optional.empty();
    }

    Path path(long number) {
        String written = Long.toString(number);
        return pattern.resolveSibling(before + "0".repeat(Math.max(0, digits - written.length())) + written + after);
    }

    /** Whether there is any of them. */
    boolean any() {
        Pattern names = Pattern.compile(Pattern.quote(before) + "\\d{" + digits + ",}" + Pattern.quote(after));
        Path folder = pattern.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> names.matcher(f.getFileName().toString()).matches());
        } catch (IOException e) {
            return false;
        }
    }
}
