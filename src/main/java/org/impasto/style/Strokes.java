package org.impasto.style;

import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * Makes of the noise that a network grows strokes out of what it is given: drawn out along the forms of the scene, so that strokes follow them, and as strong as is asked for. Line integral convolution
 * (Cabral and Leedom, "Imaging vector fields using line integral convolution", SIGGRAPH 1993) along {@link Tangents}, with a tent as its kernel, at half size: the noise is smooth enough for that.
 */
final class Strokes {
    /** The longest, pixels. */
    static final int LONGEST = 64;
    // Pixels of half size from one sample of a line to the next, and of the frame: less than two deviations of the noise's kernel, between which nothing is hidden.
    private static final int STEP = 2;
    private static final int APART = 2 * STEP;
    // What halving and enlarging add to the variance of the noise's kernel, pixels squared: means of two pixels; bilinear, a quarter and three quarters, of pixels that are two apart.
    private static final double HALVED = 0.25 + 0.75;
    /** Gives noise that is smoother by that its variance again. */
    private static final float UNIT = (float) Math.sqrt((NoisePlane.VARIANCE + HALVED) / NoisePlane.VARIANCE);

    private final Plane noise;
    private final Tangents tangents;
    private final Tent tent;
    private int reached;

    private Strokes(Plane noise, Tangents tangents, Tent tent) {
        this.noise = noise;
        this.tangents = tangents;
        this.tent = tent;
    }

    /**
     * @param noise of the frame's size, of mean 0 and variance 1; carried ({@link NoisePlane}) where strokes go along forms
     * @param frame as it will be painted
     */
    static Plane of(Plane noise, Image frame, StyleOptions options) {
        Plane drawn = options.along() == 0 ? noise
                : new Strokes(noise.halved(), Tangents.of(frame), new Tent((options.along() + APART) / (2 * APART), APART, NoisePlane.VARIANCE + HALVED)).drawn().twice(noise.width(), noise.height());
        float strength = (float) options.strokes();
        if (strength == 1) {
            return drawn;
        }
        Plane strong = new Plane(noise.width(), noise.height());
        for (int i = 0; i < strong.data().length; i++) {
            strong.data()[i] = strength * drawn.data()[i];
        }
        return strong;
    }

    private Plane drawn() {
        Plane drawn = new Plane(noise.width(), noise.height());
        for (int i = 0; i < drawn.data().length; i++) {
            float sum = tent.weight(0) * noise.data()[i] + line(i, -1);
            int back = reached;
            sum += line(i, 1);
            drawn.data()[i] = UNIT * tent.gain(back, reached) * sum;
        }
        return drawn;
    }

    /** The weighted sum of what lies on the line through a pixel, on one side of it; it ends where the picture does, and {@code reached} says after how many samples. */
    private float line(int pixel, int side) {
        int w = noise.width();
        float right = w - 1;
        float bottom = noise.height() - 1;
        float[] tx = tangents.x();
        float[] ty = tangents.y();
        float x = pixel % w;
        float y = pixel / w;
        float dx = side * tx[pixel];
        float dy = side * ty[pixel];
        float sum = 0;
        int k = 1;
        for (; k <= tent.side(); k++) {
            x += STEP * dx;
            y += STEP * dy;
            if (x < 0 || y < 0 || x > right || y > bottom) {
                break;
            }
            sum += tent.weight(k) * at(noise, x, y);
            int near = (int) (y + 0.5f) * w + (int) (x + 0.5f);
            // On along the line and not back.
            float sign = tx[near] * dx + ty[near] * dy < 0 ? -1 : 1;
            dx = sign * tx[near];
            dy = sign * ty[near];
        }
        reached = k - 1;
        return sum;
    }

    /** Bilinear, inside the picture. */
    private static float at(Plane plane, float x, float y) {
        int w = plane.width();
        int left = (int) x;
        int top = (int) y;
        float ax = x - left;
        float ay = y - top;
        int i = top * w + left;
        int right = left + 1 < w ? i + 1 : i;
        int down = top + 1 < plane.height() ? w : 0;
        float[] d = plane.data();
        float above = d[i] + ax * (d[right] - d[i]);
        float below = d[i + down] + ax * (d[right + down] - d[i + down]);
        return above + ay * (below - above);
    }
}
