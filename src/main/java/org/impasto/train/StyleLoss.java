package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * How far a picture's texture is from the painting's: means and centred covariances of features, each measured against
 * the painting's own. (Uncentred Gram matrices are dominated by the means and give no strokes.)
 */
final class StyleLoss {
    record Statistics(Tensor mean, Tensor covariance) {
    }

    private final List<Statistics> painting = new ArrayList<>();
    private final List<Double> trace = new ArrayList<>();
    private final List<Double> energy = new ArrayList<>();

    /** @param paintings the features of each, which count alike: as if they hung side by side */
    StyleLoss(List<List<Tensor>> paintings) {
        for (int layer = 0; layer < paintings.get(0).size(); layer++) {
            List<Tensor> means = new ArrayList<>();
            List<Tensor> covariances = new ArrayList<>();
            for (List<Tensor> features : paintings) {
                Statistics each = statistics(features.get(layer));
                means.add(each.mean());
                covariances.add(each.covariance());
            }
            Statistics s = together(new Statistics(Sequences.stack(means), Sequences.stack(covariances)));
            painting.add(new Statistics(s.mean().clone(), s.covariance().clone()));
            trace.add((double) s.covariance().diagonal(0, 1, 2).sum().item_float());
            energy.add((double) s.covariance().square().sum().item_float());
        }
    }

    /**
     * Mean over layers. The pictures count together, as if they hung side by side: one alone can have the whole palette only by spreading it over its sky in blots; so each has
     * what suits its scene.
     */
    Tensor of(List<Tensor> features) {
        Tensor sum = null;
        for (int i = 0; i < features.size(); i++) {
            Statistics s = together(statistics(features.get(i)));
            Tensor mean = s.mean().sub(painting.get(i).mean()).square().sum().div(new Scalar(trace.get(i)));
            Tensor covariance = s.covariance().sub(painting.get(i).covariance()).square().sum().div(new Scalar(energy.get(i)));
            Tensor both = mean.add(covariance);
            sum = sum == null ? both : sum.add(both);
        }
        return sum.div(new Scalar((double) features.size()));
    }

    /** Of several pictures, those that they have as one. */
    private static Statistics together(Statistics each) {
        long n = each.mean().size(0);
        Tensor mean = mean(each.mean());
        Tensor off = each.mean().sub(mean).permute(2, 1, 0);
        Tensor between = bmm(off, off.transpose(1, 2)).div(new Scalar((double) n));
        return new Statistics(mean, mean(each.covariance()).add(between));
    }

    private static Tensor mean(Tensor each) {
        return each.mean(new long[] {0}, true, new ScalarTypeOptional());
    }

    static Statistics statistics(Tensor f) {
        Tensor flat = f.reshape(f.size(0), f.size(1), -1);
        Tensor mean = flat.mean(new long[] {2}, true, new ScalarTypeOptional());
        // The products are the dearest part of a step outside the convolutions; bfloat16 rounds them by 0.4 % at most.
        Tensor centred = flat.sub(mean).to(Place.lossType(f));
        Tensor covariance = bmm(centred, centred.transpose(1, 2)).to(ScalarType.Float).div(new Scalar((double) flat.size(2)));
        return new Statistics(mean, covariance);
    }
}
