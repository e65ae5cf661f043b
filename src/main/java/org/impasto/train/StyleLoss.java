package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.zeros_like;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * How far a picture's texture is from the painting's: means and centred covariances of features, each measured against
 * the painting's own. (Uncentred Gram matrices are dominated by the means and give no strokes.)
 */
final class StyleLoss {
    private final List<Statistics> painting;
    private final List<Statistics> past = new ArrayList<>();
    private final List<Double> trace = new ArrayList<>();
    private final List<Double> energy = new ArrayList<>();

    /**
     * Of one layer's features.
     *
     * @param mean [1, C]
     * @param covariance [C, C]
     */
    private record Statistics(Tensor mean, Tensor covariance) {
        /** Of the pixels of all pictures as if they hung side by side. */
        static Statistics of(Windows windows) {
            return new Statistics(windows.mean(), windows.covariance());
        }

        /** Of several pictures that count alike whatever their sizes. */
        static Statistics together(List<Statistics> each) {
            Tensor means = Sequences.stack(each.stream().map(Statistics::mean).toList());
            Tensor mean = means.mean(new long[] {0}, true, new ScalarTypeOptional());
            Tensor off = means.sub(mean);
            Tensor sum = off.t().mm(off);
            for (Statistics s : each) {
                sum = sum.add(s.covariance());
            }
            return new Statistics(mean.clone(), sum.div(new Scalar((double) each.size())));
        }

        /** Of pixels of which this share are the other's. */
        Statistics with(Statistics other, double share) {
            Tensor off = other.mean().sub(mean);
            return new Statistics(mean.add(off.mul(new Scalar(share))), covariance.mul(new Scalar(1 - share)).add(other.covariance().mul(new Scalar(share)))
                    .add(off.t().mm(off).mul(new Scalar(share * (1 - share)))));
        }

        void become(Statistics other) {
            mean.copy_(other.mean().detach());
            covariance.copy_(other.covariance().detach());
        }
    }

    /** @param paintings each one's features in each layer; paintings count alike: as if they hung side by side */
    static StyleLoss from(List<List<Windows>> paintings) {
        return new StyleLoss(IntStream.range(0, paintings.get(0).size())
                .mapToObj(layer -> Statistics.together(paintings.stream().map(features -> Statistics.of(features.get(layer))).toList()))
                .toArray(Statistics[]::new));
    }

    private StyleLoss(Statistics... painting) {
        this.painting = List.of(painting);
        for (Statistics s : painting) {
            past.add(new Statistics(zeros_like(s.mean()), zeros_like(s.covariance())));
            trace.add((double) s.covariance().trace().item_float());
            energy.add((double) s.covariance().square().sum().item_float());
        }
    }

    /** The distance from the same paintings, for other pictures: without a past. */
    StyleLoss another() {
        return new StyleLoss(painting.toArray(Statistics[]::new));
    }

    /**
     * Of these pictures as if they hung side by side; mean over layers. One alone can have the whole palette only by spreading it over its sky in blots;
     * together each has what suits its scene.
     */
    Tensor of(List<Windows> features) {
        Tensor sum = null;
        for (int i = 0; i < features.size(); i++) {
            Tensor distance = distance(i, Statistics.of(features.get(i)));
            sum = sum == null ? distance : sum.add(distance);
        }
        return sum.div(new Scalar((double) features.size()));
    }

    /**
     * The same of all pictures of a training so far, these among them. Where the few of one step are asked for the whole palette, each of them
     * learns to have the mean of what it would be asked for among others: all colours become the painting's mean colour.
     *
     * @param share of these; what was there before has the rest, and is forgotten with 1. The gradient is that of pictures which were all like these
     */
    Tensor along(List<Windows> features, double share) {
        Tensor sum = null;
        for (int i = 0; i < features.size(); i++) {
            Statistics all = past.get(i).with(Statistics.of(features.get(i)), share);
            past.get(i).become(all);
            Tensor distance = distance(i, all);
            Tensor value = distance.detach();
            Tensor full = value.add(distance.sub(value).div(new Scalar(share)));
            sum = sum == null ? full : sum.add(full);
        }
        return sum.div(new Scalar((double) features.size()));
    }

    /** What {@link #along} remembers: for checkpoints. */
    List<Tensor> memory() {
        return past.stream().flatMap(s -> Stream.of(s.mean(), s.covariance())).toList();
    }

    private Tensor distance(int layer, Statistics s) {
        Tensor mean = s.mean().sub(painting.get(layer).mean()).square().sum().div(new Scalar(trace.get(layer)));
        return mean.add(s.covariance().sub(painting.get(layer).covariance()).square().sum().div(new Scalar(energy.get(layer))));
    }
}
