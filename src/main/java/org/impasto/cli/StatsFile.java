package org.impasto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.impasto.render.RenderReport;

/** Writes {@code --stats}: the render report as JSON, with the version of its schema. */
final class StatsFile {
    static final int SCHEMA = 1;

    private StatsFile() {
    }

    static void write(RenderReport report, Path file) {
        ObjectMapper mapper = Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode tree = mapper.createObjectNode();
        tree.put("schema", SCHEMA);
        tree.setAll((ObjectNode) mapper.valueToTree(report));
        try {
            DataFile.write("--stats", file, mapper.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
