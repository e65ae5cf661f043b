package org.impasto.coherence;

import java.util.List;
import org.impasto.flow.FlowField;
import org.impasto.flow.Spline;
import org.impasto.flow.Warp;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * What a network paints of a thing in a frame and in the few after it, as a mean along the path of its motion: the half of a temporal filter that lies in the future, whose other half is {@link Following}. What has just come
 * into sight gets the paint that it has when what uncovered it has gone on. Filtering along motion paths, before and after, is how Lang, Wang, Aydin, Smolic and Gross make pictures coherent ("Practical temporal
 * consistency for image-based graphics applications", SIGGRAPH 2012).
 */
final class PathMean {
    // Below this weight a path is followed no further.
    private static final float LOST = 0.004f;

    private final List<PaintedAhead.Frame> frames;
    private final float strength;
    private final int w;
    private final int h;
    private final Image mean;
    private final float[] share;

    private PathMean(List<PaintedAhead.Frame> frames, float strength) {
        this.frames = frames;
        this.strength = strength;
        this.w = frames.get(0).picture().width();
        this.h = frames.get(0).picture().height();
        this.mean = new Image(w, h);
        this.share = new float[w * h];
    }

    /**
     * The mean.
     *
     * @param frames the frame, and those after it
     * @param strength 0 (the frame alone) to 1
     */
    static Image of(List<PaintedAhead.Frame> frames, float strength, Rows rows) {
        Image fresh = frames.get(0).picture();
        if (frames.size() == 1 || strength == 0) {
            return fresh;
        }
        PathMean m = new PathMean(frames, strength);
        rows.each(m.h, m::follow);
        Image later = Following.clipped(m.mean, fresh, frames.get(1).reverse().orElseThrow().trust(), new boolean[fresh.pixels()], rows);
        return ContrastBlend.ofOne(later, fresh, m.share, rows);
    }

    /** Of the pixels of some lines the mean of the frames after the first, and its share. */
    private void follow(int from, int to) {
        int n = w * h;
        Image now = frames.get(0).look();
        float[] look = new float[3];
        float[] fetched = new float[3];
        float[] sum = new float[3];
        float[] wx = new float[4];
        float[] wy = new float[4];
        for (int i = from * w; i < to * w; i++) {
            float x = i % w;
            float y = i / w;
            float path = 1;
            float weights = 0;
            sum[0] = 0;
            sum[1] = 0;
            sum[2] = 0;
            for (int k = 1; k < frames.size(); k++) {
                PaintedAhead.Frame f = frames.get(k);
                path *= strength * Warp.smooth(f.trust().orElseThrow().data(), 0, w, h, x, y);
                if (!(path >= LOST)) {
                    break;
                }
                FlowField flow = f.reverse().orElseThrow().backward();
                float u = Warp.smooth(flow.u(), 0, w, h, x, y);
                float v = Warp.smooth(flow.v(), 0, w, h, x, y);
                x += u;
                y += v;
                if (!(x >= 0 && x <= w - 1 && y >= 0 && y <= h - 1)) {
                    break;
                }
                for (int c = 0; c < 3; c++) {
                    look[c] = Warp.smooth(f.look().data(), c * n, w, h, x, y);
                }
                float weight = path * Photometric.trust(Photometric.difference(look, now, i));
                if (weight > 0) {
                    fetch(f.spline(), x, y, wx, wy, fetched);
                    sum[0] += weight * fetched[0];
                    sum[1] += weight * fetched[1];
                    sum[2] += weight * fetched[2];
                    weights += weight;
                }
            }
            share[i] = weights / (1 + weights);
            for (int c = 0; c < 3; c++) {
                mean.data()[c * n + i] = weights > 0 ? sum[c] / weights : frames.get(0).picture().data()[c * n + i];
            }
        }
    }

    /** The three channels at a place in the picture. */
    private void fetch(float[] c, float x, float y, float[] wx, float[] wy, float[] into) {
        int n = w * h;
        int left = (int) x - 1;
        int top = (int) y - 1;
        Spline.weights(x - (left + 1), wx);
        Spline.weights(y - (top + 1), wy);
        boolean inside = left >= 0 && left + 3 < w && top >= 0 && top + 3 < h;
        float r = 0;
        float g = 0;
        float b = 0;
        for (int j = 0; j < 4; j++) {
            int row = (inside ? top + j : Spline.reflect(top + j, h)) * w;
            for (int k = 0; k < 4; k++) {
                int at = row + (inside ? left + k : Spline.reflect(left + k, w));
                float weight = wy[j] * wx[k];
                r += weight * c[at];
                g += weight * c[n + at];
                b += weight * c[2 * n + at];
            }
        }
        into[0] = r;
        into[1] = g;
        into[2] = b;
    }
}
