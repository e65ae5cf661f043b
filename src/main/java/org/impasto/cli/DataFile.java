package org.impasto.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.impasto.ImpastoException;

/** Writes a file of data that an option asks for: checked before the work, and complete at its path or not there. */
final class DataFile {
    private DataFile() {
    }

    /**
     * Finds out before the work whether the file can be written.
     *
     * @param option its name, with dashes
     */
    static void check(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new ImpastoException.OutputFailed(option + ": " + file + " cannot be written: its folder is missing or not writable");
        }
    }

    /** Refuses to write over a clip. */
    static void apart(String option, Path file, Path... clips) {
        for (Path clip : clips) {
            if (file.toAbsolutePath().normalize().equals(clip.toAbsolutePath().normalize())) {
                throw new ImpastoException.Usage(option + ": " + file + " is the clip itself");
            }
        }
    }

    static void write(String option, Path file, byte[] content) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(aside, content);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ImpastoException.OutputFailed(option + ": " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
