package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/** What a picture costs that would do harm over many frames, or with no painting to blame: false light, drift, weave, noise. */
final class FilmLoss {
    /**
     * Of the scene's light and dark, over squares of 8 pixels: what keeps a shot readable when all its colours are the painting's. A part of
     * the content, so it counts as a multiple of that weight.
     */
    private static final double TONE = 4 / 0.9;
    /** Of the colours, over squares of 8 pixels, of new paint beside old, to those of the frame painted alone. */
    private static final double DRIFT = 15;
    /** The same of their mean over all new paint, which no chance of strokes hides. */
    private static final double BIAS = 400;
    /** Of what repeats every four pixels: what a network does at quarter size leaves it where nothing else is. */
    private static final double WEAVE = 60;
    /** Of new paint beside old, to the frame painted alone with the same noise. */
    private static final double SAME = 10;
    private static final double BLOTS = 120;
    private static final double GRAIN = 300;
    private static final double VARIATION = 0.02;

    private FilmLoss() {
    }

    /**
     * Of pictures.
     *
     * @param shown what the engine would show
     * @param contentWeight of all that keeps the scene
     */
    static Tensor of(Tensor shown, Tensor content, double contentWeight) {
        return tone(shown).sub(tone(content)).square().mean().mul(new Scalar(TONE * contentWeight))
                .add(weave(shown).mul(new Scalar(WEAVE)))
                .add(Blots.of(shown, content).mul(new Scalar(BLOTS)))
                .add(Grain.energy(shown).mul(new Scalar(GRAIN))).add(variation(shown).mul(new Scalar(VARIATION)));
    }

    /**
     * Of new paint beside old.
     *
     * @param painted what the network painted into priors
     * @param mask where these are trusted
     * @param alone the same frames, painted without a prior
     */
    static Tensor beside(Tensor painted, Tensor mask, Tensor alone) {
        Tensor free = mask.neg().add(new Scalar(1.0));
        Tensor off = painted.sub(alone).mul(free);
        Tensor bare = free.mean(new long[] {2, 3}, true, new ScalarTypeOptional());
        Tensor mean = off.mean(new long[] {2, 3}, true, new ScalarTypeOptional());
        // Over a hole of a few pixels a mean says nothing: the share of holes weighs it.
        Tensor bias = mean.square().div(bare.add(new Scalar(0.02))).mean();
        return avg_pool2d(off, 8, 8).square().mean().mul(new Scalar(DRIFT)).add(bias.mul(new Scalar(BIAS))).add(off.square().mean().mul(new Scalar(SAME)));
    }

    static String words() {
        return "tone " + TONE + " drift " + DRIFT + " bias " + BIAS + " same " + SAME + " weave " + WEAVE + " blots " + BLOTS + " " + Blots.words() + " grain " + GRAIN + " variation " + VARIATION;
    }

    /** Luma, over squares of 8 pixels. */
    private static Tensor tone(Tensor rgb) {
        return avg_pool2d(Tensors.luma(rgb), 8, 8);
    }

    /** The variance between the 16 phases of a 4x4 grid, each averaged over eight by eight of its squares. */
    private static Tensor weave(Tensor shown) {
        Tensor phases = avg_pool2d(pixel_unshuffle(shown, 4), 8, 8);
        Tensor each = phases.reshape(shown.size(0), 3, 16, phases.size(2), phases.size(3));
        return each.sub(each.mean(new long[] {2}, true, new ScalarTypeOptional())).square().mean();
    }

    private static Tensor variation(Tensor shown) {
        return Tensors.next(shown, 3).abs().mean().add(Tensors.next(shown, 2).abs().mean());
    }
}
