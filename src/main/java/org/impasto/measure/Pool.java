package org.impasto.measure;

import java.util.Arrays;
import java.util.Collection;

/**
 * A metric's figures of many frames, summed up. Median and p95 interpolate between the two nearest figures (as numpy does by default).
 *
 * @param frames how many frames have this figure
 * @param rms square root of the mean square: how a clip's e_stab is published
 */
public record Pool(int frames, double mean, double rms, double median, double p95, double max) {
    /** All NaN where no frame has the figure. */
    public static Pool of(Collection<FrameFigures> figures, Metric metric) {
        double[] v = figures.stream().mapToDouble(f -> f.of(metric)).filter(d -> !Double.isNaN(d)).sorted().toArray();
        if (v.length == 0) {
            return new Pool(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(v).sum() / v.length;
        double square = Arrays.stream(v).map(d -> d * d).sum() / v.length;
        return new Pool(v.length, mean, Math.sqrt(square), quantile(v, 0.5), quantile(v, 0.95), v[v.length - 1]);
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
