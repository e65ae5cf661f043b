package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class NewPaintTest {
    private static final int W = 64;
    private static final int H = 48;
    private static final int REACH = Fetch.REACH + 1;

    private static boolean[] all(boolean v) {
        boolean[] result = new boolean[W * H];
        Arrays.fill(result, v);
        return result;
    }

    /** Marks x from 20 to 39. */
    private static boolean[] strip(boolean inside) {
        boolean[] result = all(!inside);
        for (int i = 0; i < result.length; i++) {
            if (i % W >= 20 && i % W < 40) {
                result[i] = inside;
            }
        }
        return result;
    }

    /** Strokes of two pixels, lighter by so much. */
    private static Image strokes(float lighter, float contrast) {
        Image image = new Image(W, H);
        for (int k = 0; k < image.data().length; k++) {
            image.data()[k] = 0.4f + lighter + (k % W / 2 % 2 == 0 ? contrast : -contrast);
        }
        return image;
    }

    @Test
    void whatIsAroundIsAsFarAsPaintIsContinuedAndAPixelMore() {
        NewPaint paint = NewPaint.of(all(true), strip(true), W, Rows.SERIAL);
        for (int x = 0; x < W; x++) {
            assertEquals(x >= 20 - REACH && x < 20 || x >= 40 && x < 40 + REACH, paint.around()[5 * W + x], "column " + x);
            assertFalse(paint.uncovered()[5 * W + x]);
        }
        assertArrayEquals(strip(true), paint.begun());
    }

    @Test
    void ofAWholeFrameTheNewPictureIsKept() {
        Image painted = strokes(0, 0.2f);
        assertArrayEquals(painted.data(), NewPaint.of(new boolean[W * H], new boolean[W * H], W, Rows.SERIAL).kept(painted, painted, Rows.SERIAL).data());
    }

    @Test
    void aroundRenewedPaintOldStrokesAreKeptInTheNewColour() {
        Image painted = strokes(0, 0.2f);
        Image fresh = strokes(0.1f, 0.05f);
        Image kept = NewPaint.of(all(true), strip(true), W, Rows.SERIAL).kept(painted, fresh, Rows.SERIAL);
        for (int x = 0; x < W; x++) {
            int k = 20 * W + x;
            if (x >= 20 && x < 40) {
                assertEquals(fresh.data()[k], kept.data()[k], "bare where it begins");
            } else if (x >= 20 - REACH && x < 40 + REACH) {
                // A box is no perfect filter of strokes: a twentieth of them is left.
                assertEquals(painted.data()[k] + 0.1f, kept.data()[k], 0.01f, "column " + x);
            } else {
                assertEquals(painted.data()[k], kept.data()[k]);
            }
        }
    }

    /** The strokes of what went away must not stay beside it. */
    @Test
    void besideWhatWasUncoveredTheNewPaintIsKept() {
        Image fresh = strokes(0.1f, 0.05f);
        NewPaint paint = NewPaint.of(strip(false), all(false), W, Rows.SERIAL);
        Image kept = paint.kept(strokes(0, 0.2f), fresh, Rows.SERIAL);
        for (int x = 20 - REACH; x < 20; x++) {
            assertTrue(paint.uncovered()[20 * W + x]);
            assertEquals(fresh.data()[20 * W + x], kept.data()[20 * W + x]);
        }
    }
}
