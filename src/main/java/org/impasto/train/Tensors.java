package org.impasto.train;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What several terms of the loss ask of pictures: tensors of batch, R, G, B, height and width. */
final class Tensors {
    private Tensors() {
    }

    /** One channel instead of three. */
    static Tensor luma(Tensor rgb) {
        return rgb.narrow(1, 0, 1).mul(new Scalar(0.2126)).add(rgb.narrow(1, 1, 1).mul(new Scalar(0.7152)))
                .add(rgb.narrow(1, 2, 1).mul(new Scalar(0.0722)));
    }

    /** How much each value is more than the one before it. */
    static Tensor next(Tensor t, int along) {
        long n = t.size(along) - 1;
        return t.narrow(along, 1, n).sub(t.narrow(along, 0, n));
    }
}
