package org.impasto.measure;

import java.util.List;
import java.util.Locale;
import org.impasto.measure.Finding.Rating;

/** The limits of a {@link Verdict}: what the pooled figures of one subject amount to. */
final class Judge {
    /** Less than a tenth of the warp error either way is no difference: as much as the choice of flow makes. */
    private static final double CALMER = 0.9;
    private static final double SOFT = 0.85;
    private static final double SOFT_FINE = 0.75;
    private static final double CRISP = 1.2;
    /** A frame that changes by less than this share of what the source changes by stands still. */
    private static final double STILL = 0.1;
    private static final double STILL_OF_REFERENCE = 0.25;
    private static final double OFTEN = 0.1;
    /** Neighbouring frames whose outlines correlate more than this cannot be told apart. */
    private static final double ALIKE = 0.98;
    private static final double MANY = 1 / 3.0;
    private static final double CLEARLY = 0.25;
    private static final int LEAST_FRAMES = 3;
    private static final double OUTLINES = 0.7;
    private static final double PALETTE = 0.03;
    private static final double DRIFT_SHARE = 1.25;
    private static final double DRIFT_STEP = 0.01;
    private static final double GHOSTS = 0.03;
    private static final double SURE = 0.5;

    private Judge() {
    }

    static Finding flicker(List<FrameFigures> frames) {
        double ratio = mean(frames, Metric.E_WARP) / mean(frames, Metric.REFERENCE_E_WARP);
        String sentence = Double.isNaN(ratio) ? "nothing was measured from frame to frame"
                : ratio < CALMER ? percent(1 - ratio) + " less flicker (warp error)"
                : ratio > 1 / CALMER ? percent(ratio - 1) + " more flicker (warp error)" : "as much flicker as the reference (warp error " + percent(ratio) + ")";
        return new Finding("flicker", rating(ratio, CALMER, 1 / CALMER), sentence, false);
    }

    /** Noise brings gradients too: more of them are only better where the film has not become restless. */
    static Finding sharpness(List<FrameFigures> frames, Rating flicker) {
        double all = mean(frames, Metric.SHARPNESS);
        double fine = mean(frames, Metric.SHARPNESS_FINE);
        boolean soft = all < SOFT || fine < SOFT_FINE;
        boolean more = all > CRISP;
        Rating rating = Double.isNaN(all) ? Rating.UNKNOWN : soft || more && flicker == Rating.WORSE ? Rating.WORSE
                : more ? Rating.BETTER : Rating.SAME;
        String words = Double.isNaN(all) ? "Sharpness was not measured" : (soft ? "It is softer" : rating == Rating.WORSE ? "It is noisier"
                : more ? "It is crisper" : "As crisp as the reference") + " (gradient energy " + percent(all) + ", finest structure " + percent(fine) + ")";
        return new Finding("sharpness", rating, words, soft);
    }

    static Finding standing(List<FrameFigures> frames) {
        List<FrameFigures> moving = frames.stream().filter(f -> !Double.isNaN(f.of(Metric.CHANGE))).toList();
        long still = moving.stream().filter(f -> f.of(Metric.CHANGE) < STILL * f.of(Metric.SOURCE_CHANGE)
                && !(f.of(Metric.CHANGE) >= STILL_OF_REFERENCE * f.of(Metric.REFERENCE_CHANGE))).count();
        if (moving.isEmpty()) {
            return new Finding("motion", Rating.UNKNOWN, "The source does not move enough to see whether the render does", true);
        }
        boolean bad = still > OFTEN * moving.size();
        return new Finding("motion", bad ? Rating.WORSE : Rating.SAME, bad ? String.format(Locale.ROOT,
                "It stands still in %d of the %d frames in which the source moves", still, moving.size()) : "It moves where the source moves", true);
    }

    static Finding time(List<FrameFigures> frames) {
        List<FrameFigures> telling = frames.stream().filter(f -> f.of(Metric.SOURCE_ALIGNED_BEFORE) < ALIKE && f.of(Metric.SOURCE_ALIGNED_AFTER) < ALIKE)
                .toList();
        if (telling.size() < LEAST_FRAMES) {
            return new Finding("time", Rating.UNKNOWN, "The source does not move enough to see whether the render shows the right frames", true);
        }
        boolean late = lies(telling, Metric.MATCHED_BEFORE, Metric.MATCHED, 0);
        boolean early = lies(telling, Metric.MATCHED_AFTER, Metric.MATCHED, 0);
        if (!late && !early) {
            return new Finding("time", Rating.SAME, "It shows each frame in time", true);
        }
        boolean own = lies(telling, Metric.ALIGNED_BEFORE, Metric.ALIGNED, CLEARLY) || lies(telling, Metric.ALIGNED_AFTER, Metric.ALIGNED, CLEARLY);
        boolean others = lies(telling, Metric.REFERENCE_ALIGNED_BEFORE, Metric.REFERENCE_ALIGNED, CLEARLY)
                || lies(telling, Metric.REFERENCE_ALIGNED_AFTER, Metric.REFERENCE_ALIGNED, CLEARLY);
        if (others && !own) {
            return new Finding("time", Rating.BETTER, "It shows each frame in time, and the reference does not", true);
        }
        return new Finding("time", Rating.WORSE, late ? "It is late: it shows the frame before" : "It is early: it shows the frame after", true);
    }

