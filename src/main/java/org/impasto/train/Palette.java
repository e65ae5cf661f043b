package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * An affine map of colours that gives one cloud of them the mean and covariance of another and moves them as little as can be: the linear
 * Monge-Kantorovich map (Pitié and Kokaram, CVMP 2007), between the logits that a network has before its last sigmoid.
 *
 * @param matrix [3, 3]
 * @param offset [3, 1]
 */
record Palette(Tensor matrix, Tensor offset) {
    // A logit has no end; a picture's black and white do.
    private static final double EDGE = 0.02;
    private static final double LEAST = 1e-4;

    /**
     * From the colours of pictures to those of others, which need not be of one size.
     *
     * @param from [N, 3, H, W], 0 to 1
     * @param to each like that
     */
    static Palette between(Tensor from, List<Tensor> to) {
        Tensor a = colours(from);
        Tensor b = cat(new TensorVector(to.stream().map(Palette::colours).toArray(Tensor[]::new)), 1);
        Tensor here = covariance(a);
        Tensor root = power(here, 0.5);
        Tensor back = power(here, -0.5);
        Tensor matrix = back.mm(power(root.mm(covariance(b)).mm(root), 0.5)).mm(back);
        return new Palette(matrix.to(from.device(), ScalarType.Float), mean(b).sub(matrix.mm(mean(a))).to(from.device(), ScalarType.Float));
    }

    /** The pictures in the other's colours. */
    Tensor of(Tensor pictures) {
        Tensor z = flat(pictures);
        return sigmoid(matrix.mm(z).add(offset)).reshape(3, pictures.size(0), pictures.size(2), pictures.size(3)).transpose(0, 1).contiguous();
    }

    /**
     * How the colours of {@link #of} are turned back, nearly: the affine map of colours, not of logits, with the least squares.
     *
     * @return [3, 4], the last column being what is added
     */
    Tensor back(Tensor pictures) {
        Tensor before = rows(pictures).to(ScalarType.Double).cpu();
        Tensor after = rows(of(pictures)).to(ScalarType.Double).cpu();
        Tensor x = cat(new TensorVector(after, ones_like(after.narrow(0, 0, 1))), 0);
        double n = x.size(1);
        Tensor squares = x.mm(x.t()).div(new Scalar(n)).add(eye(4, x.options()).mul(new Scalar(LEAST)));
        return before.mm(x.t()).div(new Scalar(n)).mm(linalg_inv(squares)).to(pictures.device(), ScalarType.Float);
    }

    private static Tensor rows(Tensor pictures) {
        return pictures.transpose(0, 1).reshape(3, -1);
    }

    private static Tensor flat(Tensor pictures) {
        return logit(rows(pictures), new DoubleOptional(EDGE));
    }

    private static Tensor colours(Tensor pictures) {
        return flat(pictures).to(ScalarType.Double).cpu();
    }

    private static Tensor mean(Tensor colours) {
        return colours.mean(new long[] {1}, true, new ScalarTypeOptional());
    }

    private static Tensor covariance(Tensor colours) {
        Tensor off = colours.sub(mean(colours));
        return off.mm(off.t()).div(new Scalar((double) colours.size(1))).add(eye(3, colours.options()).mul(new Scalar(LEAST)));
    }

    /** Of a symmetric positive matrix. */
    private static Tensor power(Tensor matrix, double exponent) {
        T_TensorTensor_T parts = linalg_eigh(matrix);
        Tensor vectors = parts.get1();
        Tensor values = parts.get0().clamp_min(new Scalar(1e-12)).pow(new Scalar(exponent));
        return vectors.mul(values).mm(vectors.t());
    }
}
