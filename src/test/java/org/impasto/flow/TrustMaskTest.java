package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class TrustMaskTest {
    private static FlowField constant(int w, int h, float u, float v) {
        FlowField f = new FlowField(w, h);
        Arrays.fill(f.u(), u);
        Arrays.fill(f.v(), v);
        return f;
    }

    @Test
    void stillPictureIsTrustedEverywhereWithFullBorder() {
        Plane mask = TrustMask.of(new FlowField(9, 7), new FlowField(9, 7), TrustMask.Border.FULL, Rows.SERIAL);
        for (float m : mask.data()) {
            assertEquals(1, m, 1e-6);
        }
    }

    @Test
    void stillPictureLosesLastColumnAndRowAsPublished() {
        Plane mask = TrustMask.of(new FlowField(20, 20), new FlowField(20, 20), TrustMask.Border.AS_PUBLISHED, Rows.SERIAL);
        assertEquals(1, mask.at(10, 10), 1e-6);
        assertEquals(1, mask.at(0, 0), 1e-6);
        assertTrue(mask.at(19, 10) < 0.5, "last column");
        assertTrue(mask.at(10, 19) < 0.5, "last row");
    }

    @Test
    void consistentTranslationIsTrustedUpToTheBorderItLeavesBy() {
        Plane mask = TrustMask.of(constant(40, 30, 5, 0), constant(40, 30, -5, 0), TrustMask.Border.FULL, Rows.SERIAL);
        assertEquals(1, mask.at(20, 15), 1e-6);
        assertEquals(0, mask.at(38, 15), 1e-6);
        assertEquals(1, mask.at(2, 15), 1e-6);
    }

    @Test
    void inconsistentFlowIsNotTrustedAndSpreadsOutward() {
        FlowField backward = new FlowField(21, 21);
        FlowField forward = new FlowField(21, 21);
        // |b + f|^2 = 4 >= 0.01 * 4 + 0.5 at one pixel.
        forward.u()[10 * 21 + 10] = 2;
        Plane mask = TrustMask.of(backward, forward, TrustMask.Border.FULL, Rows.SERIAL);
        // One pixel of -1 among ones: a disocclusion counts double under the Gaussian.
        float g0 = weight(0);
        float g1 = weight(1);
        assertEquals(1 - 2 * g0 * g0, mask.at(10, 10), 1e-5);
        assertEquals(1 - 2 * g0 * g1, mask.at(11, 10), 1e-5);
    }

    private static float weight(int i) {
        double sum = 0;
        for (int k = -2; k <= 2; k++) {
            sum += Math.exp(-k * k / 1.28);
        }
        return (float) (Math.exp(-i * i / 1.28) / sum);
    }

    @Test
    void motionBoundaryIsNotTrusted() {
        FlowField backward = new FlowField(30, 10);
        FlowField forward = new FlowField(30, 10);
        for (int y = 0; y < 10; y++) {
            for (int x = 15; x < 30; x++) {
                // 0.4 pixels: consistent for the check (0.16 < 0.5), but an edge: 0.25 * 0.16 > 0.002.
                backward.u()[y * 30 + x] = -0.4f;
            }
        }
        Plane mask = TrustMask.of(backward, forward, TrustMask.Border.FULL, Rows.SERIAL);
        assertTrue(mask.at(14, 5) < 0.3 && mask.at(15, 5) < 0.3, "at the edge");
        assertEquals(1, mask.at(5, 5), 1e-6);
        assertEquals(1, mask.at(25, 5), 1e-6);
    }

    @Test
    void wildValuesAreNotTrusted() {
        for (float wild : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1e30f, 1e9f}) {
            Plane mask = TrustMask.of(constant(12, 12, wild, 0), constant(12, 12, 0, wild), TrustMask.Border.FULL, Rows.SERIAL);
            for (float m : mask.data()) {
                assertEquals(0, m);
            }
            Plane half = TrustMask.of(new FlowField(12, 12), constant(12, 12, wild, 0), TrustMask.Border.FULL, Rows.SERIAL);
            for (float m : half.data()) {
                assertEquals(0, m);
            }
        }
    }

    @Test
    void bitsDoNotDependOnThreads() {
        Random random = new Random(3);
        FlowField b = new FlowField(67, 131);
        FlowField f = new FlowField(67, 131);
        for (float[] d : new float[][] {b.u(), b.v(), f.u(), f.v()}) {
            for (int i = 0; i < d.length; i++) {
                d[i] = (float) random.nextGaussian();
            }
        }
        try (Rows rows = new Rows(3)) {
            assertArrayEquals(TrustMask.of(b, f, TrustMask.Border.AS_PUBLISHED, Rows.SERIAL).data(),
                    TrustMask.of(b, f, TrustMask.Border.AS_PUBLISHED, rows).data());
        }
    }
}