    /**
     * Whether the frames lie better on a neighbouring frame than on their own on average, and not just a few of them.
     *
     * @param margin by how much, as a share of what the correlation falls by from one frame of the source to the next
     */
    private static boolean lies(List<FrameFigures> frames, Metric neighbour, Metric same, double margin) {
        long better = frames.stream().filter(f -> f.of(neighbour) > f.of(same)).count();
        double fall = frames.stream().mapToDouble(f -> f.of(same) * (1 - f.of(Metric.SOURCE_ALIGNED_BEFORE))).sum();
        return better > MANY * frames.size() && frames.stream().mapToDouble(f -> f.of(neighbour) - f.of(same)).sum() > margin * fall;
    }

    static Finding outlines(List<FrameFigures> frames) {
        double own = mean(frames, Metric.ALIGNED);
        double other = mean(frames, Metric.REFERENCE_ALIGNED);
        double ratio = other > 0 ? Math.max(0, own) / other : Double.NaN;
        Rating rating = turned(rating(ratio, OUTLINES, 1 / OUTLINES));
        String words = switch (rating) {
            case WORSE -> "It has lost the source's outlines";
            case BETTER -> "It keeps the source's outlines better";
            case SAME -> "It keeps the source's outlines as the reference does";
            case UNKNOWN -> "The source does not move enough to compare outlines";
        };
        return new Finding("outlines", rating, rating == Rating.UNKNOWN ? words : words + String.format(Locale.ROOT, " (correlation %.2f, the reference's %.2f)", own,
                other), true);
    }

    static Finding colours(List<FrameFigures> frames) {
        double distance = mean(frames, Metric.PALETTE_DISTANCE);
        boolean other = distance > PALETTE;
        return new Finding("colours", Double.isNaN(distance) ? Rating.UNKNOWN : other ? Rating.WORSE : Rating.SAME,
                Double.isNaN(distance) ? "Colours were not compared" : (other ? "Its colours are others" : "The reference's colours")
                + String.format(Locale.ROOT, " (%.1f of 255 steps apart)", 255 * distance), false);
    }

    static Finding drift(List<FrameFigures> frames) {
        double own = mean(frames, Metric.DRIFT);
        double other = mean(frames, Metric.REFERENCE_DRIFT);
        Rating rating = Double.isNaN(own) ? Rating.UNKNOWN : own > DRIFT_SHARE * other + DRIFT_STEP ? Rating.WORSE
                : other > DRIFT_SHARE * own + DRIFT_STEP ? Rating.BETTER : Rating.SAME;
        String words = switch (rating) {
            case WORSE -> "What stands still in the source drifts";
            case BETTER -> "What stands still in the source drifts less";
            case SAME -> "What stands still in the source drifts about as much as in the reference";
            case UNKNOWN -> "Nothing in the source stands still";
        };
        return new Finding("drift", rating, rating == Rating.UNKNOWN ? words
                : words + String.format(Locale.ROOT, " (%.1f of 255 steps, the reference %.1f)", 255 * own, 255 * other), false);
    }

    static Finding ghosts(List<FrameFigures> frames) {
        // Where the flow is wrong about what is new, the source itself shows "ghosts" and the frame has no figure.
        if (count(frames, Metric.GHOSTING) < SURE * count(frames, Metric.SOURCE_GHOSTING)) {
            return new Finding("ghosts", Rating.UNKNOWN, "The flow is not sure enough of what is new ground to look for ghosts", false);
        }
        double own = mean(frames, Metric.GHOSTING);
        double other = mean(frames, Metric.REFERENCE_GHOSTING);
        // What the source itself shows is the flow's doing.
        double source = Pool.of(frames.stream().filter(f -> !Double.isNaN(f.of(Metric.GHOSTING))).toList(), Metric.SOURCE_GHOSTING).mean();
        double limit = GHOSTS + source;
        Rating rating = Double.isNaN(own) ? Rating.UNKNOWN : own > other + limit ? Rating.WORSE : other > own + limit ? Rating.BETTER : Rating.SAME;
        String words = switch (rating) {
            case WORSE -> "Old paint stays where new ground appears";
            case BETTER -> "Less old paint stays where new ground appears";
            case SAME -> "No clear difference in old paint where new ground appears";
            case UNKNOWN -> "Too little new ground appears to look for ghosts";
        };
        return new Finding("ghosts", rating, rating == Rating.UNKNOWN ? words
                : words + String.format(Locale.ROOT, " (%.3f, the reference %.3f, the source %.3f)", own, other, source), false);
    }

    private static Rating rating(double value, double below, double above) {
        return Double.isNaN(value) ? Rating.UNKNOWN : value < below ? Rating.BETTER : value > above ? Rating.WORSE : Rating.SAME;
    }

    private static Rating turned(Rating rating) {
        return rating == Rating.BETTER ? Rating.WORSE : rating == Rating.WORSE ? Rating.BETTER : rating;
    }

    private static double mean(List<FrameFigures> frames, Metric metric) {
        return Pool.of(frames, metric).mean();
    }

    private static int count(List<FrameFigures> frames, Metric metric) {
        return Pool.of(frames, metric).frames();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
