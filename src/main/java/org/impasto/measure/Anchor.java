package org.impasto.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
        float[] fu = step.forward().u();
        float[] fv = step.forward().v();
        float[] hidden = step.hidden().data();
        Bilinear at = new Bilinear(width, height);
        for (int row = 0, i = 0; row < height; row++) {
            for (int column = 0; column < width; column++, i++) {
                float was = u[i];
                u[i] = Float.NaN;
                if (at.place(column, row, was, v[i]) && !at.touches(hidden)) {
                    u[i] = was + (float) at.of(fu);
                    v[i] += (float) at.of(fv);
                }
            }
        }
    }

    /** What each track differs by, now that {@link #advance} has been called for each step up to these frames. */
    Map<Track, Residual> compare(Map<Track, Samples> now) {
        Track[] tracks = frames.keySet().toArray(Track[]::new);
        Samples[] earlier = Stream.of(tracks).map(frames::get).toArray(Samples[]::new);
        Samples[] later = Stream.of(tracks).map(now::get).toArray(Samples[]::new);
        double[] sums = new double[tracks.length];
        long count = 0;
        Bilinear at = new Bilinear(width, height);
        for (int row = 0, i = 0; row < height; row++) {
            for (int column = 0; column < width; column++, i++) {
                if (at.place(column, row, u[i], v[i])) {
                    count++;
                    for (int k = 0; k < sums.length; k++) {
                        sums[k] += at.difference(earlier[k], i, later[k]);
                    }
                }
            }
        }
        Map<Track, Residual> result = new EnumMap<>(Track.class);
        for (int k = 0; k < tracks.length; k++) {
            result.put(tracks[k], new Residual(sums[k], count, u.length));
        }
        return result;
    }

    /**
     * The mean over the channels of one track's squared differences, on the pixels of this frame; NaN where nothing was measured. Worked out
     * when it is asked for, of what it is now.
     */
    Supplier<Plane> errors(Track track, Samples now) {
        float[] du = u.clone();
        float[] dv = v.clone();
        Samples then = frames.get(track);
        return () -> {
            Plane errors = new Plane(width, height);
            Bilinear at = new Bilinear(width, height);
            for (int i = 0; i < du.length; i++) {
                errors.data()[i] = at.place(i, du[i], dv[i]) ? (float) (at.difference(then, i, now) / 3) : Float.NaN;
            }
            return errors;
        };
    }

    /** Frees what of these frames can be worked out again. */
    void forget() {
        frames.values().forEach(Samples::forget);
    }
}
