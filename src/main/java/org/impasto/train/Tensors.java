package org.impasto.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What several terms of the loss ask of pictures: tensors of batch, R, G, B, height and width. */
final class Tensors {
    /** Shares of R, G and B in luma. */
    static final float[] LUMA = {0.2126f, 0.7152f, 0.0722f};

    private Tensors() {
    }

    /** One channel instead of three. */
    static Tensor luma(Tensor rgb) {
        return rgb.narrow(1, 0, 1).mul(new Scalar(LUMA[0])).add(rgb.narrow(1, 1, 1).mul(new Scalar(LUMA[1])))
                .add(rgb.narrow(1, 2, 1).mul(new Scalar(LUMA[2])));
    }

    /** How much each value is more than the one before it. */
    static Tensor next(Tensor t, int along) {
        long n = t.size(along) - 1;
        return t.narrow(along, 1, n).sub(t.narrow(along, 0, n));
    }
}
