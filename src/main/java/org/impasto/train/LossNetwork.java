package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.impasto.ImpastoException;

/**
 * The frozen network that pictures are compared in: VGG-19 with normalised activations, up to relu3_1. Its convolutions run in
 * bfloat16, which halves a step's time where the processor has it; the features come out as float32.
 */
final class LossNetwork {
    private static final String[] LAYERS = {"conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1"};

    private final Map<String, Tensor> weights;

    LossNetwork(Path file) {
        weights = Safetensors.read(file);
        weights.replaceAll((name, t) -> ordered(t));
        for (String layer : LAYERS) {
            if (!weights.containsKey(layer + ".weight")) {
                throw new ImpastoException.BadInput(file + " is not a VGG-19 to relu3_1: it has no tensor " + layer
                        + ".weight, but " + String.join(", ", weights.keySet()));
            }
        }
    }

    /** Channels last: oneDNN's own order. */
    private static Tensor ordered(Tensor t) {
        return t.dim() == 4 ? t.to(ScalarType.BFloat16).contiguous(MemoryFormat.ChannelsLast) : t.to(ScalarType.BFloat16);
    }

    /** The picture itself, relu1_1, relu2_1 and relu3_1. */
    List<Tensor> features(Tensor rgb) {
        List<Tensor> result = new ArrayList<>(List.of(rgb));
        Tensor x = conv(ordered(rgb), "preprocess", 0);
        for (String layer : LAYERS) {
            x = relu(conv(x, layer, 1));
            if (layer.endsWith("_1")) {
                result.add(x.to(ScalarType.Float));
            } else {
                x = max_pool2d(x, 2, 2);
            }
        }
        return result;
    }

    private Tensor conv(Tensor x, String layer, int pad) {
        Tensor padded = pad == 0 ? x : reflection_pad2d(x, pad, pad, pad, pad);
        return conv2d(padded, weights.get(layer + ".weight"), new TensorOptional(weights.get(layer + ".bias")),
                new long[] {1, 1}, new long[] {0, 0}, new long[] {1, 1}, 1);
    }
}
