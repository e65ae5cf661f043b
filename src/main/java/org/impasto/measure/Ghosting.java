package org.impasto.measure;

import java.util.Map;

/**
 * Ghosting: how much energy of the previous frame's structure is still there where this frame shows what that one hid.
 *
 * <p>Formula: a² with a = max(0, sum of h g / sum of g²) over the uncovered pixels, the share of g that least squares find in h. h is this frame's
 * luma less its mean over 7 x 7 pixels; g is the same of the previous frame, once at the same place (paint that stayed on the screen) and
 * once where the backward flow leads (paint that was dragged along), each over the uncovered pixels where the source's luma differs by
 * more than 0.05 from what it had there: elsewhere the new looks like the old, and so may the paint. The larger of both counts. Unit: none.
 * Range: 0 up; 1 where the previous picture stands there unchanged; a previous frame mixed in with weight a gives a². Independent noise
 * gives about 1 / (number of pixels). NaN where fewer than {@value #LEAST} pixels are left, the previous frame is flat there, or
 * the source's own figure is above 0.1: then the flow is wrong, and what it calls uncovered is not. Source: ours; the source's own figure is
 * the floor.
 */
final class Ghosting {
    static final int LEAST = 100;
    private static final double FLAT = 1e-5;
    private static final double UNLIKE = 0.05;
    private static final double NOT_FRESH = 0.1;
    private static final int RADIUS = 3;

    private final Step.Uncovered uncovered;
    private final boolean[] unlikeSame;
    private final boolean[] unlikeDragged;
    private final int width;
    private final int height;
    private int count;

    /** @param earlier the source's previous frame
     *  @param later the source's frame */
    Ghosting(Step.Uncovered uncovered, Samples earlier, Samples later) {
        this.uncovered = uncovered;
        width = later.width();
        height = later.height();
        unlikeSame = new boolean[later.pixels()];
        unlikeDragged = new boolean[later.pixels()];
        float[] before = earlier.luma().data();
        float[] now = later.luma().data();
        Bilinear at = new Bilinear(width, height);
        for (int i = 0; i < now.length; i++) {
            if (uncovered.mask().data()[i] != 0) {
                count++;
                unlikeSame[i] = Math.abs(now[i] - before[i]) > UNLIKE;
                unlikeDragged[i] = dragged(i, at) && Math.abs(now[i] - at.of(before)) > UNLIKE;
            }
        }
    }

    private boolean dragged(int i, Bilinear at) {
        return at.place(i, uncovered.backward().u()[i], uncovered.backward().v()[i]);
    }

    double of(Samples previous, Samples now) {
        float[] h = structure(now);
        float[] g = structure(previous);
        Bilinear at = new Bilinear(width, height);
        Fit same = new Fit();
        Fit along = new Fit();
        for (int i = 0; i < h.length; i++) {
            if (unlikeSame[i]) {
                same.add(h[i], g[i]);
            }
            if (unlikeDragged[i] && dragged(i, at)) {
                along.add(h[i], at.of(g));
            }
        }
        double a = same.energy();
        double b = along.energy();
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
    }

    void into(FrameFigures figures, Anchor previous, Map<Track, Samples> now) {
        double source = of(previous.frame(Track.SOURCE), now.get(Track.SOURCE));
        now.forEach((track, samples) -> {
            if (track == Track.SOURCE) {
                figures.set(Metric.SOURCE_GHOSTING, source);
            } else if (!(source > NOT_FRESH)) {
                figures.set(track.of(Metric.GHOSTING), of(previous.frame(track), samples));
            }
        });
        figures.set(Metric.UNCOVERED, (double) count / unlikeSame.length);
    }

    private static float[] structure(Samples s) {
        float[] mean = s.mean(RADIUS).data();
        float[] d = s.luma().data().clone();
        for (int i = 0; i < d.length; i++) {
            d[i] -= mean[i];
        }
        return d;
    }

    /** A least squares fit of one weight. */
    private static final class Fit {
        private double product;
        private double square;
        private int n;

        void add(double h, double g) {
            product += h * g;
            square += g * g;
            n++;
        }

        double energy() {
            if (n < LEAST || square / n < FLAT) {
                return Double.NaN;
            }
            double weight = Math.max(0, product / square);
            return weight * weight;
        }
    }
}
