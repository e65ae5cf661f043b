package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.impasto.image.Image;
import org.junit.jupiter.api.Test;

class GuideTest {
    private static final int W = 96;
    private static final int H = 64;
    private static final int EDGE = 48;

    /** Another grain in each frame over a step of brightness that does not move. */
    private static Image frame(int seed, double grain) {
        Random random = new Random(seed);
        return picture(i -> (i % W < EDGE ? 0.3 : 0.7) + grain * random.nextGaussian());
    }

    private static Image picture(IntToDoubleFunction value) {
        Image image = new Image(W, H);
        int n = image.pixels();
        for (int i = 0; i < n; i++) {
            float v = (float) value.applyAsDouble(i);
            for (int c = 0; c < 3; c++) {
                image.data()[c * n + i] = v;
            }
        }
        return image;
    }

    private static Image guide(Image before, Image now) {
        try (Guide guide = new Guide()) {
            Side side = Side.of(now);
            return guide.of(side, side.residual(Side.of(before), new FlowField(W, H)));
        }
    }

    @Test
    void grainGoesAndTheOutlineStays() {
        Image now = frame(2, 0.03);
        Image guide = guide(frame(1, 0.03), now);
        assertTrue(deviation(guide) < 0.4 * deviation(now), deviation(guide) + " of " + deviation(now));
        int row = H / 2 * W;
        assertEquals(now.data()[row + EDGE - 1], guide.data()[row + EDGE - 1], 0.03);
        assertEquals(now.data()[row + EDGE], guide.data()[row + EDGE], 0.03);
    }

    @Test
    void withoutGrainNothingChanges() {
        Image now = frame(2, 0);
        Image guide = guide(now, now);
        int row = H / 2 * W;
        for (int x = EDGE - 6; x < EDGE + 6; x++) {
            assertEquals(now.data()[row + x], guide.data()[row + x], 1e-4, "column " + x);
        }
    }

    /** A narrow thing that was not there before is explained by no motion, and keeps its outline. */
    @Test
    void whatAppearsIsNotTakenForGrain() {
        Image now = picture(i -> Math.abs(i % W - EDGE) < 5 ? 0.8 : 0.3);
        Image guide = guide(picture(i -> 0.3), now);
        int left = H / 2 * W + EDGE - 4;
        assertEquals(0.5, guide.data()[left] - guide.data()[left - 1], 0.02);
    }

    /** Of the left part, far from the outline. */
    private static double deviation(Image image) {
        double sum = 0;
        int n = 0;
        for (int y = 10; y < H - 10; y++) {
            for (int x = 10; x < EDGE - 14; x++) {
                double d = image.data()[y * W + x] - 0.3;
                sum += d * d;
                n++;
            }
        }
        return Math.sqrt(sum / n);
    }
}
