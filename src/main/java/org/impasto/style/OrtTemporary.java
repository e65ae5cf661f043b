package org.impasto.style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that ONNX Runtime unpacks its libraries to. It asks Java to delete the folder before the files in it, so that
 * an empty folder stays behind at each start. Linux lets go of the names of loaded libraries at once.
 */
final class OrtTemporary {
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final String NAME = "onnxruntime-java";

    private OrtTemporary() {
    }

    /** Deletes the folder if everything in it is loaded already; the build for cards loads more later. */
    static void delete() {
        if (!Files.isReadable(MAPS)) {
            return;
        }
        try {
            Set<Path> loaded = loaded();
            for (Path folder : loaded.stream().map(Path::getParent).collect(Collectors.toSet())) {
                List<Path> files;
                try (Stream<Path> list = Files.list(folder)) {
                    files = list.toList();
                }
                if (loaded.containsAll(files)) {
                    for (Path file : files) {
                        Files.delete(file);
                    }
                    Files.delete(folder);
                }
            }
        } catch (IOException | RuntimeException e) {
            // A left-over in the temporary folder stops nothing.
        }
    }

    private static Set<Path> loaded() throws IOException {
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.filter(line -> line.indexOf('/') >= 0).map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .filter(file -> file.getParent() != null && file.getParent().getFileName() != null
                            && file.getParent().getFileName().toString().startsWith(NAME) && Files.exists(file))
                    .collect(Collectors.toSet());
        }
    }
}
