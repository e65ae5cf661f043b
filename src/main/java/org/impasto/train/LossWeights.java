package org.impasto.train;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException.BadInput;

/**
 * The weights of a VGG to relu3_1 from a safetensors file in one of two layouts: tensors named preprocess and conv1_1 to conv3_1,
 * or torchvision's VGG-16 and VGG-19 (features.0 and so on), which take pictures normalised with ImageNet's mean and deviation.
 */
final class LossWeights {
    static final String[] LAYERS = {"conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1"};
    // To relu3_1, VGG-16 and VGG-19 are numbered alike.
    private static final String[] TORCHVISION = {"features.0", "features.2", "features.5", "features.7", "features.10"};
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};
    private static final int NAMED = 6;

    private LossWeights() {
    }

    /** Under the names of the first layout, X.weight and X.bias. */
    static Map<String, Tensor> read(Path file) {
        Safetensors source = new Safetensors(file);
        Map<String, Tensor> weights = new HashMap<>();
        boolean torchvision = !source.has("conv1_1.weight");
        if (torchvision) {
            if (source.has("features.1.weight")) {
                throw bad(file, "its VGG has batch norm: take the one without (vgg16 or vgg19, not vgg16_bn)");
            }
            normalisation(weights);
        } else {
            take(source, file, "preprocess", "preprocess", 3, 1, weights);
        }
        long channels = 3;
        for (int i = 0; i < LAYERS.length; i++) {
            channels = take(source, file, torchvision ? TORCHVISION[i] : LAYERS[i], LAYERS[i], channels, 3, weights);
        }
        return weights;
    }

    private static long take(Safetensors source, Path file, String name, String as, long in, int size, Map<String, Tensor> weights) {
        for (String part : new String[] {".weight", ".bias"}) {
            if (!source.has(name + part)) {
                throw bad(file, "expected a VGG with tensors preprocess.weight, conv1_1.weight to conv3_1.weight or, as "
                        + "torchvision names them, features.0.weight to features.10.weight; there is no " + name + part + " but " + some(source));
            }
        }
        long[] shape = source.shape(name + ".weight");
        if (shape.length != 4 || shape[1] != in || shape[2] != size || shape[3] != size) {
            throw bad(file, name + ".weight should have the shape [any, " + in + ", " + size + ", " + size + "] but has "
                    + Arrays.toString(shape));
        }
        if (!Arrays.equals(source.shape(name + ".bias"), new long[] {shape[0]})) {
            throw bad(file, name + ".bias should have the shape [" + shape[0] + "] but has "
                    + Arrays.toString(source.shape(name + ".bias")));
        }
        weights.put(as + ".weight", source.tensor(name + ".weight"));
        weights.put(as + ".bias", source.tensor(name + ".bias"));
        return shape[0];
    }

    private static void normalisation(Map<String, Tensor> weights) {
        float[] matrix = new float[9];
        float[] bias = new float[3];
        for (int c = 0; c < 3; c++) {
            matrix[4 * c] = 1 / DEVIATION[c];
            bias[c] = -MEAN[c] / DEVIATION[c];
        }
        weights.put("preprocess.weight", Pictures.tensor(matrix, 3, 3, 1, 1));
        weights.put("preprocess.bias", Pictures.tensor(bias, 3));
    }

    private static String some(Safetensors source) {
        StringJoiner names = new StringJoiner(", ");
        int n = 0;
        for (String name : source.names()) {
            if (n++ == NAMED) {
                names.add("...");
                break;
            }
            names.add(name);
        }
        return n == 0 ? "nothing at all" : names.toString();
    }

    private static BadInput bad(Path file, String why) {
        return new BadInput("--loss-network: " + file + ": " + why);
    }
}
