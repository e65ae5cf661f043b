package org.impasto.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.impasto.ImpastoException.BadInput;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.ImpastoException.Usage;

/** The files of a training run: what must be there, what must not, and how one is written so that it is whole or absent. */
final class TrainFiles {
    private TrainFiles() {
    }

    interface Writer {
        void write(Path file) throws IOException;
    }

    /** Says what is wrong before hours are spent. */
    static void check(TrainSettings s) {
        for (Path painting : s.styleImages()) {
            present(painting, "--style-image");
        }
        if (!Files.isDirectory(s.content())) {
            throw new BadInput("--content: " + s.content() + (Files.exists(s.content()) ? " is not a folder" : " does not exist"));
        }
        present(s.lossNetwork(), "--loss-network");
        s.start().models().forEach(file -> present(file, "--start-from"));
        s.resume().ifPresent(file -> present(file, "--resume"));
        ending(s.output(), ".onnx", "-o");
        ending(s.previewFile(), ".png", "--preview");
        for (Path file : new Path[] {s.output(), s.previewFile()}) {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw new OutputFailed("the folder of the output, " + folder + ", "
                        + (Files.isDirectory(folder) ? "cannot be written to" : "does not exist"));
            }
            if (Files.isDirectory(file)) {
                throw new OutputFailed("the output " + file + " is a folder, not a file");
            }
        }
        Path photographs = s.content().toAbsolutePath().normalize();
        if (photographs.equals(s.previewFile().toAbsolutePath().normalize().getParent())) {
            throw new Usage("--preview: " + s.previewFile() + " would lie among the photographs and be trained on: give another folder");
        }
        for (Path painting : s.styleImages()) {
            if (painting.toAbsolutePath().normalize().equals(s.previewFile().toAbsolutePath().normalize())) {
                throw new Usage("--preview: " + s.previewFile() + " is the painting itself");
            }
        }
        if (!s.resume().isPresent() && !s.replace()) {
            refuseExisting(s);
        }
    }

    private static void refuseExisting(TrainSettings s) {
        refuseExisting(s.output());
        if (Files.exists(s.checkpoint())) {
            throw new OutputFailed(s.checkpoint() + " is there from an earlier run: --resume " + s.checkpoint()
                    + " goes on with it, -y begins anew");
        }
        refuseExisting(s.beside(".json"));
        refuseExisting(s.previewFile());
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw new OutputFailed("the output " + file + " exists already: give -y to replace it");
        }
    }

    private static void present(Path file, String option) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(option + ": " + file + (Files.exists(file) ? " is a folder, not a file" : " does not exist"));
        }
    }

    private static void ending(Path file, String ending, String option) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new Usage(option + ": " + file + " does not end in " + ending);
        }
    }

    /** Writes aside, forces it to the disk and moves it: whatever happens, the file is the old one or the new one. */
    static void replace(Path file, Writer writer) {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            writer.write(aside);
            sync(aside, StandardOpenOption.WRITE);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(file, aside, e.getMessage(), e);
        } catch (RuntimeException e) {
            // libtorch's own, with a stack of C++ behind the first line.
            throw failed(file, aside, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
        try {
            sync(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
        } catch (IOException e) {
            // Not every system can flush a folder; the file itself is safe.
        }
    }

    private static OutputFailed failed(Path file, Path aside, String why, Exception cause) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // The first failure is the one to tell.
        }
        return new OutputFailed(file + " cannot be written: " + why, cause);
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
