package org.impasto.coherence;

import java.util.Arrays;
import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;

/**
 * Where in a plane of noise each pixel's is taken from, as displacements from the pixel itself: noise that is carried with what is painted, so that a network that paints the same thing again gives it the
 * same strokes. Advected noise as in Bousseau et al., "Video watercolorization using bidirectional texture advection" (SIGGRAPH 2007).
 *
 * @param x pixels to the right
 * @param y pixels down
 */
record NoiseField(int width, int height, float[] x, float[] y) {
    // From this trust on a pixel shows what was somewhere in the frame before.
    private static final float TRUSTED = 0.5f;
    // Displacements of pixels side by side that differ by more belong to two things.
    private static final float ONE = 1;
    // Pixels that a difference of one in a channel counts as: one of a twentieth is as far as ten pixels.
    private static final float FAR = 200;
    // Logarithm of the factor of area from which on noise is too coarse or too fine to paint after.
    private static final float WORN = 0.5f;

    NoiseField(int width, int height) {
        this(width, height, new float[width * height], new float[width * height]);
    }

    /**
     * Of the next frame. What comes into sight continues the noise of what is near and looks like it: what stands in front of it is nearer than the ground that it belongs to, as often as not.
     *
     * @param look of the next frame ({@link Photometric#smooth})
     */
    NoiseField advect(FlowField backward, Plane trust, Image look, Rows rows) {
        NoiseField next = new NoiseField(width, height);
        rows.each(height, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                if (trust.data()[i] >= TRUSTED) {
                    fetch(backward.u()[i], backward.v()[i], next, i);
                }
            }
        });
        next.extend(trust, look);
        return next;
    }

    private void fetch(float u, float v, NoiseField into, int i) {
        Around around = Around.displaced(i, u, v, width, height);
        int nearest = around.nearestY() * width + around.nearestX();
        float sum = 0;
        float sx = 0;
        float sy = 0;
        for (int k = 0; k < Around.COUNT; k++) {
            int q = around.y(k) * width + around.x(k);
            float ox = x[q] - x[nearest];
            float oy = y[q] - y[nearest];
            if (Math.abs(ox) < ONE && Math.abs(oy) < ONE) {
                float weight = around.weight(k);
                sum += weight;
                sx += weight * ox;
                sy += weight * oy;
            }
        }
        into.x[i] = u + x[nearest] + sx / sum;
        into.y[i] = v + y[nearest] + sy / sum;
    }

    /** Gives pixels that are not trusted the displacement of a near one that is: two passes of a distance transform (Borgefors 1986, with the distance to the pixel itself, in the picture and in colour). */
    private void extend(Plane trust, Image look) {
        int[] from = new int[width * height];
        Arrays.fill(from, -1);
        for (int i = 0; i < from.length; i++) {
            if (trust.data()[i] >= TRUSTED) {
                from[i] = i;
            }
        }
        for (int i = 0; i < from.length; i++) {
            pass(from, i, -1, look);
        }
        for (int i = from.length - 1; i >= 0; i--) {
            pass(from, i, 1, look);
        }
        for (int i = 0; i < from.length; i++) {
            if (from[i] >= 0 && from[i] != i) {
                x[i] = x[from[i]];
                y[i] = y[from[i]];
            }
        }
    }

    private void pass(int[] from, int i, int side, Image look) {
        if (from[i] == i) {
            return;
        }
        int column = i % width;
        int line = i / width;
        float best = from[i] < 0 ? Float.POSITIVE_INFINITY : distance(from[i], i, look);
        for (int k = 0; k < 4; k++) {
            int qx = column + (k == 0 ? side : k - 2);
            int qy = line + (k == 0 ? 0 : side);
            if (qx >= 0 && qx < width && qy >= 0 && qy < height) {
                int candidate = from[qy * width + qx];
                float distance = candidate < 0 ? Float.POSITIVE_INFINITY : distance(candidate, i, look);
                if (distance < best) {
                    best = distance;
                    from[i] = candidate;
                }
            }
        }
    }

    private float distance(int a, int b, Image look) {
        int dx = a % width - b % width;
        int dy = a / width - b / width;
        float sum = dx * dx + dy * dy;
        for (int c = 0; c < 3; c++) {
            float apart = FAR * (look.data()[c * x.length + a] - look.data()[c * x.length + b]);
            sum += apart * apart;
        }
        return sum;
    }

    /** The same but where it has been stretched or squeezed too far: there it begins anew. */
    NoiseField mended(Rows rows) {
        Origin places = Origin.everywhere(width, height, 0);
        for (int i = 0; i < x.length; i++) {
            places.x()[i] += x[i];
            places.y()[i] += y[i];
        }
        Plane growth = Growth.of(places, rows);
        NoiseField mended = new NoiseField(width, height, x.clone(), y.clone());
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(growth.data()[i]) > WORN) {
                mended.x[i] = 0;
                mended.y[i] = 0;
            }
        }
        return mended;
    }

    /** The noise itself. */
    Plane of(NoisePlane noise, Rows rows) {
        Plane plane = new Plane(width, height);
        rows.each(height, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                plane.data()[i] = noise.at(i % width + x[i], i / width + y[i]);
            }
        });
        return plane;
    }
}
