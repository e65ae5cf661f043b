package org.impasto.style;

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
        Plane[] mean = new Plane[3];
        Plane energy = new Plane(frame.width(), frame.height());
        for (int c = 0; c < 3; c++) {
            Plane channel = frame.channel(c);
            mean[c] = discs(channel, radius);
            for (int i = 0; i < energy.data().length; i++) {
                energy.data()[i] += channel.data()[i] * channel.data()[i];
            }
        }
        Plane weight = discs(energy, radius);
        weigh(weight.data(), mean[0].data(), mean[1].data(), mean[2].data());
        return ring(mean, weight, radius);
    }

    /** Makes the weight of mean squares, and multiplies the means by it. */
    private static void weigh(float[] weight, float[] r, float[] g, float[] b) {
        for (int i = 0; i < weight.length; i++) {
            float v = Math.max(0, weight[i] - r[i] * r[i] - g[i] * g[i] - b[i] * b[i]) + FLOOR;
            weight[i] = 1 / (v * v);
            r[i] *= weight[i];
            g[i] *= weight[i];
            b[i] *= weight[i];
        }
    }

    /**
     * The mean of a disc around each pixel: two boxes, which together reach as far as the middle of a disc is away. So beside an outline there is one disc that is all on this side of it, and none that is all
     * on the other.
     */
    private static Plane discs(Plane plane, int radius) {
        return BoxBlur.of(BoxBlur.of(plane, radius / 2, Rows.SERIAL), radius - radius / 2, Rows.SERIAL);
    }

    /** @param weighted each channel, times the weight */
    private static Image ring(Plane[] weighted, Plane weight, int radius) {
        int w = weight.width();
        int h = weight.height();
        int n = w * h;
        int discs = 8 * ((radius + NEAR - 1) / NEAR);
        Image result = new Image(w, h);
        for (int y = 0; y < h; y++) {
            float[] sum = new float[w];
            float[][] channels = new float[3][w];
            for (int k = 0; k < discs; k++) {
                double angle = 2 * Math.PI * k / discs;
                int row = Math.min(h - 1, Math.max(0, y + (int) Math.round(radius * StrictMath.sin(angle)))) * w;
                int across = (int) Math.round(radius * StrictMath.cos(angle));
                add(weight.data(), row, across, sum);
                for (int c = 0; c < 3; c++) {
                    add(weighted[c].data(), row, across, channels[c]);
                }
            }
            for (int c = 0; c < 3; c++) {
                for (int x = 0; x < w; x++) {
                    result.data()[c * n + y * w + x] = channels[c][x] / sum[x];
                }
            }
        }
        return result;
    }

    /** Adds a row, shifted; beyond its ends it goes on as it ends. */
    private static void add(float[] plane, int row, int shift, float[] to) {
        int w = to.length;
        int from = Math.min(w, Math.max(0, -shift));
        int end = Math.max(from, Math.min(w, w - shift));
        for (int x = 0; x < from; x++) {
            to[x] += plane[row];
        }
        for (int x = from; x < end; x++) {
            to[x] += plane[row + x + shift];
        }
        for (int x = end; x < w; x++) {
            to[x] += plane[row + w - 1];
        }
    }
}
