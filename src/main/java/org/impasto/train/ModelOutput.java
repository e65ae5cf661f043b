package org.impasto.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.impasto.Digests;

/** Writes what a run made: the ONNX file, and the JSON beside it that says what the network expects and how it was trained. */
final class ModelOutput {
    /** Pixels. As the gallery's: enough for strokes to take the place of a scene's detail, and a small face keeps its eyes. */
    private static final int ABSTRACTION = 2;
    /** Pixels. As the gallery's: strokes follow forms. */
    private static final int ALONG = 32;
    /** As the gallery's: strokes of twice the width lie under the fine ones. */
    private static final int BROAD = 2;

    private ModelOutput() {
    }

    static void write(StyleNetwork net, TrainSettings settings, Optional<Path> start, long steps) {
        net.eval();
        TrainFiles.replace(settings.output(), aside -> OnnxExport.write(net, aside));
        ObjectNode json = notes(settings, start, steps);
        TrainFiles.replace(settings.beside(".json"), aside -> Files.writeString(aside,
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n"));
    }

    private static ObjectNode notes(TrainSettings s, Optional<Path> start, long steps) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("name", s.name());
        json.put("title", title(s.name()));
        json.put("kind", "video");
        ObjectNode input = json.putObject("input");
        range(input);
        input.put("multiple", 4);
        range(json.putObject("output"));
        json.put("carry", 1.0);
        json.put("noise", "carried");
        json.put("abstraction", ABSTRACTION);
        json.put("along", ALONG);
        json.put("broad", BROAD);
        json.put("sha256", Digests.ofInput(s.output()));
        ObjectNode training = json.putObject("training");
        training.put("steps", steps);
        training.put("preset", s.preset().toString());
        training.put("size", s.size());
        training.put("batch", TrainSettings.BATCH);
        training.put("stroke", s.stroke());
        training.put("styleWeight", s.styleWeight());
        training.put("contentWeight", s.contentWeight());
        training.put("colourWeight", s.colourWeight());
        training.put("hueTurn", s.hueTurn());
        training.put("fleckWeight", s.fleckWeight());
        training.put("coherenceWeight", s.coherenceWeight());
        ArrayNode paintings = training.putArray("styleImages");
        for (Path painting : s.styleImages()) {
            paintings.add(painting.getFileName().toString());
        }
        start.ifPresent(model -> training.put("startFrom", model.getFileName().toString()).put("recoloured", s.start().recoloured()));
        training.put("lossNetwork", s.lossNetwork().getFileName().toString());
        return json;
    }

    private static void range(ObjectNode node) {
        node.putArray("range").add(0).add(1);
    }

    /** "starry-night" is "Starry Night". */
    private static String title(String name) {
        String title = Arrays.stream(name.split("[-_ ]+")).filter(w -> !w.isEmpty()).map(ModelOutput::capital)
                .collect(Collectors.joining(" "));
        return title.isEmpty() ? name : title;
    }

    private static String capital(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
