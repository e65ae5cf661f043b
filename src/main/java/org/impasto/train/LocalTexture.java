package org.impasto.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * How far each window of a picture is from having as much texture as windows of that size have in the painting on average: centred covariances of features within
 * the window. Without it the textured places of a scene have all the strokes that a painting asks for, and its walls and skies none. What varies over more than a window
 * does not count, so no window is asked for the whole palette.
 */
final class LocalTexture {
    private final List<Tensor> painting = new ArrayList<>();

    /** @param paintings each one's windows in each layer; paintings count alike */
    LocalTexture(List<List<Windows>> paintings) {
        for (int layer = 0; layer < paintings.get(0).size(); layer++) {
            Tensor sum = null;
            for (List<Windows> each : paintings) {
                Tensor covariance = each.get(layer).within();
                sum = sum == null ? covariance : sum.add(covariance);
            }
            painting.add(sum.div(new Scalar((double) paintings.size())));
        }
    }

    /**
     * Mean over layers and windows, each 0 for the painting's texture and 1 for none. What is stronger costs less: 0.2 for twice the painting's, and at most 1,
     * or a smooth painting would wipe out the scene's outlines.
     *
     * @param layers windows of the paintings' size
     */
    Tensor of(List<Windows> layers) {
        Tensor sum = null;
        for (int layer = 0; layer < layers.size(); layer++) {
            Tensor off = distance(layers.get(layer), painting.get(layer));
            sum = sum == null ? off : sum.add(off);
        }
        return sum.div(new Scalar((double) layers.size()));
    }

    /**
     * |C - W|² / (|C|² + |W|²) for the covariance C of each window, without making C where a window has fewer pixels than features: the products of
     * its pixels with each other have the same energy then, and a hundredth of the numbers.
     */
    private static Tensor distance(Windows windows, Tensor wanted) {
        Tensor c = windows.covariances();
        Tensor shared = c == null ? form(windows.centred(), x -> x.matmul(wanted.to(x.scalar_type())), 2) : c.mul(wanted).sum(1, 2);
        Tensor energy = c == null ? form(windows.centred(), x -> x.matmul(x.transpose(1, 2)).div(new Scalar((double) x.size(1))).matmul(x), 4) : c.square().sum(1, 2);
        return shared.mul(new Scalar(-2.0)).div(energy.add(wanted.square().sum())).add(new Scalar(1.0)).mean();
    }

    /**
     * The mean over the pixels x of each window of x times what is made of x, without a gradient through the latter.
     *
     * @param degree in x, the product's: so much larger the whole gradient is than that through one factor of a symmetric form
     */
    private static Tensor form(Tensor x, UnaryOperator<Tensor> made, int degree) {
        return Windows.gradient(x.mul(made.apply(x.detach())).sum(1, 2).to(ScalarType.Float), degree).div(new Scalar((double) x.size(1)));
    }
}
