package org.impasto.style;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.impasto.ImpastoException;

/**
 * The optional JSON beside a model ({@code x.json} beside {@code x.onnx}): who painted it and what the network expects.
 * Every key is optional, unknown keys are ignored.
 */
final class ModelNotes {
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

    private final Path file;
    private final String stem;
    private final JsonNode root;

    private ModelNotes(Path file, String stem, JsonNode root) {
        this.file = file;
        this.stem = stem;
        this.root = root;
    }

    static ModelNotes beside(Path model) {
        String name = model.getFileName().toString();
        String stem = name.replaceFirst("(?i)\\.onnx$", "");
        Path file = model.resolveSibling(stem + ".json");
        return new ModelNotes(file, stem, Files.isRegularFile(file) ? parse(file) : MissingNode.getInstance());
    }

    /** Reads a JSON file, or says where it is broken. */
    static JsonNode parse(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            if (!node.isObject()) {
                throw new ImpastoException.BadModel(file + " is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ImpastoException.BadModel(
                    file + ", line " + line + ": this is not JSON (" + firstLine(e.getOriginalMessage()) + ")", e);
        } catch (IOException e) {
            throw new ImpastoException.BadModel(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String firstLine(String s) {
        return s == null ? "" : s.lines().findFirst().orElse("");
    }

    String name() {
        return text("name", stem);
    }

    String title() {
        return text("title", name());
    }

    String painter() {
        return text("painter", "");
    }

    String year() {
        return text("year", "");
    }

    String licence() {
        return text("licence", "");
    }

    String kind() {
        return text("kind", "");
    }

    Optional<String> sha256() {
        return Optional.of(text("sha256", "")).filter(s -> !s.isEmpty());
    }

    /** The network's name for one of our inputs: content, prior, mask, noise. */
    Optional<String> inputName(String role) {
        JsonNode n = root.path("inputs").path(role);
        return n.isTextual() ? Optional.of(n.asText()) : Optional.empty();
    }

    /** The share of the trusted prior that the engine keeps for this network, 0 to 1. */
    double carry() {
        JsonNode n = root.path("carry");
        if (n.isMissingNode() || n.isNull()) {
            return 0;
        }
        if (!n.isNumber() || !(n.asDouble() >= 0 && n.asDouble() <= 1)) {
            throw bad("carry", "a number from 0 to 1", n);
        }
        return n.asDouble();
    }

    /** Whether the noise that the network takes is to be smooth and to move with things. */
    boolean carriesNoise() {
        JsonNode n = root.path("noise");
        if (n.isMissingNode() || n.isNull() || "white".equals(n.asText())) {
            return false;
        }
        if (!"carried".equals(n.asText())) {
            throw bad("noise", "\"white\" or \"carried\"", n);
        }
        return true;
    }

    StyleOptions options() {
        Map<StyleOptions.Key, BigDecimal> noted = new EnumMap<>(StyleOptions.Key.class);
        for (StyleOptions.Key key : StyleOptions.Key.values()) {
            JsonNode n = root.path(key.word());
            if (n.isMissingNode() || n.isNull()) {
                continue;
            }
            // What is infinite has no decimal value; 2.0 is a whole number.
            BigDecimal value = n.isNumber() && Double.isFinite(n.asDouble()) ? n.decimalValue().stripTrailingZeros() : null;
            if (value == null || !key.takes(value)) {
                throw bad(key.word(), key.expected(), n);
            }
            noted.put(key, value);
        }
        return StyleOptions.NONE.with(noted);
    }

    Optional<float[]> inputRange() {
        return range(root.path("input").path("range"), "input.range");
    }

    Optional<float[]> outputRange() {
        return range(root.path("output").path("range"), "output.range");
    }

    /** What is subtracted from the pictures in the network's range, per channel. */
    Optional<float[]> mean() {
        return numbers(root.path("input").path("mean"), 3, "input.mean");
    }

    Optional<float[]> std() {
        Optional<float[]> std = numbers(root.path("input").path("std"), 3, "input.std");
        std.ifPresent(s -> {
            if (!(s[0] > 0 && s[1] > 0 && s[2] > 0)) {
                throw bad("input.std", "three numbers above 0", root.path("input").path("std"));
            }
        });
        return std;
    }

    boolean bgr() {
        JsonNode n = root.path("input").path("order");
        if (n.isMissingNode() || n.isNull() || "RGB".equalsIgnoreCase(n.asText())) {
            return false;
        }
        if (!"BGR".equalsIgnoreCase(n.asText())) {
            throw bad("input.order", "\"RGB\" or \"BGR\"", n);
        }
        return true;
    }

    /** Widths and heights must be a multiple of this; 0 if not noted. */
    int multiple() {
        JsonNode n = root.path("input").path("multiple");
        if (n.isMissingNode() || n.isNull()) {
            return 0;
        }
        if (!n.canConvertToInt() || n.asInt() < 1 || n.asInt() > 1024) {
            throw bad("input.multiple", "a whole number from 1 to 1024", n);
        }
        return n.asInt();
    }

    private Optional<float[]> range(JsonNode n, String key) {
        Optional<float[]> r = numbers(n, 2, key);
        r.ifPresent(v -> {
            if (!(v[0] < v[1])) {
                throw bad(key, "[lowest, highest]", n);
            }
        });
        return r;
    }

    private Optional<float[]> numbers(JsonNode n, int count, String key) {
        if (n.isMissingNode() || n.isNull()) {
            return Optional.empty();
        }
        float[] v = new float[count];
        for (int i = 0; i < count; i++) {
            if (!n.isArray() || n.size() != count || !n.get(i).isNumber()) {
                throw bad(key, "a list of " + count + " numbers", n);
            }
            v[i] = n.get(i).floatValue();
        }
        return Optional.of(v);
    }

    private String text(String key, String otherwise) {
        JsonNode n = root.path(key);
        return n.isValueNode() && !n.isNull() ? n.asText() : otherwise;
    }

    private ImpastoException bad(String key, String expected, JsonNode found) {
        return new ImpastoException.BadModel(file + ": \"" + key + "\" should be " + expected + " but is " + found);
    }
}
