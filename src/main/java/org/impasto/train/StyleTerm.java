package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;
import static org.bytedeco.pytorch.global.torch.split;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * All that asks for the painting: its texture in every window, and its palette and texture as a whole at several sizes. The whole is asked for
 * of what is painted into a prior, and of what is painted alone: taken together these may differ, and a film then comes to look otherwise the longer its paint is carried.
 */
final class StyleTerm {
    private final LossNetwork vgg;
    private final LocalTexture texture;
    private final List<StyleLoss> carried = new ArrayList<>();
    private final List<StyleLoss> alone = new ArrayList<>();

    /** @param paintings [1, 3, H, W] each, which count alike */
    StyleTerm(LossNetwork vgg, List<Tensor> paintings) {
        this.vgg = vgg;
        try (NoGradGuard none = new NoGradGuard()) {
            List<List<Tensor>> features = paintings.stream().map(vgg::features).toList();
            texture = new LocalTexture(features, TrainSettings.WINDOW);
            List<Tensor> smaller = paintings;
            for (int i = 0; i < TrainSettings.STYLE_SIZES.length; i++) {
                if (i > 0) {
                    smaller = smaller.stream().map(p -> avg_pool2d(p, 2, 2)).toList();
                    features = smaller.stream().map(vgg::features).toList();
                }
                alone.add(StyleLoss.from(features));
                carried.add(alone.get(i).another());
            }
        }
    }

    /** Of pictures that were painted in one way. */
    Tensor of(Tensor pictures) {
        return sum(pictures, vgg.features(pictures), (size, features) -> alone.get(size).of(features));
    }

    /**
     * Of what a step of a training painted, beside the steps before it.
     *
     * @param shown the first half was painted into priors
     * @param features of these pictures
     * @param step the number of those before it
     */
    Tensor along(Tensor shown, List<Tensor> features, long step) {
        double share = Math.max(1.0 / TrainSettings.REMEMBERED, 1.0 / (step + 1));
        return sum(shown, features, (size, f) -> {
            List<TensorVector> halves = f.stream().map(t -> split(t, t.size(0) / 2, 0)).toList();
            Tensor first = carried.get(size).along(halves.stream().map(h -> h.get(0)).toList(), share);
            Tensor second = alone.get(size).along(halves.stream().map(h -> h.get(1)).toList(), share);
            return first.add(second).div(new Scalar(2.0));
        });
    }

    /** What later steps need of earlier ones. */
    List<Tensor> memory() {
        return Stream.concat(carried.stream(), alone.stream()).flatMap(s -> s.memory().stream()).toList();
    }

    private Tensor sum(Tensor pictures, List<Tensor> features, BiFunction<Integer, List<Tensor>, Tensor> whole) {
        Tensor sum = texture.of(features);
        Tensor smaller = pictures;
        for (int i = 0; i < TrainSettings.STYLE_SIZES.length; i++) {
            sum = sum.add(whole.apply(i, i == 0 ? features : vgg.features(smaller)).mul(new Scalar(TrainSettings.STYLE_SIZES[i])));
            smaller = avg_pool2d(smaller, 2, 2);
        }
        return sum;
    }
}
