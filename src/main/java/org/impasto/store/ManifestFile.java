package org.impasto.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.impasto.Digests;
import org.impasto.ImpastoException.OutputFailed;

/** Reads and writes {@code manifest.json}: for people to read, with a checksum over all the rest. */
final class ManifestFile {
    static final String NAME = "manifest.json";
    private static final String CHECKSUM = "checksum";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Path folder;

    ManifestFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Empty where there is none, or none that can be believed.
     *
     * @throws OutputFailed where it names files outside of its folder, or was written by a newer version
     */
    Optional<Manifest> read() {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode tree = json.readTree(Files.readAllBytes(file));
            if (!(tree instanceof ObjectNode root)) {
                return Optional.empty();
            }
            refuseForeign(root);
            JsonNode sum = root.remove(CHECKSUM);
            if (sum == null || !sum.asText().equals(checksum(root))) {
                return Optional.empty();
            }
            if (root.path("format").asInt() > Manifest.FORMAT) {
                throw new OutputFailed("the render store " + folder + " was written by a newer version of Impasto (format "
                        + root.path("format").asInt() + ", this one knows " + Manifest.FORMAT + "): give another --work-dir");
            }
            return Optional.of(json.treeToValue(root, Manifest.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new OutputFailed("the render store " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether there is a file, good or bad. */
    boolean exists() {
        return Files.exists(folder.resolve(NAME));
    }

    byte[] bytes(Manifest manifest) {
        try {
            ObjectNode root = json.valueToTree(manifest);
            // As it will be read back: the checksum must not depend on how a number is held in memory.
            ObjectNode again = (ObjectNode) json.readTree(json.writeValueAsBytes(root));
            again.put(CHECKSUM, checksum(again));
            return json.writeValueAsBytes(again);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String checksum(JsonNode root) throws JsonProcessingException {
        return Digests.sha256(json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
    }

    private void refuseForeign(JsonNode node) {
        node.fields().forEachRemaining(field -> {
            if (field.getKey().equals("file")) {
                refuse(field.getValue());
            } else if (field.getKey().equals("beginning")) {
                field.getValue().forEach(this::refuse);
            }
        });
        node.forEach(this::refuseForeign);
    }

    private void refuse(JsonNode name) {
        if (name.isTextual() && !Stored.isPlain(name.asText())) {
            throw new OutputFailed("the manifest of the render store " + folder + " names the file \"" + name.asText()
                    + "\", which is no plain name inside of that folder; nothing was touched: give another --work-dir, or remove the store");
        }
    }
}
