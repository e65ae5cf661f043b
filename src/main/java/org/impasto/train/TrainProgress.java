package org.impasto.train;

/**
 * How far a training run is. The loss terms are unweighted means over the steps since the last report.
 *
 * @param step how many are done
 * @param steps how many there will be; 0 while that is still being measured
 * @param loss the weighted sum that is trained
 * @param eta seconds; NaN while the number of steps is open
 */
public record TrainProgress(long step, long steps, double style, double content, double temporal, double loss,
        double secondsPerStep, double eta) {
}
