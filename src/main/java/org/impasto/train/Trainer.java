package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * What is trained, and one step of it: sequences in, the network on its own output for a few frames, one step of Adam.
 *
 * <p>Half of every batch is painted into priors. What is judged of it is the prior where the mask trusts it, and the network's paint in the holes: so the network learns to continue strokes across the
 * edge of trust, and is never rewarded for repainting, and so dulling, what is only carried. The other half is painted alone, and is to look like the frame before painted alone, carried on with its noise;
 * the ground of that without what stands in front of it.
 */
final class Trainer {
    // Of the first weights; libtorch seeds itself with chance.
    private static final long SEED = 67280421310721L;

    /**
     * What a step did.
     *
     * @param preparation seconds spent before gradients were needed
     */
    record Terms(double style, double content, double temporal, double loss, double preparation) {
        boolean finite() {
            return Double.isFinite(loss);
        }
    }

    private final TrainSettings settings;
    private final Place place;
    private final StyleNetwork net;
    private final Adam adam;
    private final LossNetwork vgg;
    private final StyleTerm style;
    private final List<Tensor> paintings;
    private final Sequences sequences;

    Trainer(TrainSettings settings, Photographs photographs) {
        this.settings = settings;
        place = photographs.place();
        vgg = new LossNetwork(settings.lossNetwork(), place);
        sequences = new Sequences(photographs, settings.size());
        paintings = settings.styleImages().stream().map(p -> place.here(Pictures.read(p, settings.stroke()))).map(Grain::without).toList();
        style = new StyleTerm(vgg, paintings);
        manual_seed(SEED);
        net = new StyleNetwork(settings.preset());
        net.to(place.device(), false);
        adam = new Adam(net.parameters(), new AdamOptions(Schedule.RATE));
    }

    /** Before the first step: gives the network its first weights, and says which model they are of. */
    Optional<Path> start(Consumer<String> notes) {
        if (settings.start().models().isEmpty()) {
            return Optional.empty();
        }
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            return new StartModel(net, sequences, settings.size(), place).take(settings.start(), paintings,
                    pictures -> style.of(pictures).item_float(), notes);
        }
    }

    StyleNetwork network() {
        return net;
    }

    Adam optimizer() {
        return adam;
    }

    /** What steps leave for later ones, besides weights and moments. */
    List<Tensor> memory() {
        return style.memory();
    }

    /** One step of Adam; none where the loss or its gradient is not a number. */
    Terms step(long number, Schedule schedule) {
        adam.param_groups().get(0).options().set_lr(schedule.rate(number));
        try (PointerScope scope = new PointerScope()) {
            return compute(number, schedule);
        }
    }

    private Terms compute(long number, Schedule schedule) {
        long begun = System.nanoTime();
        Random random = new Random(31 * number + 7);
        manual_seed(number);
        int unroll = 1 + random.nextInt(schedule.longest(number));
        int half = TrainSettings.BATCH / 2;
        int n = settings.size();
        Tensor content;
        Tensor prior;
        Tensor mask;
        Tensor noise;
        Tensor alone;
        Tensor before;
        Tensor visible;
        try (NoGradGuard none = new NoGradGuard()) {
            Sequences.Batch batch = sequences.make(random, half, unroll + 1);
            Sequences.Batch pair = sequences.make(random, half, 2);
            Tensor zeros = place.zeros(half, 3, n, n);
            Tensor closed = place.zeros(half, 1, n, n);
            Tensor carried = SmoothNoise.of(place, half, n, n);
            prior = zeros;
            mask = closed;
            net.eval();
            for (int k = 0; k < unroll; k++) {
                Tensor painted = net.forward(batch.frames().get(k), prior, mask, carried);
                prior = sequences.warp(Sequences.mix(painted, prior, mask), batch.grids().get(k), batch.jitter());
                mask = batch.masks().get(k);
                carried = carried(carried, batch, k);
            }
            alone = alone(batch, unroll, carried);
            Tensor first = SmoothNoise.of(place, half, n, n);
            before = Sequences.carry(alone(pair, 0, first), pair.grids().get(0));
            visible = pair.visible().get(0);
            content = both(batch.frames().get(unroll), pair.frames().get(1));
            prior = both(prior, zeros);
            mask = both(mask, closed);
            noise = both(carried, carried(first, pair, 0));
            net.train(!schedule.frozen(number));
        }
        double preparation = (System.nanoTime() - begun) / 1e9;
        Tensor y = net.forward(content, prior, mask, noise);
        Tensor shown = Sequences.mix(y, prior, mask);
        List<Tensor> features = vgg.features(shown);
        Tensor texture = style.along(shown, features, number);
        Tensor wanted;
        try (NoGradGuard none = new NoGradGuard()) {
            wanted = vgg.features(content).get(3);
        }
        Tensor likeness = features.get(3).sub(wanted).square().mean().div(wanted.var().add(new Scalar(1e-6)));
        Tensor temporal = y.sub(prior).square().mul(mask).mean().add(y.narrow(0, half, half).sub(before).square().mul(visible).mean());
        Tensor loss = texture.mul(new Scalar(settings.styleWeight())).add(likeness.mul(new Scalar(settings.contentWeight())))
                .add(temporal.mul(new Scalar(settings.coherenceWeight()))).add(FilmLoss.of(shown, content, y, mask, alone,
                        settings.contentWeight()));
        adam.zero_grad();
        loss.backward();
        double norm = clip_grad_norm_(net.parameters(), 5.0);
        double value = Double.isFinite(norm) ? loss.item_float() : Double.NaN;
        if (Double.isFinite(value)) {
            adam.step();
        }
        return new Terms(texture.item_float(), likeness.item_float(), temporal.item_float(), value, preparation);
    }

    /** A frame, painted without a prior: what is in front, and the ground as if nothing were in front of it, so that it has no halo. */
    private Tensor alone(Sequences.Batch batch, int frame, Tensor noise) {
        int n = settings.size();
        Tensor zeros = place.zeros(noise.size(0), 3, n, n);
        Tensor closed = place.zeros(noise.size(0), 1, n, n);
        return Sequences.mix(net.forward(batch.grounds().get(frame), zeros, closed, noise), net.forward(batch.frames().get(frame), zeros, closed, noise), batch.covers().get(frame));
    }

    /** The noise of a sequence's next frame: that of the frame before has moved with its things, and what comes into sight has its own. */
    private Tensor carried(Tensor noise, Sequences.Batch batch, int k) {
        int n = settings.size();
        return Sequences.mix(SmoothNoise.of(place, noise.size(0), n, n), Sequences.carry(noise, batch.grids().get(k)), batch.visible().get(k));
    }

    private static Tensor both(Tensor a, Tensor b) {
        return cat(new TensorVector(a, b), 0);
    }
}
