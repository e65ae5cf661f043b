package org.impasto.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Squares of two and of four pixels, which a network that enlarges twice by repeating pixels leaves where it paints out of noise: the steps from pixel to pixel are then
 * larger between the squares than in them.
 */
final class Blocks {
    private static final int SIDE = 4;

    private Blocks() {
    }

    /**
     * By how much the energy of these steps depends on their place in a square: the sum over the four places of the square of energy / mean - 1, 0 where none is
     * preferred; both directions together. Of the width and the height the largest multiple of 4 below them counts.
     */
    static Tensor of(Tensor picture) {
        return across(picture).add(across(picture.transpose(2, 3)));
    }

    private static Tensor across(Tensor picture) {
        long steps = (picture.size(3) - 1) / SIDE * SIDE;
        Tensor energy = picture.narrow(3, 1, steps).sub(picture.narrow(3, 0, steps)).square().reshape(-1, SIDE)
                .mean(new long[] {0}, true, new ScalarTypeOptional());
        return energy.div(energy.mean().add(new Scalar(1e-6))).sub(new Scalar(1.0)).square().sum();
    }
}
