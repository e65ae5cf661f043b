package org.impasto.train;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The features of pictures, window by window, and how they vary in these. What is asked of windows and of pictures as wholes is computed from the same centred features: making these and their gradients
 * takes longer than the convolutions.
 */
final class Windows {
    private final Tensor means;
    private final Tensor centred;
    private final Tensor covariances;

    private Windows(Tensor means, Tensor centred, Tensor covariances) {
        this.means = means;
        this.centred = centred;
        this.covariances = covariances;
    }

    /**
     * All windows of all pictures; what is left over at the right and the bottom is left out. A smaller picture is one window.
     *
     * @param features [N, C, H, W]
     */
    static Windows of(Tensor features, int side) {
        Tensor x = cut(features, side);
        Tensor means = x.sum(new long[] {1}, true, new ScalarTypeOptional()).to(ScalarType.Float).div(new Scalar((double) x.size(1)));
        // Moving the centre changes no covariance, so there is no gradient to be taken through it.
        Tensor centred = x.sub(means.detach().to(x.scalar_type()));
        return new Windows(means, centred, x.size(1) < x.size(2) ? null : product(centred).div(new Scalar((double) x.size(1))));
    }

    /** Each picture as one window, in each layer. */
    static List<Windows> wholes(List<Tensor> layers) {
        return layers.stream().map(f -> of(f, Integer.MAX_VALUE)).toList();
    }

    /** Those of some of the N pictures. */
    Windows part(long from, long count, long n) {
        if (count == n) {
            return this;
        }
        long each = means.size(0) / n;
        return new Windows(means.narrow(0, from * each, count * each), centred.narrow(0, from * each, count * each),
                covariances == null ? null : covariances.narrow(0, from * each, count * each));
    }

    /** [windows, pixels, features], each window's mean being 0. */
    Tensor centred() {
        return centred;
    }

    /** [windows, features, features]; null where a window has fewer pixels than features, and a hundredth of the numbers says as much. */
    Tensor covariances() {
        return covariances;
    }

    /** Of all pixels, [1, features]. */
    Tensor mean() {
        return means.mean(new long[] {0}, false, new ScalarTypeOptional());
    }

    /** Of the pixels about their own window's mean: the mean of the windows' covariances. */
    Tensor within() {
        return covariances != null ? covariances.mean(new long[] {0}, false, new ScalarTypeOptional())
                : product(centred.reshape(-1, centred.size(2))).div(new Scalar((double) centred.size(0) * centred.size(1)));
    }

    /** Of all pixels about the mean of all. */
    Tensor covariance() {
        Tensor off = means.squeeze(1).sub(mean());
        return within().add(off.t().mm(off).div(new Scalar((double) off.size(0))));
    }

    /**
     * Of rows with themselves, XᵀX for each X. The gradient is taken through one of the two and doubled, which is the same wherever the loss is that of a
     * symmetric matrix, and half the work. In bfloat16, which rounds by 0.4 % at most: products of this size are dear.
     */
    static Tensor product(Tensor rows) {
        Tensor x = rows.to(Place.lossType(rows));
        return gradient(x.transpose(-2, -1).matmul(x.detach()).to(ScalarType.Float), 2);
    }

    /** The same value with so many times the gradient. */
    static Tensor gradient(Tensor t, int times) {
        return t.mul(new Scalar((double) times)).sub(t.detach().mul(new Scalar(times - 1.0)));
    }

    private static Tensor cut(Tensor f, int side) {
        long h = Math.min(side, f.size(2));
        long w = Math.min(side, f.size(3));
        long down = f.size(2) / h;
        long across = f.size(3) / w;
        return first(first(f.permute(0, 2, 3, 1), 1, down * h), 2, across * w).reshape(f.size(0), down, h, across, w, f.size(1))
                .permute(0, 1, 3, 2, 4, 5).reshape(f.size(0) * down * across, h * w, f.size(1));
    }

    /** The gradient of a part is a whole with zeros around it: not where the part is all. */
    private static Tensor first(Tensor t, int dimension, long count) {
        return count == t.size(dimension) ? t : t.narrow(dimension, 0, count);
    }
}
