package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.measure.Sharpness;
import org.junit.jupiter.api.Test;

class WarpTest {
    private static Image noise(int w, int h) {
        Random random = new Random(w * 31 + h);
        Image image = new Image(w, h);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = random.nextFloat();
        }
        return image;
    }

    private static FlowField shift(int w, int h, float u, float v) {
        FlowField f = new FlowField(w, h);
        Arrays.fill(f.u(), u);
        Arrays.fill(f.v(), v);
        return f;
    }

    @Test
    void zeroFlowIsTheIdentity() {
        for (int[] size : new int[][] {{1, 1}, {2, 1}, {1, 5}, {3, 3}, {17, 40}, {64, 33}}) {
            Image image = noise(size[0], size[1]);
            assertArrayEquals(image.data(), Warp.sharp(image, new FlowField(size[0], size[1]), Rows.SERIAL).data(), 2e-6f,
                    size[0] + "x" + size[1]);
        }
    }

    @Test
    void wholePixelsShift() {
        Image image = noise(40, 30);
        Image moved = Warp.sharp(image, shift(40, 30, 3, -2), Rows.SERIAL);
        for (int c = 0; c < 3; c++) {
            for (int y = 2; y < 30; y++) {
                for (int x = 0; x < 37; x++) {
                    assertEquals(image.at(c, x + 3, y - 2), moved.at(c, x, y), 5e-6);
                }
            }
        }
    }

    @Test
    void wildFlowGivesPixelsOfThePicture() {
        Image image = noise(20, 20);
        for (float wild : new float[] {Float.NaN, 1e30f, Float.NEGATIVE_INFINITY}) {
            for (float v : Warp.sharp(image, shift(20, 20, wild, wild), Rows.SERIAL).data()) {
                assertTrue(v > -0.5 && v < 1.5);
            }
        }
    }

    @Test
    void carryingAPictureFarKeepsMoreOfItThanBilinear() {
        Image image = noise(64, 64);
        // Strokes, not single pixels: twice smoothed.
        Image smooth = image;
        for (int i = 0; i < 2; i++) {
            Image s = new Image(64, 64);
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < 64; y++) {
                    for (int x = 0; x < 64; x++) {
                        s.data()[(c * 64 + y) * 64 + x] = (smooth.at(c, x, y) + smooth.at(c, (x + 1) % 64, y)
                                + smooth.at(c, x, (y + 1) % 64) + smooth.at(c, (x + 1) % 64, (y + 1) % 64)) / 4;
                    }
                }
            }
            smooth = s;
        }
        Image carried = smooth;
        Image bilinear = smooth;
        for (int i = 0; i < 24; i++) {
            FlowField half = shift(64, 64, i % 2 == 0 ? 0.5f : -0.5f, 0);
            carried = Warp.sharp(carried, half, Rows.SERIAL);
            bilinear = bilinear.map(channel -> Warp.smooth(channel, half, Rows.SERIAL));
        }
        double kept = Sharpness.of(carried) / Sharpness.of(smooth);
        double keptBilinear = Sharpness.of(bilinear) / Sharpness.of(smooth);
        assertTrue(kept > 0.65 && kept > 2 * keptBilinear,
                "of the gradient energy are left after 24 half pixel shifts: " + kept + ", bilinear " + keptBilinear);
    }

    @Test
    void bitsDoNotDependOnThreads() {
        Image image = noise(97, 83);
        try (Rows rows = new Rows(3)) {
            assertArrayEquals(Warp.sharp(image, shift(97, 83, 0.3f, -1.7f), Rows.SERIAL).data(),
                    Warp.sharp(image, shift(97, 83, 0.3f, -1.7f), rows).data());
        }
    }
}
