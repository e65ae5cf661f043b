package org.impasto.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

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
            int of = layer;
            Tensor[] each = paintings.stream().map(f -> covariances(f.get(of), of).mean(new long[] {0}, true, new ScalarTypeOptional()))
                    .toArray(Tensor[]::new);
            Tensor mean = torch.cat(new TensorVector(each), 0).mean(new long[] {0}, true, new ScalarTypeOptional());
            painting.add(mean.clone());
        }
    }

    /**
     * Mean over layers and windows, each 0 for the painting's texture and 1 for none. What is stronger costs less: 0.2 for twice the painting's, and at most 1,
     * or a smooth painting would wipe out the scene's outlines.
     */
    Tensor of(List<Tensor> features) {
        Tensor sum = null;
        for (int layer = 0; layer < features.size(); layer++) {
            Tensor found = covariances(features.get(layer), layer);
            Tensor wanted = painting.get(layer);
            Tensor off = energy(found.sub(wanted)).div(energy(found).add(energy(wanted))).mean();
            sum = sum == null ? off : sum.add(off);
        }
        return sum.div(new Scalar((double) features.size()));
    }

    private static Tensor energy(Tensor covariances) {
        return covariances.square().sum(1, 2);
    }

    private Tensor covariances(Tensor f, int layer) {
        return StyleLoss.statistics(windows(f, window / LossNetwork.STRIDES[layer])).covariance();
    }

    /** All windows as pictures of their own; what is left over at the right and the bottom is left out. A smaller picture is one window. */
    static Tensor windows(Tensor f, int side) {
        long h = Math.min(side, f.size(2));
        long w = Math.min(side, f.size(3));
        long down = f.size(2) / h;
        long across = f.size(3) / w;
        return f.narrow(2, 0, down * h).narrow(3, 0, across * w).reshape(f.size(0), f.size(1), down, h, across, w).permute(0, 2, 4, 1, 3, 5)
                .reshape(f.size(0) * down * across, f.size(1), h, w);
    }
}
