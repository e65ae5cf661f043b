package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

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
            texture = new LocalTexture(features.stream().map(StyleTerm::windows).toList());
            List<Tensor> smaller = paintings;
            for (int i = 0; i < TrainSettings.STYLE_SIZES.length; i++) {
                if (i > 0) {
                    smaller = smaller.stream().map(p -> avg_pool2d(p, 2, 2)).toList();
                    features = smaller.stream().map(vgg::features).toList();
                }
                alone.add(StyleLoss.from(features.stream().map(Windows::wholes).toList()));
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
     * @param features of these pictures
     * @param told how many of them, the first, were painted into priors
     * @param toldBefore how many steps before had any of those
     * @param before how many steps there were before
     */
    Tensor along(Tensor shown, List<Tensor> features, long told, long toldBefore, long before) {
        long n = shown.size(0);
        return sum(shown, features, (size, f) -> {
            Tensor second = alone.get(size).along(part(f, told, n - told, n), share(before));
            if (told == 0) {
                return second;
            }
            Tensor first = carried.get(size).along(part(f, 0, told, n), share(toldBefore));
            return first.add(second).div(new Scalar(2.0));
        });
    }

    private static double share(long before) {
        return Math.max(1.0 / TrainSettings.REMEMBERED, 1.0 / (before + 1));
    }

    private static List<Windows> part(List<Windows> features, long from, long count, long n) {
        return features.stream().map(w -> w.part(from, count, n)).toList();
    }

    private static List<Windows> windows(List<Tensor> features) {
        return IntStream.range(0, features.size()).mapToObj(layer -> Windows.of(features.get(layer), TrainSettings.WINDOW / LossNetwork.STRIDES[layer])).toList();
    }

    /** What later steps need of earlier ones. */
    List<Tensor> memory() {
        return Stream.concat(carried.stream(), alone.stream()).flatMap(s -> s.memory().stream()).toList();
    }

    private Tensor sum(Tensor pictures, List<Tensor> features, BiFunction<Integer, List<Windows>, Tensor> whole) {
        List<Windows> windows = windows(features);
        Tensor sum = texture.of(windows);
        Tensor smaller = pictures;
        for (int i = 0; i < TrainSettings.STYLE_SIZES.length; i++) {
            sum = sum.add(whole.apply(i, i == 0 ? windows : Windows.wholes(vgg.features(smaller))).mul(new Scalar(TrainSettings.STYLE_SIZES[i])));
            smaller = avg_pool2d(smaller, 2, 2);
        }
        return sum;
    }
}
