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

/** The training loop: sequences in, the network on its own output for a few frames, one step of Adam. */
final class Trainer {
    private static final double RATE = 2e-3;
    private static final int PREVIEW_STEPS = 60;

    private final TrainSettings settings;
    private final PrintStream log;
    private final StyleNetwork net = new StyleNetwork();
    private final LossNetwork vgg;
    private final StyleLoss full;
    private final StyleLoss half;
    private final Sequences sequences;

    Trainer(TrainSettings settings, PrintStream log) {
        this.settings = settings;
        this.log = log;
        set_num_threads(settings.threads());
        vgg = new LossNetwork(settings.lossNetwork());
        sequences = new Sequences(Pictures.files(settings.content()), settings.crop());
        try (NoGradGuard none = new NoGradGuard()) {
            Tensor painting = Pictures.read(settings.styleImage(), settings.stroke());
            full = new StyleLoss(vgg.features(painting));
            half = new StyleLoss(vgg.features(avg_pool2d(painting, 2, 2)));
        }
    }

    StyleNetwork network() {
        return net;
    }

    /** Trains until the time is up and returns the number of steps. */
    long run() throws IOException {
        Adam adam = new Adam(net.parameters(), new AdamOptions(RATE));
        Checkpoint checkpoint = new Checkpoint(settings.work().resolve("checkpoint.pt"), net, adam);
        long begun = System.nanoTime();
        double[] sums = new double[4];
        long step = checkpoint.load();
        long first = step;
        for (double part = 0; part < 1; part = (System.nanoTime() - begun) / 60e9 / settings.minutes()) {
            adam.param_groups().get(0).options().set_lr(RATE * (0.5 + 0.5 * Math.cos(Math.PI * part)) + 2e-5);
            try (PointerScope scope = new PointerScope()) {
                double[] terms = step(step, adam);
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

    private double[] step(long number, Adam adam) {
        Random random = new Random(31 * number + 7);
        int unroll = random.nextInt(5) < 2 ? 0 : 1 + random.nextInt(number < 120 ? 1 : number < 240 ? 2 : 5);
        Sequences.Batch batch;
        Tensor prior;
        Tensor mask;
        int n = settings.crop();
        try (NoGradGuard none = new NoGradGuard()) {
            batch = sequences.make(number, TrainSettings.BATCH, unroll + 1);
            Tensor state = null;
            prior = zeros(TrainSettings.BATCH, 3, n, n);
            mask = zeros(TrainSettings.BATCH, 1, n, n);
            net.eval();
            for (int k = 0; k < unroll; k++) {
                Tensor painted = net.forward(batch.frames().get(k), prior, mask, batch.noise());
                Tensor kept = mask.mul(new Scalar(TrainSettings.CARRY));
                state = painted.add(prior.sub(painted).mul(kept));
                prior = sequences.warp(state, batch.motion());
                mask = batch.masks().get(k);
            }
            net.train(true);
        }
        Tensor content = batch.frames().get(unroll);
        Tensor y = net.forward(content, prior, mask, batch.noise());
        List<Tensor> features = vgg.features(y);
        Tensor style = full.of(features).add(half.of(vgg.features(avg_pool2d(y, 2, 2))));
        Tensor wanted;
        try (NoGradGuard none = new NoGradGuard()) {
            wanted = vgg.features(content).get(3);
        }
        Tensor likeness = features.get(3).sub(wanted).square().mean().div(wanted.var().add(new Scalar(1e-6)));
        Tensor temporal = y.sub(prior).square().mul(mask).mean();
        Tensor variation = y.narrow(3, 1, n - 1).sub(y.narrow(3, 0, n - 1)).abs().mean()
                .add(y.narrow(2, 1, n - 1).sub(y.narrow(2, 0, n - 1)).abs().mean());
        Tensor loss = style.mul(new Scalar(TrainSettings.STYLE)).add(likeness.mul(new Scalar(TrainSettings.CONTENT)))
                .add(temporal.mul(new Scalar(TrainSettings.TEMPORAL))).add(variation.mul(new Scalar(TrainSettings.VARIATION)));
        adam.zero_grad();
        loss.backward();
        clip_grad_norm_(net.parameters(), 5.0);
        adam.step();
        return new double[] {style.item_float(), likeness.item_float(), temporal.item_float(), loss.item_float()};
    }

    /** Content, the picture painted alone, and the picture after six frames on its own output. */
    private void preview(long step) throws IOException {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            net.eval();
            Tensor content = Pictures.read(Pictures.files(settings.content()).get(7), 240);
            long h = content.size(2) / 4 * 4;
            long w = content.size(3) / 4 * 4;
            content = content.narrow(2, 0, h).narrow(3, 0, w);
            Tensor noise = randn(1, 1, h, w);
            Tensor alone = net.forward(content, zeros(1, 3, h, w), zeros(1, 1, h, w), noise);
            Tensor later = alone;
            for (int i = 0; i < 6; i++) {
                Tensor next = net.forward(content, later, ones(1, 1, h, w), noise);
                later = next.add(later).mul(new Scalar(0.5));
            }
            Pictures.write(new ArrayList<>(List.of(content, alone, later)),
                    settings.work().resolve(String.format("preview-%05d.png", step)));
            net.train(true);
        }
    }
}
