package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The training loop: sequences in, the network on its own output for a few frames, one step of Adam.
 *
 * <p>What is judged is the picture that the engine will show: the prior where the mask trusts it, the network's paint in the holes.
 * So the network learns to continue strokes across the edge of trust, and is never rewarded for repainting, and so dulling, what is
 * only carried. Half of every batch are first frames, so that the statistics of batch norm are those of both uses.
 */
final class Trainer {
    private static final double RATE = 2e-3;
    private static final int PREVIEW_STEPS = 100;
    // From this share of the run on, batch norm stands still: what is exported is then what was trained.
    private static final double FROZEN = 0.75;

    private final TrainSettings settings;
    private final PrintStream log;
    private final StyleNetwork net = new StyleNetwork();
    private final LossNetwork vgg;
    private final List<StyleLoss> styles = new ArrayList<>();
    private final Sequences sequences;

    Trainer(TrainSettings settings, PrintStream log) {
        this.settings = settings;
        this.log = log;
        set_num_threads(settings.threads());
        vgg = new LossNetwork(settings.lossNetwork());
        sequences = new Sequences(Pictures.files(settings.content()), settings.crop());
        try (NoGradGuard none = new NoGradGuard()) {
            Tensor painting = Pictures.read(settings.styleImage(), settings.stroke());
            for (int i = 0; i < TrainSettings.STYLE_SIZES.length; i++) {
                styles.add(new StyleLoss(vgg.features(painting)));
                painting = avg_pool2d(painting, 2, 2);
            }
        }
    }

    StyleNetwork network() {
        return net;
    }

    /** Trains until the steps are done and returns their number. */
    long run() throws IOException {
        Adam adam = new Adam(net.parameters(), new AdamOptions(RATE));
        Checkpoint checkpoint = new Checkpoint(settings.work().resolve("checkpoint.pt"), net, adam);
        long begun = System.nanoTime();
        double[] sums = new double[4];
        long first = checkpoint.load();
        long step = first;
        while (step < settings.steps()) {
            double part = (double) step / settings.steps();
            double rate = RATE * Math.min(1, (step + 1) / 50.0) * (0.5 + 0.5 * Math.cos(Math.PI * part)) + 2e-5;
            adam.param_groups().get(0).options().set_lr(rate);
            try (PointerScope scope = new PointerScope()) {
                double[] terms = step(step, adam, part >= FROZEN);
                for (int i = 0; i < 4; i++) {
                    sums[i] += terms[i];
                }
            }
            step++;
            if (step % 10 == 0) {
                log.printf(Locale.ROOT, "step %d  %.0f%%  style %.4f  content %.4f  temporal %.5f  loss %.4f  %.2f s/step%n", step,
                        100 * part, sums[0] / 10, sums[1] / 10, sums[2] / 10, sums[3] / 10,
                        (System.nanoTime() - begun) / 1e9 / (step - first));
                if (!Double.isFinite(sums[3])) {
                    throw new IllegalStateException("the loss is not a number any more; the last checkpoint is good");
                }
                sums = new double[4];
            }
            if (step % PREVIEW_STEPS == 0) {
                checkpoint.save(step);
                preview(step);
            }
        }
        checkpoint.save(step);
        preview(step);
        return step;
    }

