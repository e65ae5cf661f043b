package org.impasto.measure;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which frame of the source a painted frame shows: how well its outlines lie on those of the source's frame, of the one before and of the one
 * after.
 *
 * <p>Formula: Pearson's correlation of |grad B3(x_t)| with |grad B3(c_t)|, with |grad B3(c_t-1)| and with |grad B3(c_t+1)|, B3 the luma's mean over 3 x 3
 * pixels, over the pixels where the source moves towards or away from frame t ({@link Moving}). Unit: none. Range: -1 to 1; 1 where the
 * outlines are the same. The source's own figure for t is 1, for t-1 and t+1 it says how far the film moves on. NaN at the beginning and
 * end of a shot, and where too little moves. Source: ours. Strokes blur the outlines, but they do so alike for all three: a film that is a
 * frame late correlates most with t-1. {@code MATCHED} is the same with the reference's frames in place of the source's: the two share a style,
 * so that it is the sharper of both.
 */
final class Alignment {
    /** A frame that waits for the next one. */
    private record Looked(FrameFigures figures, Map<Track, float[]> outlines, Moving since) {
    }

    private Looked before;
    private Looked last;

    /** A shot begins: what came before has no next frame. */
    void begin() {
        before = null;
        last = null;
    }

    /**
     * Takes the next frame, and gives the frame before its figures.
     *
     * @param since where the source moved since the frame before; null on a shot's first frame
     */
    void next(FrameFigures figures, Map<Track, Samples> now, Moving since) {
        Map<Track, float[]> outlines = new EnumMap<>(Track.class);
        now.forEach((track, samples) -> outlines.put(track, outlines(samples)));
        Looked next = new Looked(figures, outlines, since);
        if (before != null) {
            judge(next);
        }
        before = last;
        last = next;
    }

    private void judge(Looked next) {
        if (!last.since().enough() || !next.since().enough()) {
            return;
        }
        for (Track track : last.outlines().keySet()) {
            judge(track, Track.SOURCE, next, track.of(Metric.ALIGNED), track.of(Metric.ALIGNED_BEFORE), track.of(Metric.ALIGNED_AFTER));
        }
        if (last.outlines().containsKey(Track.REFERENCE)) {
            judge(Track.STYLIZED, Track.REFERENCE, next, Metric.MATCHED, Metric.MATCHED_BEFORE, Metric.MATCHED_AFTER);
        }
    }

    private void judge(Track track, Track other, Looked next, Metric same, Metric earlier, Metric later) {
        float[] x = last.outlines().get(track);
        last.figures().set(same, correlation(x, last.outlines().get(other), next));
        last.figures().set(earlier, correlation(x, before.outlines().get(other), next));
        last.figures().set(later, correlation(x, next.outlines().get(other), next));
    }

    private double correlation(float[] x, float[] y, Looked next) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (last.since().at(i) || next.since().at(i)) {
                n++;
                sx += x[i];
                sy += y[i];
                xx += (double) x[i] * x[i];
                yy += (double) y[i] * y[i];
                xy += (double) x[i] * y[i];
            }
        }
        return (n * xy - sx * sy) / Math.sqrt((n * xx - sx * sx) * (n * yy - sy * sy));
    }

    private static float[] outlines(Samples frame) {
        int w = frame.width();
        int h = frame.height();
        float[] d = frame.mean(1).data();
        float[] result = new float[w * h];
        for (int y = 0; y + 1 < h; y++) {
            for (int i = y * w; i < (y + 1) * w - 1; i++) {
                float dx = d[i + 1] - d[i];
                float dy = d[i + w] - d[i];
                result[i] = (float) Math.sqrt(dx * dx + dy * dy);
            }
        }
        return result;
    }
}
