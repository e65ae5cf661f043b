package org.impasto.style;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Leaves out of a frame what a painter would: each pixel gets the colour of what is calmest around it, so that things keep their outlines and flat dabs of colour take the place of their
 * detail. A generalised Kuwahara filter (Papari, Petkov and Campisi, "Artistic edge and corner enhancing smoothing", TIP 2007) of discs in a ring, each of which counts by a power of one
 * over its variance.
 */
final class Abstraction {
    /** The largest radius. */
    static final int MOST = 64;
    /** Added to the variance of a disc, the sum over three channels: below it one is as calm as another, so that noise does not choose. */
    private static final float FLOOR = 2e-4f;

    /** Up to this radius the ring has eight discs, and more as it grows: far apart each leaves a petal of what is small. */
    private static final int NEAR = 3;

    private Abstraction() {
    }

    /**
     * The frame without its detail.
     *
     * @param radius of the ring, pixels: what is narrower than about that goes; 0 leaves the frame as it is
     */
    static Image of(Image frame, int radius) {
        if (radius == 0) {
            return frame;
        }
        int n = frame.pixels();
        float[] f = frame.data();
        Plane[] mean = new Plane[3];
        Plane energy = new Plane(frame.width(), frame.height());
        for (int c = 0; c < 3; c++) {
            float[] channel = Arrays.copyOfRange(f, c * n, (c + 1) * n);
            mean[c] = discs(new Plane(frame.width(), frame.height(), channel), radius);
            for (int i = 0; i < n; i++) {
                energy.data()[i] += channel[i] * channel[i];
            }
        }
        float[] weight = discs(energy, radius).data();
        for (int i = 0; i < n; i++) {
            float r = mean[0].data()[i];
            float g = mean[1].data()[i];
            float b = mean[2].data()[i];
            float v = Math.max(0, weight[i] - r * r - g * g - b * b) + FLOOR;
            weight[i] = 1 / (v * v);
        }
        return ring(mean, weight, radius);
    }

    /**
     * The mean of a disc around each pixel: two boxes, which together reach as far as the middle of a disc is away. So beside an outline there is one disc that is all on this side of it, and none that is all
     * on the other.
     */
    private static Plane discs(Plane plane, int radius) {
        return BoxBlur.of(BoxBlur.of(plane, radius / 2, Rows.SERIAL), radius - radius / 2, Rows.SERIAL);
    }

    private static Image ring(Plane[] mean, float[] weight, int radius) {
        int w = mean[0].width();
        int h = mean[0].height();
        int n = w * h;
        int discs = 8 * ((radius + NEAR - 1) / NEAR);
        int[] dx = IntStream.range(0, discs).map(k -> (int) Math.round(radius * StrictMath.cos(2 * Math.PI * k / discs))).toArray();
        int[] dy = IntStream.range(0, discs).map(k -> (int) Math.round(radius * StrictMath.sin(2 * Math.PI * k / discs))).toArray();
        Image result = new Image(w, h);
        float[] out = result.data();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float sum = 0;
                float r = 0;
                float g = 0;
                float b = 0;
                for (int k = 0; k < discs; k++) {
                    int i = Math.min(h - 1, Math.max(0, y + dy[k])) * w + Math.min(w - 1, Math.max(0, x + dx[k]));
                    sum += weight[i];
                    r += weight[i] * mean[0].data()[i];
                    g += weight[i] * mean[1].data()[i];
                    b += weight[i] * mean[2].data()[i];
                }
                int i = y * w + x;
                out[i] = r / sum;
                out[i + n] = g / sum;
                out[i + 2 * n] = b / sum;
            }
        }
        return result;
    }
}
