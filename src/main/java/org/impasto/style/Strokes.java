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
    // Variances in pixels: of the noise's kernel (boxes), and what halving and enlarging add to it (means of two pixels; bilinear, a quarter and three quarters, of pixels that are two apart).
    private static final double SMOOTH = NoisePlane.BOXES * (NoisePlane.BOX * NoisePlane.BOX - 1) / 12.0;
    private static final double HALVED = 0.25 + 0.75;
    private static final float NEAR = 0.75f;
    private static final float FAR = 0.25f;

    private final Plane noise;
    private final Tangents tangents;
    private final float[] tent;
    // By how many samples there are on either side of the middle.
    private final float[][] gain;
    private int reached;

    /** @param side samples of a whole line on each side of its middle */
    private Strokes(Plane noise, Tangents tangents, int side) {
        this.noise = noise;
        this.tangents = tangents;
        tent = new float[side + 1];
        for (int k = 0; k <= side; k++) {
            tent[k] = 1 - k / (side + 1f);
        }
        // How far samples of the noise that are so many steps apart are one.
        double[] common = new double[2 * side + 1];
        for (int k = 0; k < common.length; k++) {
            double apart = APART * k;
            common[k] = StrictMath.exp(-apart * apart / (4 * (SMOOTH + HALVED)));
        }
        gain = new float[side + 1][side + 1];
        for (int back = 0; back <= side; back++) {
            for (int on = 0; on <= side; on++) {
                gain[back][on] = gain(back, on, common);
            }
        }
    }

    /**
     * @param noise of the frame's size, of mean 0 and variance 1; carried ({@link NoisePlane}) where strokes go along forms
     * @param frame as it will be painted
     */
    static Plane of(Plane noise, Image frame, StyleOptions options) {
        Plane drawn = options.along() == 0 ? noise
                : enlarged(new Strokes(noise.halved(), Tangents.of(frame), (options.along() + APART) / (2 * APART)).drawn(), noise.width(), noise.height());
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

    /** With what noise that is drawn out along a straight line keeps its variance. */
    private float gain(int back, int on, double[] common) {
        double variance = 0;
        for (int j = -back; j <= on; j++) {
            for (int k = -back; k <= on; k++) {
                variance += tent[Math.abs(j)] * tent[Math.abs(k)] * common[Math.abs(j - k)];
            }
        }
        return (float) Math.sqrt((SMOOTH + HALVED) / SMOOTH / variance);
    }

    private Plane drawn() {
        Plane drawn = new Plane(noise.width(), noise.height());
        for (int i = 0; i < drawn.data().length; i++) {
            float sum = tent[0] * noise.data()[i] + line(i, -1);
            int back = reached;
            sum += line(i, 1);
            drawn.data()[i] = gain[back][reached] * sum;
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
        for (; k < tent.length; k++) {
            x += STEP * dx;
            y += STEP * dy;
            if (x < 0 || y < 0 || x > right || y > bottom) {
                break;
            }
            sum += tent[k] * at(noise, x, y);
            int near = (int) (y + 0.5f) * w + (int) (x + 0.5f);
            // On along the line and not back.
            float sign = tx[near] * dx + ty[near] * dy < 0 ? -1 : 1;
            dx = sign * tx[near];
            dy = sign * ty[near];
        }
        reached = k - 1;
        return sum;
    }

    /** Bilinear; a pixel of half size lies between two by two of the frame. */
    private static Plane enlarged(Plane half, int width, int height) {
        Plane plane = new Plane(width, height);
        float[] row = new float[half.width()];
        for (int y = 0; y < height; y++) {
            int near = y / 2 * half.width();
            int far = Math.min(half.height() - 1, Math.max(0, y / 2 + (y % 2 == 0 ? -1 : 1))) * half.width();
            for (int x = 0; x < row.length; x++) {
                row[x] = NEAR * half.data()[near + x] + FAR * half.data()[far + x];
            }
            for (int x = 0; x < width; x++) {
                plane.data()[y * width + x] = NEAR * row[x / 2] + FAR * row[Math.min(row.length - 1, Math.max(0, x / 2 + (x % 2 == 0 ? -1 : 1)))];
            }
        }
        return plane;
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
