package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * The frozen network that pictures are compared in: a VGG up to relu3_1. Its convolutions run in
 * {@link Place#lossType}, and the features are of that.
 */
final class LossNetwork {
    /** Pixels of the picture by which neighbours are apart in each of the features. */
    static final int[] STRIDES = {1, 1, 2, 4};

    private final Map<String, Tensor> weights;

    LossNetwork(Path file, Place place) {
        weights = LossWeights.read(file);
        weights.replaceAll((name, t) -> ordered(place.here(t)));
    }

    /** Channels last: oneDNN's own order. */
    private static Tensor ordered(Tensor t) {
        Tensor x = t.to(Place.lossType(t));
        return x.dim() == 4 ? x.contiguous(MemoryFormat.ChannelsLast) : x;
    }

    /** The picture itself as it is, relu1_1, relu2_1 and relu3_1. */
    List<Tensor> features(Tensor rgb) {
        List<Tensor> result = new ArrayList<>(List.of(rgb));
        Tensor x = conv(ordered(rgb), "preprocess", 0);
        for (String layer : LossWeights.LAYERS) {
            x = relu(conv(x, layer, 1));
            if (layer.endsWith("_1")) {
                result.add(x);
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
