package org.impasto.style;

import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Which way the forms of a scene run, at half its size: at each pixel the direction along its outlines, and where there are none, along those around it. A painter's strokes go that way: "oriented normal to the gradient",
 * Litwinowicz, "Processing images and video for an impressionist effect" (SIGGRAPH 1997); as the eigenvector of a smoothed structure tensor Kyprianidis, Kang and Döllner (2009).
 *
 * @param x of a unit vector, to the right; its sign means nothing, for a line has two directions
 * @param y down
 */
record Tangents(int width, int height, float[] x, float[] y) {
    /** Differences of luma from which on one outline counts hardly more than another: a shadow's edge is a form, too. */
    private static final float OUTLINE = 0.01f;
    /** Radii of the tents by which the tensor is smoothed, one after the other, and what each adds: where there is an outline near it decides, elsewhere those further away do. */
    private static final int[] RADII = {2, 8, 24};
    private static final float[] WEIGHTS = {1, 0.3f, 0.1f};

    static Tangents of(Image picture) {
        Plane luma = BoxBlur.tent(Luma.of(picture).halved(), 1, Rows.SERIAL);
        int w = luma.width();
        int h = luma.height();
        Plane xx = new Plane(w, h);
        Plane xy = new Plane(w, h);
        Plane yy = new Plane(w, h);
        for (int i = 0; i < w * h; i++) {
            int column = i % w;
            int row = i / w;
            float dx = luma.at(Math.min(column + 1, w - 1), row) - luma.at(Math.max(column - 1, 0), row);
            float dy = luma.at(column, Math.min(row + 1, h - 1)) - luma.at(column, Math.max(row - 1, 0));
            float weight = 1 / ((float) Math.sqrt(dx * dx + dy * dy) + OUTLINE);
            xx.data()[i] = weight * dx * dx;
            xy.data()[i] = weight * dx * dy;
            yy.data()[i] = weight * dy * dy;
        }
        return along(spread(xx), spread(xy), spread(yy));
    }

    private static Plane spread(Plane part) {
        Plane sum = new Plane(part.width(), part.height());
        Plane smooth = part;
        for (int k = 0; k < RADII.length; k++) {
            smooth = BoxBlur.tent(smooth, RADII[k], Rows.SERIAL);
            for (int i = 0; i < sum.data().length; i++) {
                sum.data()[i] += WEIGHTS[k] * smooth.data()[i];
            }
        }
        return sum;
    }

    /** The eigenvector across which there is least change; level where there is no change at all. */
    private static Tangents along(Plane xx, Plane xy, Plane yy) {
        int n = xx.data().length;
        float[] x = new float[n];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) {
            float difference = xx.data()[i] - yy.data()[i];
            float twice = 2 * xy.data()[i];
            float length = (float) Math.sqrt(difference * difference + twice * twice);
            // Of twice the angle; so half of it is the gradient's.
            float cosine = length == 0 ? -1 : difference / length;
            float across = (float) Math.sqrt(Math.max(0, (1 + cosine) / 2));
            float down = (float) Math.sqrt(Math.max(0, (1 - cosine) / 2));
            x[i] = twice < 0 ? down : -down;
            y[i] = across;
        }
        return new Tangents(xx.width(), xx.height(), x, y);
    }
}
