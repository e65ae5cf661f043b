package org.impasto.flow;

import org.impasto.image.BoxBlur;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * The structure tensor of a plane over windows of 7x7: products of central differences (luma from 0 to 1, per pixel), averaged
 * (Förstner and Gülch 1987). Meant for luma smoothed by {@link Side#SMOOTH}: of a picture as it is, rounding to 8 bits alone makes
 * ground without any texture look as if it had some (a smaller eigenvalue of 3.6e-7, and 1.3e-9 of a smoothed one).
 */
final class StructureTensor {
    private static final int WINDOW = 3;
    private static final float TEXTURED = 3e-8f;
    // How many times the energy of what the motion leaves unexplained texture has to exceed. docs/decisions.md has the figures.
    private static final float EXPLAINED = 8;
    // Mean square gradients of ground that counts as flat, and of an edge. An outline with a contrast of a tenth has 1.8e-4.
    private static final float FLAT = 2.5e-5f;
    private static final float EDGE = 1.25e-4f;

    private final Plane xx;
    private final Plane xy;
    private final Plane yy;

    private StructureTensor(Plane xx, Plane xy, Plane yy) {
        this.xx = xx;
        this.xy = xy;
        this.yy = yy;
    }

    static StructureTensor of(Plane plane) {
        Plane dx = across(plane);
        Plane dy = down(plane);
        return new StructureTensor(mean(dx, dx), mean(dx, dy), mean(dy, dy));
    }

    /** The mean square gradient around each pixel alone, 0 or more. */
    static Plane energy(Plane plane) {
        Plane dx = across(plane);
        Plane dy = down(plane);
        Plane square = new Plane(plane.width(), plane.height());
        for (int i = 0; i < square.data().length; i++) {
            square.data()[i] = dx.data()[i] * dx.data()[i] + dy.data()[i] * dy.data()[i];
        }
        Plane result = BoxBlur.of(square, WINDOW, Rows.SERIAL);
        for (int i = 0; i < square.data().length; i++) {
            result.data()[i] = notNegative(result.data()[i]);
        }
        return result;
    }

    private static Plane across(Plane plane) {
        int w = plane.width();
        Plane result = new Plane(w, plane.height());
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < w; x++) {
                result.data()[y * w + x] = (plane.at(Math.min(x + 1, w - 1), y) - plane.at(Math.max(x - 1, 0), y)) / 2;
            }
        }
        return result;
    }

    private static Plane down(Plane plane) {
        int h = plane.height();
        Plane result = new Plane(plane.width(), h);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < plane.width(); x++) {
                result.data()[y * plane.width() + x] = (plane.at(x, Math.min(y + 1, h - 1)) - plane.at(x, Math.max(y - 1, 0))) / 2;
            }
        }
        return result;
    }

    private static Plane mean(Plane a, Plane b) {
        Plane product = new Plane(a.width(), a.height());
        for (int i = 0; i < product.data().length; i++) {
            product.data()[i] = a.data()[i] * b.data()[i];
        }
        return BoxBlur.of(product, WINDOW, Rows.SERIAL);
    }

    /**
     * How well patches can be matched, 0 to 1: from the smaller eigenvalue. On flat ground and along straight edges an estimate is a guess,
     * often the motion of something near, and the check against the reverse flow does not see it. What moves otherwise than it is said to, and what does not move with the picture at
     * all, such as grain, is no texture either.
     *
     * @param residual energy of what the motion does not explain
     */
    float[] matchable(Plane residual) {
        float[] result = new float[xx.data().length];
        for (int i = 0; i < result.length; i++) {
            float a = xx.data()[i];
            float b = xy.data()[i];
            float c = yy.data()[i];
            float half = (a + c) / 2;
            float diff = (a - c) / 2;
            float least = Math.max(0, half - (float) Math.sqrt(diff * diff + b * b));
            float unexplained = EXPLAINED * residual.data()[i];
            result[i] = least / (least + TEXTURED + unexplained) * beyond(i, unexplained);
        }
        return result;
    }

    /** The share of a pixel's energy that is beyond some other, 0 to 1. */
    float beyond(int pixel, float energy) {
        float own = energy(pixel);
        return own > energy ? 1 - energy / own : 0;
    }

    /** The mean square gradient around a pixel, 0 or more: the trace. */
    float energy(int pixel) {
        return notNegative(xx.data()[pixel] + yy.data()[pixel]);
    }

    /** Running sums leave less than nothing where a picture is flat, by rounding, and shares of it would be infinite. */
    private static float notNegative(float energy) {
        return Math.max(0, energy);
    }

    /** How flat the ground is, 0 (an edge of the picture, where two things may meet) to 1: from the trace. */
    float flatness(int pixel) {
        return Math.min(1, Math.max(0, (EDGE - energy(pixel)) / (EDGE - FLAT)));
    }
}
