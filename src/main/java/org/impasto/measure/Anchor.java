package org.impasto.measure;

import java.util.EnumMap;
import java.util.Map;
import org.impasto.flow.FlowField;

/**
 * A frame of all tracks that later frames are compared with, and where each of its pixels has moved to since: the flows from frame to frame
 * in a chain, until the pixel is hidden or leaves the picture.
 */
final class Anchor {
    private final Map<Track, Samples> frames;
    private final float[] u;
    private final float[] v;
    private final int width;
    private final int height;

    Anchor(Map<Track, Samples> frames) {
        this.frames = frames;
        Samples any = frames.get(Track.SOURCE);
        width = any.width();
        height = any.height();
        u = new float[any.pixels()];
        v = new float[any.pixels()];
    }

    Samples frame(Track track) {
        return frames.get(track);
    }

    /** Follows the pixels one frame further. What is lost once stays lost. */
    void advance(Step step) {
        FlowField f = step.forward();
        Bilinear at = new Bilinear(width, height);
        for (int i = 0; i < u.length; i++) {
            if (at.place(i, u[i], v[i]) && !at.touches(step.hidden().data())) {
                float du = (float) at.of(f.u());
                float dv = (float) at.of(f.v());
                u[i] += du;
                v[i] += dv;
            } else {
                u[i] = Float.NaN;
            }
        }
    }

    /** What each track differs by, now that {@link #advance} has been called for each step up to these frames. */
    Map<Track, Residual> compare(Map<Track, Samples> now) {
        double[] sums = new double[Track.values().length];
        long count = 0;
        Bilinear at = new Bilinear(width, height);
        for (int i = 0; i < u.length; i++) {
            if (!at.place(i, u[i], v[i])) {
                continue;
            }
            count++;
            for (Track track : frames.keySet()) {
                Samples earlier = frames.get(track);
                Samples later = now.get(track);
                for (int c = 0; c < 3; c++) {
                    double d = earlier.at(c * u.length + i) - at.of(later, c);
                    sums[track.ordinal()] += d * d;
                }
            }
        }
        Map<Track, Residual> result = new EnumMap<>(Track.class);
        for (Track track : frames.keySet()) {
            result.put(track, new Residual(sums[track.ordinal()], count, u.length));
        }
        return result;
    }
}
