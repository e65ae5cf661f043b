package org.impasto.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * How far each window of a picture is from having as much texture as windows of that size have in the painting on average: centred covariances of features within
 * the window. Without it the textured places of a scene have all the strokes that a painting asks for, and its walls and skies none. What varies over more than a window
 * does not count, so no window is asked for the whole palette.
 */
final class LocalTexture {
    private final int window;
    private final List<Tensor> painting = new ArrayList<>();

    /**
     * @param paintings the features of each, which count alike
     * @param window side, pixels of the picture
     */
    LocalTexture(List<List<Tensor>> paintings, int window) {
        this.window = window;
        for (int layer = 0; layer < paintings.get(0).size(); layer++) {
            Tensor sum = null;
            for (List<Tensor> features : paintings) {
                Tensor x = centred(features.get(layer), layer).reshape(-1, features.get(layer).size(1));
                Tensor covariance = StyleLoss.product(x.t(), x).div(new Scalar((double) x.size(0)));
                sum = sum == null ? covariance : sum.add(covariance);
            }
            painting.add(sum.div(new Scalar((double) paintings.size())));
        }
    }

    /**
     * Mean over layers and windows, each 0 for the painting's texture and 1 for none. What is stronger costs less: 0.2 for twice the painting's, and at most 1,
     * or a smooth painting would wipe out the scene's outlines.
     */
    Tensor of(List<Tensor> features) {
        Tensor sum = null;
        for (int layer = 0; layer < features.size(); layer++) {
            Tensor off = distance(centred(features.get(layer), layer), painting.get(layer));
            sum = sum == null ? off : sum.add(off);
        }
        return sum.div(new Scalar((double) features.size()));
    }

    /**
     * |C - W|² / (|C|² + |W|²) for the covariance C of each window, without making C where a window has fewer pixels than features: the products of
     * its pixels with each other have the same energy then, and a hundredth of the numbers.
     */
    private static Tensor distance(Tensor x, Tensor wanted) {
        double n = x.size(1);
        Tensor shared;
        Tensor energy;
        if (x.size(1) < x.size(2)) {
            shared = x.matmul(wanted.to(x.scalar_type())).mul(x).sum(new long[] {1, 2}, false, new ScalarTypeOptional(ScalarType.Float)).div(new Scalar(n));
            energy = energy(StyleLoss.product(x, x.transpose(1, 2)).div(new Scalar(n)));
        } else {
            Tensor covariance = StyleLoss.product(x.transpose(1, 2), x).div(new Scalar(n));
            shared = covariance.mul(wanted).sum(1, 2);
            energy = energy(covariance);
        }
        return shared.mul(new Scalar(-2.0)).div(energy.add(wanted.square().sum())).add(new Scalar(1.0)).mean();
    }

    private static Tensor energy(Tensor products) {
        return products.square().sum(1, 2);
    }

    private Tensor centred(Tensor f, int layer) {
        Tensor x = windows(f, window / LossNetwork.STRIDES[layer]);
        return x.sub(x.mean(new long[] {1}, true, new ScalarTypeOptional()));
    }

    /**
     * [windows, pixels, features]: all windows of all pictures; what is left over at the right and the bottom is left out. A smaller picture is one
     * window.
     */
    static Tensor windows(Tensor f, int side) {
        long h = Math.min(side, f.size(2));
        long w = Math.min(side, f.size(3));
        long down = f.size(2) / h;
        long across = f.size(3) / w;
        return f.narrow(2, 0, down * h).narrow(3, 0, across * w).permute(0, 2, 3, 1).reshape(f.size(0), down, h, across, w, f.size(1))
                .permute(0, 1, 3, 2, 4, 5).reshape(f.size(0) * down * across, h * w, f.size(1));
    }
}
