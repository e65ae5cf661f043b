package org.impasto.coherence;

import java.util.Arrays;
import org.impasto.flow.FlowField;
import org.impasto.image.Rows;

/**
 * For each pixel the frame that painted it and where in that frame: advected coordinates, as in texture advection for fluids (Neyret,
 * "Advected textures", SCA 2003). Coordinates are smooth where pictures are not, so that warping them does not blur anything.
 *
 * @param frame number of the frame in its shot; {@link #NONE} where there is no paint
 * @param x position in that frame, 0 to width - 1
 * @param y position in that frame, 0 to height - 1
 */
record Origin(int width, int height, int[] frame, float[] x, float[] y) {
    static final int NONE = -1;

    Origin(int width, int height) {
        this(width, height, new int[width * height], new float[width * height], new float[width * height]);
        Arrays.fill(frame, NONE);
    }

    /** All of it is painted by frame {@code t}, here. */
    static Origin everywhere(int width, int height, int t) {
        Origin origin = new Origin(width, height);
        for (int i = 0; i < origin.frame.length; i++) {
            origin.paintedHere(i, t);
        }
        return origin;
    }

    /** Whether no pixel has any paint. */
    boolean isEmpty() {
        for (int f : frame) {
            if (f != NONE) {
                return false;
            }
        }
        return true;
    }

    /** Pixel {@code i} is painted by frame {@code t}, here. */
    void paintedHere(int i, int t) {
        frame[i] = t;
        x[i] = i % width;
        y[i] = i / width;
    }

    /** Pixel {@code i} comes from where it comes from there. */
    void copy(Origin other, int i) {
        frame[i] = other.frame[i];
        x[i] = other.x[i];
        y[i] = other.y[i];
    }

    /** Where the pixels of the next frame come from. Neighbours count only if they hang together with the nearest one. */
    Origin advect(FlowField backward, Rows rows) {
        Origin next = new Origin(width, height);
        rows.each(height, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                float px = Around.clamp(i % width + backward.u()[i], width - 1);
                float py = Around.clamp(i / width + backward.v()[i], height - 1);
                fetch(px, py, next, i);
            }
        });
        return next;
    }

    private void fetch(float px, float py, Origin into, int i) {
        Around around = Around.of(px, py, width, height);
        int nx = around.nearestX();
        int ny = around.nearestY();
        int nearest = ny * width + nx;
        int owner = frame[nearest];
        if (owner == NONE) {
            return;
        }
        float dx = x[nearest] - nx;
        float dy = y[nearest] - ny;
        float sum = 0;
        float sx = 0;
        float sy = 0;
        for (int k = 0; k < Around.COUNT; k++) {
            int qx = around.x(k);
            int qy = around.y(k);
            int q = qy * width + qx;
            float ox = x[q] - qx - dx;
            float oy = y[q] - qy - dy;
            if (frame[q] == owner && Math.abs(ox) < 1 && Math.abs(oy) < 1) {
                float weight = around.weight(k);
                sum += weight;
                sx += weight * ox;
                sy += weight * oy;
            }
        }
        into.frame[i] = owner;
        into.x[i] = Around.clamp(px + dx + sx / sum, width - 1);
        into.y[i] = Around.clamp(py + dy + sy / sum, height - 1);
    }
}
