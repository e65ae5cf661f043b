package org.impasto.measure;

import java.util.EnumMap;
import java.util.Map;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

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
        Track[] tracks = frames.keySet().toArray(Track[]::new);
        double[] sums = new double[tracks.length];
        long count = 0;
        Bilinear at = new Bilinear(width, height);
        for (int i = 0; i < u.length; i++) {
            if (!at.place(i, u[i], v[i])) {
                continue;
            }
            count++;
            for (int k = 0; k < tracks.length; k++) {
                sums[k] += at.difference(frames.get(tracks[k]), i, now.get(tracks[k]));
            }
        }
        Map<Track, Residual> result = new EnumMap<>(Track.class);
        for (int k = 0; k < tracks.length; k++) {
            result.put(tracks[k], new Residual(sums[k], count, u.length));
        }
        return result;
    }

    /** The mean over the channels of one track's squared differences, on the pixels of this frame; NaN where nothing was measured. */
    Plane errors(Track track, Samples now) {
        Plane errors = new Plane(width, height);
        Bilinear at = new Bilinear(width, height);
        for (int i = 0; i < u.length; i++) {
            errors.data()[i] = at.place(i, u[i], v[i]) ? (float) (at.difference(frames.get(track), i, now) / 3) : Float.NaN;
        }
        return errors;
    }

    /** Frees what of these frames can be worked out again. */
    void forget() {
        frames.values().forEach(Samples::forget);
    }
}
