package org.impasto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.impasto.Digests;
import org.impasto.measure.MeasureRequest;
import org.impasto.render.RenderReport;
import org.impasto.report.Comparer;

/** {@code metrics.json}: what {@code impasto measure} writes, and what the page needs beyond that. */
final class CompareFiles {
    /** Of the keys that {@code measure} does not have; those of {@code measure} have {@link MeasureFiles#SCHEMA}. */
    static final int SCHEMA = 1;

    private CompareFiles() {
    }

    /**
     * The whole file.
     *
     * @param names what was compared, as the folder names it
     * @param command the command line
     */
    static byte[] json(Comparer.Result result, MeasureRequest names, Optional<Path> against, String command) {
        ObjectMapper mapper = Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode tree = mapper.createObjectNode();
        tree.put("schema", MeasureFiles.SCHEMA);
        tree.put("comparisonSchema", SCHEMA);
        tree.set("made", made(mapper, result.render(), against, command));
        tree.set("panels", mapper.valueToTree(result.layout()));
        tree.set("worst", mapper.valueToTree(result.worst()));
        MeasureFiles.write(names, result.measured(), tree);
        try {
            return mapper.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode made(ObjectMapper mapper, RenderReport report, Optional<Path> against, String command) {
        ObjectNode made = mapper.createObjectNode();
        made.put("command", command);
        made.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        against.ifPresent(clip -> made.put("againstSha256", Digests.ofInput(clip)));
        made.setAll((ObjectNode) mapper.valueToTree(report));
        return made;
    }
}
