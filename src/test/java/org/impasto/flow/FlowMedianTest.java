package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;

class FlowMedianTest {
    private static final int W = 90;
    private static final int H = 60;
    // A dark thing left of this column, bright ground right of it.
    private static final int OUTLINE = 40;

    private final Image picture = new Image(W, H);
    private final FlowField flow = new FlowField(W, H);
    private final Plane trust = new Plane(W, H);

    FlowMedianTest() {
        Arrays.fill(trust.data(), 1);
        for (int i = 0; i < W * H; i++) {
            for (int c = 0; c < 3; c++) {
                picture.data()[c * W * H + i] = i % W < OUTLINE ? 0.2f : 0.8f;
            }
            // The thing moves by 6 and -3, and its motion reaches 8 pixels into the ground, as with patches.
            flow.u()[i] = i % W < OUTLINE + 8 ? 6 : 0;
            flow.v()[i] = i % W < OUTLINE + 8 ? -3 : 0;
        }
    }

    @Test
    void groundBesideAThingGetsTheGroundsMotion() {
        FlowField decided = decide();
        for (int i = 0; i < W * H; i++) {
            assertEquals(i % W < OUTLINE ? 6 : 0, decided.u()[i], "column " + i % W);
            assertEquals(i % W < OUTLINE ? -3 : 0, decided.v()[i], "column " + i % W);
        }
    }

    @Test
    void whatIsNotBelievedDoesNotCount() {
        // Most of the ground around the outline has the thing's motion now; only what is farther off is believed.
        for (int i = 0; i < W * H; i++) {
            if (i % W < OUTLINE + 14) {
                flow.u()[i] = 6;
                flow.v()[i] = -3;
            }
            trust.data()[i] = i % W >= OUTLINE && i % W < OUTLINE + 14 ? 0 : 1;
        }
        FlowField decided = decide();
        for (int i = 0; i < W * H; i++) {
            assertEquals(i % W < OUTLINE ? 6 : 0, decided.u()[i], "column " + i % W);
        }
    }

    @Test
    void smallDifferencesStandAsTheyAre() {
        for (int i = 0; i < W * H; i++) {
            flow.u()[i] = 1.9f * i / (W * H);
            flow.v()[i] = i % 7 / 10f;
        }
        FlowField decided = decide();
        assertArrayEquals(flow.u(), decided.u());
        assertArrayEquals(flow.v(), decided.v());
    }

    /** All of one colour and believed: every fifth motion within 20 pixels counts alike, and of an even number the lower of the two in the middle is taken. */
    @Test
    void whereAllCountsAlikeItIsTheMedian() {
        Arrays.fill(picture.data(), 0.5f);
        Random random = new Random(1);
        for (int i = 0; i < W * H; i++) {
            flow.u()[i] = 20 * random.nextFloat() - 10;
            flow.v()[i] = random.nextInt(4);
        }
        FlowField decided = decide();
        for (int i = 0; i < W * H; i++) {
            assertEquals(median(flow.u(), i % W, i / W), decided.u()[i], "pixel " + i);
            assertEquals(median(flow.v(), i % W, i / W), decided.v()[i], "pixel " + i);
        }
    }

    private static float median(float[] values, int x, int y) {
        List<Float> around = new ArrayList<>();
        for (int ny = y % 5 + Math.max(0, y / 5 - 4) * 5; ny <= Math.min(H - 1, y + 20); ny += 5) {
            for (int nx = x % 5 + Math.max(0, x / 5 - 4) * 5; nx <= Math.min(W - 1, x + 20); nx += 5) {
                around.add(values[ny * W + nx]);
            }
        }
        return around.stream().sorted().toList().get((around.size() - 1) / 2);
    }

    /** No estimate should hold such values; if one does, a wrong pixel is better than a render that hangs. */
    @Test
    void whatIsNoMotionIsNoEndlessSearch() {
        for (float none : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            flow.u()[30 * W + 45] = none;
            assertTimeoutPreemptively(Duration.ofMinutes(1), this::decide);
        }
    }

    private FlowField decide() {
        try (FlowMedian median = new FlowMedian()) {
            return median.decide(flow, trust, picture);
        }
    }
}