    private double[] step(long number, Adam adam, boolean frozen) {
        Random random = new Random(31 * number + 7);
        manual_seed(number);
        int unroll = 1 + random.nextInt(number < 200 ? 1 : number < 500 ? 2 : number < 2000 ? 4 : 6);
        int half = TrainSettings.BATCH / 2;
        int n = settings.crop();
        Tensor content;
        Tensor prior;
        Tensor mask;
        Tensor noise;
        Tensor alone;
        try (NoGradGuard none = new NoGradGuard()) {
            Sequences.Batch batch = sequences.make(random, half, unroll + 1);
            Tensor zeros = zeros(half, 3, n, n);
            noise = randn(2 * half, 1, n, n);
            prior = zeros;
            mask = zeros(half, 1, n, n);
            net.eval();
            for (int k = 0; k < unroll; k++) {
                Tensor painted = net.forward(batch.frames().get(k), prior, mask, noise.narrow(0, 0, half));
                prior = sequences.warp(Sequences.mix(painted, prior, mask), batch.grids().get(k));
                mask = batch.masks().get(k);
            }
            alone = net.forward(batch.frames().get(unroll), zeros, zeros(half, 1, n, n), noise.narrow(0, 0, half));
            content = both(batch.frames().get(unroll), sequences.make(random, half, 1).frames().get(0));
            prior = both(prior, zeros);
            mask = both(mask, zeros(half, 1, n, n));
            net.train(!frozen);
        }
        Tensor y = net.forward(content, prior, mask, noise);
        Tensor shown = Sequences.mix(y, prior, mask);
        List<Tensor> features = vgg.features(shown);
        Tensor style = null;
        Tensor smaller = shown;
        for (int i = 0; i < styles.size(); i++) {
            Tensor term = styles.get(i).of(i == 0 ? features : vgg.features(smaller)).mul(new Scalar(TrainSettings.STYLE_SIZES[i]));
            style = style == null ? term : style.add(term);
            smaller = avg_pool2d(smaller, 2, 2);
        }
        Tensor wanted;
        try (NoGradGuard none = new NoGradGuard()) {
            wanted = vgg.features(content).get(3);
        }
        Tensor likeness = features.get(3).sub(wanted).square().mean().div(wanted.var().add(new Scalar(1e-6)));
        Tensor tone = tone(shown).sub(tone(content)).square().mean();
        Tensor drift = avg_pool2d(shown.narrow(0, 0, half), 8, 8).sub(avg_pool2d(alone, 8, 8)).square().mean();
        Tensor temporal = y.sub(prior).square().mul(mask).mean();
        Tensor variation = shown.narrow(3, 1, n - 1).sub(shown.narrow(3, 0, n - 1)).abs().mean()
                .add(shown.narrow(2, 1, n - 1).sub(shown.narrow(2, 0, n - 1)).abs().mean());
        Tensor loss = style.mul(new Scalar(TrainSettings.STYLE)).add(likeness.mul(new Scalar(TrainSettings.CONTENT)))
                .add(tone.mul(new Scalar(TrainSettings.TONE))).add(drift.mul(new Scalar(TrainSettings.DRIFT)))
                .add(temporal.mul(new Scalar(TrainSettings.TEMPORAL))).add(variation.mul(new Scalar(TrainSettings.VARIATION)));
        adam.zero_grad();
        loss.backward();
        clip_grad_norm_(net.parameters(), 5.0);
        adam.step();
        return new double[] {style.item_float(), likeness.item_float(), temporal.item_float(), loss.item_float()};
    }

    /** Luma, over squares of 8 pixels. */
    private static Tensor tone(Tensor rgb) {
        Tensor luma = rgb.narrow(1, 0, 1).mul(new Scalar(0.2126)).add(rgb.narrow(1, 1, 1).mul(new Scalar(0.7152)))
                .add(rgb.narrow(1, 2, 1).mul(new Scalar(0.0722)));
        return avg_pool2d(luma, 8, 8);
    }

    private static Tensor both(Tensor a, Tensor b) {
        return cat(new TensorVector(a, b), 0);
    }

    /** Content, the picture painted alone, and the picture after eight rounds of holes torn into it and filled. */
    private void preview(long step) throws IOException {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            manual_seed(1);
            net.eval();
            Tensor content = Pictures.read(Pictures.files(settings.content()).get(7), 320);
            long h = content.size(2) / 4 * 4;
            long w = content.size(3) / 4 * 4;
            content = content.narrow(2, 0, h).narrow(3, 0, w);
            Tensor noise = randn(1, 1, h, w);
            Tensor alone = net.forward(content, zeros(1, 3, h, w), zeros(1, 1, h, w), noise);
            Tensor later = alone;
            for (int i = 0; i < 8; i++) {
                Tensor mask = upsample_nearest2d(rand(1, 1, h / 20 + 1, w / 20 + 1).gt(new Scalar(0.4)).to(ScalarType.Float),
                        20 * (h / 20 + 1), 20 * (w / 20 + 1)).narrow(2, 0, h).narrow(3, 0, w);
                later = Sequences.mix(net.forward(content, later, mask, noise), later, mask);
            }
            Pictures.write(new ArrayList<>(List.of(content, alone, later)),
                    settings.work().resolve(String.format("preview-%05d.png", step)));
        }
    }
}
