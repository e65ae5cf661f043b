package org.impasto.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.impasto.ImpastoException.OutputFailed;

/**
 * A folder that appears, or changes, only when everything in it is complete: made under a hidden name beside it, then moved. In a folder
 * that is there already only files with names of ours are replaced or deleted.
 */
public final class OutputFolder implements AutoCloseable {
    /** The clips' names have their container's ending. */
    private static final Pattern CLIP = Pattern.compile("(baseline|coherent|side-by-side)\\.[a-z0-9]{1,5}");
    private static final Pattern STILL = Pattern.compile("frames/frame-\\d{6,}-[a-z]+\\.(jpg|png)");
    private static final Set<String> OTHERS = Set.of("metrics.json", "frames.csv", "report.html");

    private final Path target;
    private final Path work;

    private OutputFolder(Path target, Path work) {
        this.target = target;
        this.work = work;
    }

    /**
     * Begins a folder; the caller closes it.
     *
     * @param overwrite whether an older comparison in it may be replaced
     * @throws OutputFailed where it exists and may not be replaced, or cannot be written
     */
    public static OutputFolder create(Path folder, boolean overwrite) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new OutputFailed("the folder of the output, " + parent + ", does not exist");
        }
        if (Files.exists(target)) {
            refuse(folder, target, overwrite);
        }
        Path work = parent.resolve("." + target.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong() & 0xffffffffffL) + ".part");
        try {
            Files.createDirectories(work.resolve("frames"));
        } catch (IOException e) {
            throw new OutputFailed("the folder of the output, " + parent + ", cannot be written to", e);
        }
        return new OutputFolder(target, work);
    }

    private static void refuse(Path folder, Path target, boolean overwrite) {
        if (!Files.isDirectory(target)) {
            throw new OutputFailed("the output " + folder + " is a file; a comparison is a folder");
        }
        List<String> inside = files(target);
        if (!overwrite && !inside.isEmpty()) {
            throw new OutputFailed("the output " + folder + " exists already and is not empty: give -y to replace the comparison in it");
        }
        if (!inside.isEmpty() && inside.stream().noneMatch(OutputFolder::isOurs)) {
            throw new OutputFailed("the output " + folder + " holds no comparison but other files (such as " + inside.get(0)
                    + "): give another folder, or an empty one");
        }
    }

    static boolean isOurs(String name) {
        return OTHERS.contains(name) || CLIP.matcher(name).matches() || STILL.matcher(name).matches();
    }

    /** Where files are made until {@link #publish}; it has a folder named frames. */
    public Path work() {
        return work;
    }

    public void write(String name, byte[] content) {
        try {
            Files.write(work.resolve(name), content);
        } catch (IOException e) {
            throw new OutputFailed(target.resolve(name) + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Puts everything at its place. */
    public void publish() {
        try {
            if (!Files.exists(target)) {
                Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            List<String> made = files(work);
            Files.createDirectories(target.resolve("frames"));
            for (String name : made) {
                Files.move(work.resolve(name), target.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            for (String old : files(target)) {
                if (isOurs(old) && !made.contains(old)) {
                    Files.delete(target.resolve(old));
                }
            }
        } catch (IOException e) {
            throw new OutputFailed("the finished comparison cannot be moved to " + target + ": " + e.getMessage(), e);
        }
    }

    /** Names of all files, with slashes, the page last: what links to others comes after them. */
    private static List<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(f -> !Files.isDirectory(f)).map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted((a, b) -> a.equals("report.html") ? 1 : b.equals("report.html") ? -1 : a.compareTo(b)).toList();
        } catch (IOException e) {
            throw new OutputFailed("the output " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        if (!Files.exists(work)) {
            return;
        }
        try (Stream<Path> all = Files.walk(work)) {
            for (Path p : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            // A hidden left-over is no reason to hide why the comparison stopped.
        }
    }
}
