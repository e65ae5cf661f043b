package org.impasto.measure;

import java.util.Arrays;

/** The figures of one frame. Kept for every frame of a clip: an array, not a map. */
public final class FrameFigures {
    private final long index;
    private final double seconds;
    private final boolean beginsShot;
    private final double[] values = new double[Metric.values().length];

    FrameFigures(long index, double seconds, boolean beginsShot) {
        this.index = index;
        this.seconds = seconds;
        this.beginsShot = beginsShot;
        Arrays.fill(values, Double.NaN);
    }

    /** Position in the clip, counted from 0. */
    public long index() {
        return index;
    }

    /** When it is shown, counted from the clip's first frame. */
    public double seconds() {
        return seconds;
    }

    public boolean beginsShot() {
        return beginsShot;
    }

    /** NaN where there is none: at a shot's beginning, where nothing could be measured, without a reference. */
    public double of(Metric metric) {
        return values[metric.ordinal()];
    }

    void set(Metric metric, double value) {
        values[metric.ordinal()] = value;
    }
}
