package org.impasto.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.impasto.ImpastoException;

/** The place of a file that is being made: it is written aside and moved to its own name when it is complete. */
final class OutputFile {
    private final Path target;
    private final Path aside;

    /**
     * @param source the clip that is read meanwhile, which must not be the same file
     * @throws ImpastoException.OutputFailed where nothing may or can be written there; found out before any work is done
     */
    OutputFile(Path target, Optional<Path> source, boolean overwrite) {
        this.target = target;
        Path folder = target.toAbsolutePath().getParent();
        if (target.getFileName() == null || Files.isDirectory(target)) {
            throw new ImpastoException.OutputFailed(target + " is a folder: the output must be a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ImpastoException.OutputFailed("the folder of the output, " + folder + ", does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw new ImpastoException.OutputFailed("the folder of the output, " + folder + ", is not writable");
        }
        if (Files.exists(target)) {
            if (source.isPresent() && same(source.get(), target)) {
                throw new ImpastoException.OutputFailed("the output " + target + " is the input: give it another name");
            }
            if (!overwrite) {
                throw new ImpastoException.OutputFailed(target + " exists already: -y replaces it");
            }
        }
        this.aside = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    Path aside() {
        return aside;
    }

    /** The file is whole: to the disk with it, then to its name. */
    void publish() {
        try {
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ImpastoException.OutputFailed(target + " cannot be completed: " + e.getMessage(), e);
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            throw new ImpastoException.OutputFailed("the unfinished file " + aside + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    private static boolean same(Path a, Path b) {
        try {
            return Files.isSameFile(a, b);
        } catch (IOException e) {
            return false;
        }
    }
}
