package org.impasto.style;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.impasto.ImpastoException;

/**
 * Which input of a network plays which role, and the size it insists on.
 *
 * @param kind image or video
 * @param content name of the content input; of the only input where everything is stacked in one
 * @param stacked channels of the only input of a video network (content, prior times mask, mask, perhaps noise: 7 or 8);
 *     0 where the roles have inputs of their own
 * @param prior name of the prior input, or null
 * @param mask name of the mask input, or null
 * @param noise name of the noise input, or null
 * @param output name of the output
 * @param width the only width it takes, or -1
 * @param height the only height it takes, or -1
 */
record Signature(StylizerKind kind, String content, int stacked, String prior, String mask, String noise, String output,
        int width, int height) {
    private static final String EXPECTED = "expected is one float picture of shape [1, 3, height, width], or content,"
            + " prior and mask of 3, 3 and 1 channels, perhaps with a noise plane of 1, and one such picture out";

    /** Tells the roles apart by the notes, else by name, else by shape. */
    static Signature of(String model, Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs, ModelNotes notes) {
        Reader reader = new Reader(model, inputs, outputs);
        String output = reader.output();
        Map<String, long[]> shapes = reader.inputShapes();
        if (shapes.size() == 1) {
            String only = shapes.keySet().iterator().next();
            long channels = shapes.get(only)[1];
            if (channels == 3 || channels == -1) {
                return reader.finish(StylizerKind.IMAGE, only, 0, null, null, null, output);
            }
            if (channels == 7 || channels == 8) {
                return reader.finish(StylizerKind.VIDEO, only, (int) channels, null, null, null, output);
            }
            throw reader.bad();
        }
        if (shapes.size() > 4 || shapes.size() < 3) {
            throw reader.bad();
        }
        return reader.video(notes, output);
    }

    /** How many tensors go in. */
    boolean takesNoise() {
        return noise != null || stacked == 8;
    }

    private static final class Reader {
        private final String model;
        private final Map<String, NodeInfo> inputs;
        private final Map<String, NodeInfo> outputs;
        private final Map<String, long[]> shapes = new LinkedHashMap<>();

        Reader(String model, Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {
            this.model = model;
            this.inputs = inputs;
            this.outputs = outputs;
        }

        String output() {
            if (outputs.size() != 1) {
                throw bad();
            }
            NodeInfo only = outputs.values().iterator().next();
            long[] shape = picture(only).orElseThrow(this::bad);
            if (shape[1] != 3 && shape[1] != -1) {
                throw bad();
            }
            return only.getName();
        }

        Map<String, long[]> inputShapes() {
            for (NodeInfo in : inputs.values()) {
                shapes.put(in.getName(), picture(in).orElseThrow(this::bad));
            }
            if (shapes.isEmpty()) {
                throw bad();
            }
            return shapes;
        }

        /** The shape, where it can be that of one float picture or plane. */
        private static Optional<long[]> picture(NodeInfo node) {
            if (node.getInfo() instanceof TensorInfo t && t.type == OnnxJavaType.FLOAT) {
                long[] s = t.getShape();
                // A network whose export lost the output's shape has rank 0 here; the probe run will tell.
                if (s.length == 4 && (s[0] == 1 || s[0] == -1)) {
                    return Optional.of(s);
                }
            }
            return Optional.empty();
        }

        Signature video(ModelNotes notes, String output) {
            List<String> three = withChannels(3);
            List<String> one = withChannels(1);
            if (three.size() != 2 || one.size() != shapes.size() - 2) {
                throw bad();
            }
            String prior = role(notes, "prior", three).orElse(null);
            String content = role(notes, "content", three).orElse(null);
            if (content == null) {
                content = prior == null ? three.get(0) : other(three, prior);
            }
            if (prior == null) {
                prior = other(three, content);
            }
            String mask = role(notes, "mask", one).orElse(null);
            String noise = role(notes, "noise", one).orElse(null);
            if (one.size() == 1) {
                mask = one.get(0);
                noise = null;
            } else if (mask == null && noise == null) {
                throw new ImpastoException.BadModel("The network " + model + " has two one-channel inputs, "
                        + String.join(" and ", one) + ": which is the mask and which the noise must be told by their"
                        + " names, or under \"inputs\" in the JSON beside the model");
            } else {
                mask = mask == null ? other(one, noise) : mask;
                noise = other(one, mask);
            }
            if (content.equals(prior)) {
                throw bad();
            }
            return finish(StylizerKind.VIDEO, content, 0, prior, mask, noise, output);
        }

        private Optional<String> role(ModelNotes notes, String role, List<String> candidates) {
            Optional<String> noted = notes.inputName(role);
            if (noted.isPresent() && !candidates.contains(noted.get())) {
                throw new ImpastoException.BadModel("The JSON beside " + model + " says that the " + role + " input is '"
                        + noted.get() + "', but the network's inputs of that shape are "
                        + String.join(", ", candidates));
            }
            return noted.or(() -> candidates.stream().filter(c -> c.equalsIgnoreCase(role)).findFirst());
        }

        private static String other(List<String> two, String one) {
            return two.get(0).equals(one) ? two.get(1) : two.get(0);
        }

        private List<String> withChannels(int channels) {
            return shapes.entrySet().stream().filter(e -> e.getValue()[1] == channels).map(Map.Entry::getKey).toList();
        }

        Signature finish(StylizerKind kind, String content, int stacked, String prior, String mask, String noise,
                String output) {
            int height = -1;
            int width = -1;
            for (long[] s : shapes.values()) {
                height = agree(height, s[2]);
                width = agree(width, s[3]);
            }
            return new Signature(kind, content, stacked, prior, mask, noise, output, width, height);
        }

        private int agree(int known, long next) {
            if (next == 0 || next > 1 << 16 || (known != -1 && next != -1 && known != next)) {
                throw bad();
            }
            return next == -1 ? known : (int) next;
        }

        ImpastoException bad() {
            return new ImpastoException.BadModel("The network " + model + " is no picture stylizer: it declares "
                    + describe(inputs) + " in and " + describe(outputs) + " out; " + EXPECTED);
        }

        private static String describe(Map<String, NodeInfo> nodes) {
            List<String> parts = new ArrayList<>();
            for (NodeInfo n : nodes.values()) {
                parts.add("'" + n.getName() + "' " + (n.getInfo() instanceof TensorInfo t
                        ? t.type.toString().toLowerCase(java.util.Locale.ROOT) + shape(t.getShape()) : "of no tensor type"));
            }
            return parts.isEmpty() ? "nothing" : String.join(", ", parts);
        }
    }

    /** A shape with a question mark for what is dynamic. */
    static String shape(long[] dims) {
        List<String> parts = new ArrayList<>();
        for (long d : dims) {
            parts.add(d < 0 ? "?" : Long.toString(d));
        }
        return "[" + String.join(", ", parts) + "]";
    }
}
