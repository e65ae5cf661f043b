package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.manual_seed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException.BadInput;
import org.impasto.style.onnx.OnnxConvolutions;
import org.impasto.style.onnx.OnnxConvolutions.Convolution;

/**
 * The model that training begins with instead of random weights. Its batch norms are folded into its convolutions; they are put back by
 * what a few sequences look like inside the network, so that at first they change nothing.
 */
final class StartModel {
    private static final int SEQUENCES = 12;
    private static final long SEED = 24036583L;

    private final StyleNetwork net;
    private final Sequences.Batch batch;
    private final Sequences sequences;
    private final Tensor nothing;
    private final Tensor closed;
    private final Tensor noise;

    StartModel(StyleNetwork net, Sequences sequences, int size, Place place) {
        this.net = net;
        this.sequences = sequences;
        manual_seed(SEED);
        batch = sequences.make(new Random(SEED), SEQUENCES, 2);
        nothing = place.zeros(SEQUENCES, 3, size, size);
        closed = place.zeros(SEQUENCES, 1, size, size);
        noise = SmoothNoise.of(place, SEQUENCES, size, size);
    }

    /**
     * Gives the network its first weights, and says which these are. Where no gradients are needed.
     *
     * @param paintings what it is to have the colours of, where it is to have them
     * @param distance from the painting, of pictures
     * @return the model that they are of; none where they stay as they are
     */
    Optional<Path> take(Start start, List<Tensor> paintings, ToDoubleFunction<Tensor> distance, Consumer<String> notes) {
        net.eval();
        Optional<Path> model = start.recoloured() ? nearest(start.models(), paintings, distance, notes) : start.models().stream().findFirst();
        model.ifPresent(file -> {
            load(file);
            if (start.recoloured()) {
                Tensor painted = alone();
                net.recolour(Palette.between(painted, paintings), painted);
            }
            calibrate();
        });
        return model;
    }

    private Optional<Path> nearest(List<Path> models, List<Tensor> paintings, ToDoubleFunction<Tensor> distance, Consumer<String> notes) {
        Optional<Path> nearest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Path file : models) {
            try (PointerScope scope = new PointerScope()) {
                load(file);
                Tensor painted = alone();
                double d = distance.applyAsDouble(Palette.between(painted, paintings).of(painted));
                if (d < least) {
                    least = d;
                    nearest = Optional.of(file);
                }
            } catch (BadInput e) {
                // Of the other preset, or somebody's own: the folder of styles may hold any.
            }
        }
        notes.accept(nearest.map(m -> "begins with the nearest style, " + m + ", in the painting's colours").orElse("no style is of this preset: begins with random weights"));
        return nearest;
    }

    /** First frames. */
    private Tensor alone() {
        return net.forward(batch.frames().get(0), nothing, closed, noise);
    }

    private void calibrate() {
        Tensor prior = sequences.warp(alone(), batch.grids().get(0), batch.jitter());
        net.calibrate(Sequences.stack(batch.frames().get(0), batch.frames().get(1)), Sequences.stack(nothing, prior), Sequences.stack(closed, batch.masks().get(0)), Sequences.stack(noise, noise));
    }

    private void load(Path file) {
        List<Convolution> found;
        try {
            found = OlderModel.adapt(OnnxConvolutions.read(file), net);
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
