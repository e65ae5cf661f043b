package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * What is finer than film shows: the part of a picture that a binomial filter of 3x3 (as wide as a Gaussian of 0.7 pixels) takes away. A painting that was
 * scaled down has ten times as much of it as a film has. As paint it is noise, and no strokes; and it is most of what cannot be carried by a fraction of a pixel.
 */
final class Grain {
    private static final long[] TWO = {2, 2};
    private static final long[] ONE = {1, 1};
    private static final long[] NONE = {0, 0};

    private Grain() {
    }

    /** The picture without it, smaller by a pixel on each side. */
    static Tensor without(Tensor picture) {
        return halves(halves(picture));
    }

    /** Its mean square. */
    static Tensor energy(Tensor picture) {
        long h = picture.size(2);
        long w = picture.size(3);
        return picture.narrow(2, 1, h - 2).narrow(3, 1, w - 2).sub(without(picture)).square().mean();
    }

    /** Twice this is the binomial filter. */
    private static Tensor halves(Tensor picture) {
        return avg_pool2d(picture, TWO, ONE, NONE, false, true, new LongOptional());
    }
}
