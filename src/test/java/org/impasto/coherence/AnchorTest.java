package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class AnchorTest {
    private static Anchor anchor(Image image, boolean[] fresh) {
        return new Anchor(fresh, image, image, new float[ContrastBlend.KEPT.length * image.pixels()], false, Rows.SERIAL);
    }

    private static Image noise(int w, int h) {
        Random random = new Random(w + 1000L * h);
        Image image = new Image(w, h);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = random.nextFloat();
        }
        return image;
    }

    @Test
    void pixelsComeBackAsTheyWere() {
        for (int[] size : new int[][] {{1, 1}, {3, 2}, {31, 33}, {64, 40}, {65, 97}}) {
            Image image = noise(size[0], size[1]);
            int n = image.pixels();
            boolean[] all = new boolean[n];
            Arrays.fill(all, true);
            Anchor anchor = anchor(image, all);
            float[] paint = new float[3 * n];
            for (int i = 0; i < n; i++) {
                assertTrue(anchor.paint(i % size[0], i / size[0], paint, i, n, new float[4], new float[4]));
            }
            for (int i = 0; i < 3 * n; i++) {
                assertEquals(image.data()[i], paint[i], 9f / 65535, size[0] + "x" + size[1] + " at " + i);
            }
        }
    }

    @Test
    void onlySquaresWithNewPaintAreKept() {
        Image image = noise(200, 100);
        boolean[] one = new boolean[image.pixels()];
        one[50 * 200 + 40] = true;
        Anchor anchor = anchor(image, one);
        float[] out = new float[3];
        assertTrue(anchor.paint(41.5f, 49.2f, out, 0, 1, new float[4], new float[4]));
        assertFalse(anchor.paint(150, 50, out, 0, 1, new float[4], new float[4]));
    }

    @Test
    void planesAreLinearBetweenTheKeptPixels() {
        for (int[] size : new int[][] {{1, 1}, {2, 5}, {9, 13}, {16, 8}, {21, 18}}) {
            int w = size[0];
            int h = size[1];
            float[] ramp = new float[w * h];
            for (int i = 0; i < ramp.length; i++) {
                ramp[i] = 0.01f * (i % w) + 0.02f * (i / w);
            }
            SmoothPlanes planes = new SmoothPlanes(ramp, 1, w, h);
            for (int i = 0; i < ramp.length; i++) {
                boolean inside = i % w <= (w - 1) / 4 * 4 && i / w <= (h - 1) / 4 * 4;
                // Beyond the last fourth pixel the edge is a little nearer than it seems.
                assertEquals(ramp[i], planes.value(0, i % w, i / w), inside ? 2f / 65535 : 0.07f, w + "x" + h + " at " + i);
            }
        }
    }
}
