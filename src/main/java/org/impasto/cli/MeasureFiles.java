package org.impasto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.impasto.measure.FrameFigures;
import org.impasto.measure.MeasureRequest;
import org.impasto.measure.Measurement;
import org.impasto.measure.Metric;
import org.impasto.measure.Pool;
import org.impasto.measure.Verdict;

/** What {@code impasto measure} writes. A figure that a frame does not have is left out of the JSON and empty in the CSV. */
final class MeasureFiles {
    static final int SCHEMA = 1;

    private MeasureFiles() {
    }

    static byte[] json(MeasureRequest request, Measurement measured) {
        ObjectMapper mapper = Json.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode tree = mapper.createObjectNode();
        tree.put("schema", SCHEMA);
        write(request, measured, tree);
        try {
            return mapper.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All figures, and the verdict where there is a reference. */
    static void write(MeasureRequest request, Measurement measured, ObjectNode tree) {
        tree.put("source", request.source().toString());
        tree.put("stylized", request.stylized().toString());
        request.reference().ifPresent(r -> tree.put("reference", r.toString()));
        tree.put("flow", measured.flow());
        tree.put("scale", "coded RGB, 0 to 1");
        tree.put("eStabD", "3 * width * height, pixels that are not measured included");
        request.reference().ifPresent(r -> tree.putPOJO("verdict", Verdict.of(measured.frames())));
        ArrayNode damage = tree.putArray("damage");
        measured.damage().forEach(damage::add);
        pools(tree.putObject("clip"), measured.frames());
        ArrayNode shots = tree.putArray("shots");
        for (List<FrameFigures> shot : measured.shots()) {
            ObjectNode node = shots.addObject();
            node.put("firstFrame", shot.get(0).index());
            node.put("lastFrame", shot.get(shot.size() - 1).index());
            node.put("seconds", shot.get(0).seconds());
            pools(node.putObject("figures"), shot);
        }
        ArrayNode frames = tree.putArray("frames");
        for (FrameFigures frame : measured.frames()) {
            ObjectNode node = frames.addObject();
            node.put("frame", frame.index());
            node.put("seconds", frame.seconds());
            node.put("beginsShot", frame.beginsShot());
            for (Metric metric : Metric.values()) {
                if (!Double.isNaN(frame.of(metric))) {
                    node.put(metric.label(), frame.of(metric));
                }
            }
        }
    }

    private static void pools(ObjectNode into, List<FrameFigures> frames) {
        for (Metric metric : Metric.values()) {
            Pool pool = Pool.of(frames, metric);
            if (pool.frames() > 0) {
                into.putPOJO(metric.label(), pool);
            }
        }
    }

    static byte[] csv(Measurement measured) {
        StringBuilder text = new StringBuilder("frame,seconds,begins_shot");
        for (Metric metric : Metric.values()) {
            text.append(',').append(metric.label());
        }
        text.append('\n');
        for (FrameFigures frame : measured.frames()) {
            text.append(frame.index()).append(',').append(frame.seconds()).append(',').append(frame.beginsShot() ? 1 : 0);
            for (Metric metric : Metric.values()) {
                text.append(',').append(Double.isNaN(frame.of(metric)) ? "" : Double.toString(frame.of(metric)));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
