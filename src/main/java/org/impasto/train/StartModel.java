package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.impasto.ImpastoException.BadInput;
import org.impasto.style.onnx.OnnxConvolutions;
import org.impasto.style.onnx.OnnxConvolutions.Convolution;

/**
 * A model that training begins with instead of random weights. Its batch norms are folded into its convolutions; they are put back by
 * what a few sequences look like inside the network, so that at first they change nothing.
 */
final class StartModel {
    private static final int SEQUENCES = 12;
    private static final long SEED = 24036583L;

    private StartModel() {
    }

    static void load(Path file, StyleNetwork net, Sequences sequences, int size, Place place) {
        take(file, net);
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            manual_seed(SEED);
            Sequences.Batch batch = sequences.make(new Random(SEED), SEQUENCES, 2);
            Tensor first = batch.frames().get(0);
            Tensor nothing = place.zeros(SEQUENCES, 3, size, size);
            Tensor closed = place.zeros(SEQUENCES, 1, size, size);
            Tensor noise = place.randn(SEQUENCES, 1, size, size);
            net.eval();
            Tensor prior = sequences.warp(net.forward(first, nothing, closed, noise), batch.grids().get(0), batch.jitter());
            Tensor both = cat(new TensorVector(noise, noise), 0);
            net.calibrate(cat(new TensorVector(first, batch.frames().get(1)), 0), cat(new TensorVector(nothing, prior), 0),
                    cat(new TensorVector(closed, batch.masks().get(0)), 0), both);
        }
    }

    private static void take(Path file, StyleNetwork net) {
        List<Convolution> found;
        try {
            found = OnnxConvolutions.read(file);
        } catch (IOException e) {
            throw new BadInput("--start-from: " + file + " is not a model that impasto train wrote: " + e.getMessage(), e);
        }
        List<StyleNetwork.Layer> layers = net.layers();
        for (int i = 0; i < layers.size(); i++) {
            StyleNetwork.Layer l = layers.get(i);
            Convolution c = i < found.size() ? found.get(i) : null;
            if (c == null || c.out() != l.out() || c.in() != l.in() || c.size() != l.size() || c.stride() != l.stride()) {
                throw new BadInput("--start-from: " + file + " is not a network of the kind that is to be trained: convolution " + (i + 1)
                        + " of " + layers.size() + " should be " + words(l.in(), l.out(), l.size(), l.stride()) + ", is "
                        + (c == null ? "missing" : words(c.in(), c.out(), c.size(), c.stride())));
            }
        }
        if (found.size() > layers.size()) {
            throw new BadInput("--start-from: " + file + " is not a network of the kind that is to be trained: it has " + found.size()
                    + " convolutions, not " + layers.size());
        }
        net.convolutions(found);
    }

    private static String words(int in, int out, int size, int stride) {
        return in + " to " + out + " channels, " + size + "x" + size + (stride == 1 ? "" : ", stride " + stride);
    }
}
