package org.impasto.coherence;

import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * Where paint begins with a frame, one value for each pixel.
 *
 * @param stands where the prior is trusted
 * @param renewed where it is painted anew all the same
 * @param begun both where nothing stands and where it is renewed
 * @param around within reach of what begins: {@link Fetch} continues the new paint there
 * @param uncovered within reach of where nothing stands
 */
record NewPaint(boolean[] stands, boolean[] renewed, boolean[] begun, boolean[] around, boolean[] uncovered) {
    // A pixel further than it is looked at: what is kept is a spline, and a step in it rings.
    private static final int REACH = Fetch.REACH + 1;
    // Radius of the boxes by which the colour that new paint goes over in is told from the strokes.
    private static final int STROKES = 4;

    static NewPaint of(boolean[] stands, boolean[] renewed, int width, Rows rows) {
        int n = stands.length;
        boolean[] begun = new boolean[n];
        boolean[] bare = new boolean[n];
        for (int i = 0; i < n; i++) {
            bare[i] = !stands[i];
            begun[i] = renewed[i] || bare[i];
        }
        return new NewPaint(stands, renewed, begun, around(begun, width, rows), around(bare, width, rows));
    }

    /** Whether nothing is renewed and nothing stands within reach of what begins: then it joins no old paint. */
    boolean joinsNone() {
        for (int i = 0; i < renewed.length; i++) {
            if (renewed[i] || around[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] around(boolean[] begun, int width, Rows rows) {
        boolean[] around = Near.of(begun, width, REACH, rows);
        for (int i = 0; i < around.length; i++) {
            around[i] &= !begun[i];
        }
        return around;
    }

    /**
     * The picture to keep of the frame: as it is put out, but the bare new paint where it has yet to fade in, and around what begins, where it goes on. Where the network was told of old
     * paint it paints that softer than it is; so around what is renewed the old strokes are kept, in the new paint's colours. Beside what was uncovered they may be another
     * thing's, so there the new paint is kept as it is.
     */
    Image kept(Image painted, Image fresh, Rows rows) {
        if (joinsNone()) {
            return painted;
        }
        int w = painted.width();
        int n = painted.pixels();
        Image picture = new Image(w, painted.height(), painted.data().clone());
        for (int c = 0; c < 3; c++) {
            Plane off = new Plane(w, painted.height());
            for (int i = 0, k = c * n; i < n; i++, k++) {
                off.data()[i] = fresh.data()[k] - painted.data()[k];
            }
            Plane colour = BoxBlur.tent(off, STROKES, rows);
            for (int i = 0, k = c * n; i < n; i++, k++) {
                if (renewed[i] || uncovered[i]) {
                    picture.data()[k] = fresh.data()[k];
                } else if (around[i]) {
                    picture.data()[k] = Math.max(0, Math.min(1, painted.data()[k] + colour.data()[i]));
                }
            }
        }
        return picture;
    }
}
