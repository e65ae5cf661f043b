package org.impasto.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.impasto.ImpastoException.BadInput;

/** A {@code metrics.json} that was read: figures by name, and what they are of. Everything in it may be anybody's. */
final class Metrics {
    private static final int SCHEMA = 1;

    private final JsonNode tree;

    private Metrics(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws BadInput where it is not a comparison's */
    static Metrics read(byte[] json) {
        JsonNode tree;
        try {
            tree = new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new BadInput("metrics.json is no JSON: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
        JsonNode schema = tree.path("comparisonSchema");
        if (!schema.isInt()) {
            throw new BadInput("metrics.json is not that of a comparison: it has no comparisonSchema (impasto compare writes it)");
        }
        if (schema.asInt() != SCHEMA) {
            throw new BadInput("metrics.json has comparisonSchema " + schema.asInt() + ", but this version reads " + SCHEMA);
        }
        Metrics metrics = new Metrics(tree);
        for (String key : List.of("verdict", "panels", "made", "clip", "shots", "frames", "worst")) {
            if (tree.path(key).isMissingNode()) {
                throw new BadInput("metrics.json has no " + key);
            }
        }
        if (metrics.frames() == 0) {
            throw new BadInput("metrics.json has no frames");
        }
        metrics.files().stream().filter(f -> !OutputFolder.isOurs(f)).findFirst().ifPresent(f -> {
            throw new BadInput("metrics.json names a file that a comparison does not have: " + f);
        });
        return metrics;
    }

    JsonNode at(String key) {
        return tree.path(key);
    }

    int frames() {
        return tree.path("frames").size();
    }

    /** What the render was compared with: "baseline" or "other". */
    String reference() {
        return tree.path("panels").path("labels").path(1).asText("reference");
    }

    /** A metric's figure of each frame; NaN where there is none. */
    double[] perFrame(String metric) {
        double[] values = new double[frames()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tree.path("frames").path(i).path(metric).asDouble(Double.NaN);
        }
        return values;
    }

    /** Positions in the list of frames at which a shot begins, the first one left out. */
    List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 1; i < frames(); i++) {
            if (tree.path("frames").path(i).path("beginsShot").asBoolean()) {
                cuts.add(i);
            }
        }
        return cuts;
    }

    /** The mean over the clip; NaN where there is none. */
    double mean(String metric) {
        return tree.path("clip").path(metric).path("mean").asDouble(Double.NaN);
    }

    /** Names of the files beside the page that it shows. */
    List<String> files() {
        List<String> files = new ArrayList<>(List.of(tree.path("panels").path("file").asText()));
        tree.path("worst").forEach(w -> w.path("files").forEach(f -> files.add(f.asText())));
        return files;
    }
}
