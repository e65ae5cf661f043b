package org.impasto.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.impasto.ImpastoException.OutputFailed;

/** A file that appears at its path only when it is complete: written under a hidden name beside it, then moved. */
final class OutputFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final boolean overwrite;

    /**
     * @param tag makes the hidden name a fixed one, which a process that was killed leaves for the next to write over; only where
     *     nobody else can be writing the same file. Empty takes a new one each time.
     * @throws OutputFailed where the target cannot be written, before any work is done
     */
    OutputFile(Path output, Optional<Path> source, boolean overwrite, Optional<String> tag) {
        target = output.toAbsolutePath().normalize();
        this.overwrite = overwrite;
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new OutputFailed("the output " + output + " is a directory, not a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new OutputFailed("the folder of the output, " + folder + ", does not exist");
        }
        if (source.isPresent() && same(source.get(), target)) {
            throw new OutputFailed("the output " + output + " is the input itself");
        }
        refuseExisting();
        temporary = folder.resolve("." + target.getFileName() + "."
                + tag.orElseGet(() -> Long.toHexString(ThreadLocalRandom.current().nextLong() & 0xffffffffffL)) + ".part");
        try {
            if (tag.isPresent()) {
                Files.deleteIfExists(temporary);
            }
            Files.createFile(temporary);
        } catch (IOException e) {
            throw new OutputFailed("the folder of the output, " + folder + ", cannot be written to", e);
        }
    }

    Path temporary() {
        return temporary;
    }

    Path target() {
        return target;
    }

    /** Forces the content to the disk and moves it to the target. */
    void publish() {
        refuseExisting();
        try {
            sync(temporary, StandardOpenOption.WRITE);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new OutputFailed("the finished clip cannot be moved to " + target + ": " + e.getMessage(), e);
        }
        try {
            sync(target.getParent(), StandardOpenOption.READ);
        } catch (IOException e) {
            // Not every system can flush a folder; the file itself is safe.
        }
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // A hidden left-over is no reason to hide why the render stopped.
        }
    }

    private void refuseExisting() {
        if (!overwrite && Files.exists(target)) {
            throw new OutputFailed("the output " + target + " exists already: give -y to replace it");
        }
    }

    private static boolean same(Path a, Path b) {
        try {
            return Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
