package org.impasto.coherence;

import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * The photometric check: paint is believed as long as the thing that it was painted on still looks the same.
 *
 * <p>It compares the source not with its previous frame but with what the source looked like when the paint was made, carried
 * along with the paint. So it sees a smooth, self-consistent and wrong flow at once, and a dissolve or a slow change of
 * light as it adds up, which no comparison of neighbouring frames does. Both sides are smoothed, so that grain does not count.
 */
final class Photometric {
    // Differences of a smoothed colour channel, 0 to 1: below the first the paint is believed, above the second not at all.
    private static final float BELIEVED = 0.06f;
    private static final float REFUSED = 0.15f;
    private static final int RADIUS = 2;

    private Photometric() {
    }

    static Image smooth(Image source, Rows rows) {
        return BoxBlur.tent(source, RADIUS, rows);
    }

    /** How much the source has changed since the paint was made: the most of the three channels, 0 to 1; 1 where nothing is known. */
    static Plane difference(Image carried, boolean[] known, Image now, Rows rows) {
        int n = now.pixels();
        float[] a = carried.data();
        float[] b = now.data();
        Plane result = new Plane(now.width(), now.height());
        rows.each(now.height(), (from, to) -> {
            for (int i = from * now.width(); i < to * now.width(); i++) {
                result.data()[i] = !known[i] ? 1 : most(a[i] - b[i], a[n + i] - b[n + i], a[2 * n + i] - b[2 * n + i]);
            }
        });
        return result;
    }

    /** The same of one pixel. */
    static float difference(float[] carried, Image now, int pixel) {
        float[] b = now.data();
        int n = now.pixels();
        return most(carried[0] - b[pixel], carried[1] - b[n + pixel], carried[2] - b[2 * n + pixel]);
    }

    private static float most(float red, float green, float blue) {
        return Math.max(Math.abs(red), Math.max(Math.abs(green), Math.abs(blue)));
    }

    /** The trust mask, lowered where the source has changed. */
    static Plane lower(Plane trust, Plane difference) {
        Plane result = new Plane(trust.width(), trust.height());
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = trust.data()[i] * trust(difference.data()[i]);
        }
        return result;
    }

    /** How far paint may be trusted whose source differs by so much, 1 to 0. */
    static float trust(float difference) {
        return Generations.smooth(Math.min(1, Math.max(0, (REFUSED - difference) / (REFUSED - BELIEVED))));
    }

    /** How far two smoothed colours are one, 1 where they are equal, 0 where they are further apart than what is still wholly believed. */
    static float alike(float[] a, float[] b) {
        return believed(most(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
    }

    /** The same of how far apart they are. */
    static float believed(float difference) {
        return Math.max(0, 1 - difference / BELIEVED);
    }

    /** What the paint of the new state was made from: the same mixture of old and new as the paint itself. */
    static Image update(Image carried, Image now, float[] kept, boolean[] renewed, Rows rows) {
        int n = now.pixels();
        Image result = new Image(now.width(), now.height());
        rows.each(now.height(), (from, to) -> {
            for (int c = 0; c < 3; c++) {
                for (int i = from * now.width(); i < to * now.width(); i++) {
                    float k = renewed[i] ? 0 : kept[i];
                    int j = c * n + i;
                    result.data()[j] = now.data()[j] + k * (carried.data()[j] - now.data()[j]);
                }
            }
        });
        return result;
    }
}
