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
            List<Statistics> each = new ArrayList<>();
            for (List<Tensor> features : paintings) {
                each.add(statistics(features.get(layer)));
            }
            Statistics s = each.size() == 1 ? each.get(0) : together(each);
            painting.add(new Statistics(s.mean().clone(), s.covariance().clone()));
            trace.add((double) s.covariance().diagonal(0, 1, 2).sum().item_float());
            energy.add((double) s.covariance().square().sum().item_float());
        }
    }

    private static Statistics together(List<Statistics> each) {
        Scalar n = new Scalar((double) each.size());
        Tensor mean = each.get(0).mean();
        Tensor covariance = each.get(0).covariance();
        for (Statistics s : each.subList(1, each.size())) {
            mean = mean.add(s.mean());
            covariance = covariance.add(s.covariance());
        }
        mean = mean.div(n);
        for (Statistics s : each) {
            Tensor off = s.mean().sub(mean);
            covariance = covariance.add(bmm(off, off.transpose(1, 2)));
        }
        return new Statistics(mean, covariance.div(n));
    }

    /** Mean over layers and pictures. */
    Tensor of(List<Tensor> features) {
        Tensor sum = null;
        for (int i = 0; i < features.size(); i++) {
            Statistics s = statistics(features.get(i));
            long n = features.get(i).size(0);
            Tensor mean = s.mean().sub(painting.get(i).mean()).square().sum().div(new Scalar(trace.get(i) * n));
            Tensor covariance = s.covariance().sub(painting.get(i).covariance()).square().sum()
                    .div(new Scalar(energy.get(i) * n));
            Tensor both = mean.add(covariance);
            sum = sum == null ? both : sum.add(both);
        }
        return sum.div(new Scalar((double) features.size()));
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
