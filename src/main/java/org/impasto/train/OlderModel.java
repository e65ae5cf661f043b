package org.impasto.train;

import java.util.ArrayList;
import java.util.List;
import org.impasto.style.onnx.OnnxConvolutions.Convolution;

/**
 * Makes networks as they were trained for painting 12 and before into ones of today's build. Those had up to one block more, nothing handed on from the first convolution, and a last convolution of 3x3
 * with none at full size before it. They do not paint the same at once, since enlarging has become smoother as well, but training need not begin with nothing.
 */
final class OlderModel {
    /** Convolutions that were in no block: two before, three after. */
    private static final int OUTSIDE = 5;

    private OlderModel() {
    }

    /** What was found, made over where it is of the older build. */
    static List<Convolution> adapt(List<Convolution> found, StyleNetwork net) {
        int blocks = (found.size() - OUTSIDE) / 2;
        List<StyleNetwork.Layer> layers = net.layers();
        StyleNetwork.Layer narrowing = layers.get(layers.size() - 3);
        StyleNetwork.Layer last = layers.get(layers.size() - 1);
        if (found.size() % 2 == 0 || blocks < net.blocks() || !is(found.get(found.size() - 2), narrowing.in() / 2, narrowing.out())
                || !is(found.get(found.size() - 1), last.in(), last.out())) {
            return found;
        }
        int after = 2 + 2 * blocks;
        List<Convolution> result = new ArrayList<>(found.subList(0, 2 + 2 * net.blocks()));
        result.add(found.get(after));
        result.add(deeper(found.get(after + 1)));
        result.addAll(split(found.get(after + 2)));
        return result;
    }

    private static boolean is(Convolution c, int in, int out) {
        return c.in() == in && c.out() == out && c.size() == 3 && c.stride() == 1;
    }

    /** With as many inputs more, which count nothing yet. */
    private static Convolution deeper(Convolution c) {
        int each = c.weights().length / c.out();
        float[] weights = new float[2 * c.weights().length];
        for (int o = 0; o < c.out(); o++) {
            System.arraycopy(c.weights(), o * each, weights, 2 * o * each, each);
        }
        return new Convolution(c.out(), 2 * c.in(), c.size(), c.stride(), weights, c.bias());
    }

    /**
     * Two convolutions that give together what this one does, with what is negative between them cut off: the first gives its outputs, then the negatives of these, then the inputs
     * that are left as they come; the second, of 1x1, the differences.
     */
    static List<Convolution> split(Convolution c) {
        int out = c.out();
        int in = c.in();
        int each = in * c.size() * c.size();
        float[] wide = new float[in * each];
        float[] bias = new float[in];
        float[] difference = new float[out * in];
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < each; i++) {
                wide[o * each + i] = c.weights()[o * each + i];
                wide[(out + o) * each + i] = -c.weights()[o * each + i];
            }
            bias[o] = c.bias()[o];
            bias[out + o] = -c.bias()[o];
            difference[o * in + o] = 1;
            difference[o * in + out + o] = -1;
        }
        for (int o = 2 * out; o < in; o++) {
            wide[o * each + o * c.size() * c.size() + c.size() * c.size() / 2] = 1;
        }
        return List.of(new Convolution(in, in, c.size(), 1, wide, bias), new Convolution(out, in, 1, 1, difference, new float[out]));
    }
}
