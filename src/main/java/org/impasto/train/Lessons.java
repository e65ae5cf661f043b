package org.impasto.train;

import java.util.Random;
import org.bytedeco.pytorch.Tensor;

/**
 * Makes what a step is judged by: the last frames of sequences, of which the network itself has painted those before. Some are painted into priors. The others are painted alone, and are to look like
 * the frame before painted alone, carried on with its noise; the ground of that without what stands in front of it.
 */
final class Lessons {
    private final Sequences sequences;
    private final StyleNetwork net;
    private final Place place;
    private final int size;

    Lessons(Sequences sequences, StyleNetwork net, Place place, int size) {
        this.sequences = sequences;
        this.net = net;
        this.place = place;
        this.size = size;
    }

    /**
     * A batch of N pictures to paint, of which the first T have priors.
     *
     * @param content frames, [N, 3, size, size]
     * @param prior as large; zeros for those that are painted alone
     * @param mask [N, 1, size, size]
     * @param noise as large
     * @param alone the first T frames painted alone with the same noise
     * @param before what the others looked like in the frame before, moved
     * @param visible where these show what the frame before showed
     */
    record Lesson(Tensor content, Tensor prior, Tensor mask, Tensor noise, Tensor alone, Tensor before, Tensor visible) {
        long told() {
            return alone.size(0);
        }
    }

    /**
     * Where no gradients are needed. The libtorch generator must have been seeded by the caller.
     *
     * @param told how many have priors
     * @param unroll how many frames the network has painted before
     */
    Lesson make(Random random, int n, int told, int unroll) {
        Sequences.Batch pair = sequences.make(random, n - told, 2);
        Tensor first = noise(n - told);
        Tensor before = Sequences.carry(alone(pair, 0, first), pair.grids().get(0));
        Lesson bare = new Lesson(pair.frames().get(1), zeros(n - told, 3), zeros(n - told, 1), carried(first, pair, 0), zeros(0, 3), before, pair.visible().get(0));
        return told == 0 ? bare : both(told(sequences.make(random, told, unroll + 1), told, unroll), bare);
    }

    private Lesson told(Sequences.Batch batch, int n, int unroll) {
        Tensor prior = zeros(n, 3);
        Tensor mask = zeros(n, 1);
        Tensor noise = noise(n);
        for (int k = 0; k < unroll; k++) {
            Tensor painted = net.forward(batch.frames().get(k), prior, mask, noise);
            prior = sequences.warp(Sequences.mix(painted, prior, mask), batch.grids().get(k), batch.jitter());
            mask = batch.masks().get(k);
            noise = carried(noise, batch, k);
        }
        return new Lesson(batch.frames().get(unroll), prior, mask, noise, alone(batch, unroll, noise), zeros(0, 3), zeros(0, 1));
    }

    /** A frame, painted without a prior: what is in front, and the ground as if nothing were in front of it, so that it has no halo. */
    private Tensor alone(Sequences.Batch batch, int frame, Tensor noise) {
        Tensor nothing = zeros(noise.size(0), 3);
        Tensor closed = zeros(noise.size(0), 1);
        return Sequences.mix(net.forward(batch.grounds().get(frame), nothing, closed, noise), net.forward(batch.frames().get(frame), nothing, closed, noise), batch.covers().get(frame));
    }

    /** The noise of a sequence's next frame: that of the frame before has moved with its things, and what comes into sight has its own. */
    private Tensor carried(Tensor noise, Sequences.Batch batch, int k) {
        return Sequences.mix(noise(noise.size(0)), Sequences.carry(noise, batch.grids().get(k)), batch.visible().get(k));
    }

    private Tensor noise(long n) {
        return SmoothNoise.of(place, n, size, size);
    }

    private Tensor zeros(long n, int channels) {
        return place.zeros(n, channels, size, size);
    }

    private static Lesson both(Lesson a, Lesson b) {
        return new Lesson(Sequences.stack(a.content(), b.content()), Sequences.stack(a.prior(), b.prior()), Sequences.stack(a.mask(), b.mask()), Sequences.stack(a.noise(), b.noise()), a.alone(), b.before(), b.visible());
    }
}
