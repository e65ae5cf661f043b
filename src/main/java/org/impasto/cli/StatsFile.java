package org.impasto.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.impasto.ImpastoException;
import org.impasto.render.RenderReport;

/** Writes {@code --stats}: the render report as JSON, with the version of its schema. */
final class StatsFile {
    static final int SCHEMA = 1;

    private StatsFile() {
    }

    /** Finds out before the render whether the file can be written. */
    static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new ImpastoException.OutputFailed("--stats: " + file + " cannot be written: its folder is missing or not writable");
        }
    }

    static void write(RenderReport report, Path file) {
        ObjectMapper mapper = Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode tree = mapper.createObjectNode();
        tree.put("schema", SCHEMA);
        tree.setAll((ObjectNode) mapper.valueToTree(report));
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            mapper.writeValue(aside.toFile(), tree);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ImpastoException.OutputFailed("--stats: " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
