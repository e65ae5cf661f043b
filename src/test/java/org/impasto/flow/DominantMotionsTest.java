package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DominantMotionsTest {
    private static final int W = 160;
    private static final int H = 120;
    // A picture that grows by a hundredth while it moves, and one that turns.
    private static final AffineMotion GROUND = new AffineMotion(1.3, 0.01 * W, 0, -0.4, 0, 0.01 * W);
    private static final AffineMotion THING = new AffineMotion(-6.2, 0, -0.02 * W, 0.3, 0.02 * W, 0);

    @Test
    void eachIsFoundTheCommonestFirst() {
        List<AffineMotion> found = DominantMotions.of(twoThings(), believed(1));
        assertEquals(2, found.size());
        assertSame(GROUND, found.get(0), 0.02);
        assertSame(THING, found.get(1), 0.02);
    }

    @Test
    void whatMovesAnyhowDoesNotCount() {
        FlowField flow = twoThings();
        Random random = new Random(1);
        for (int i = 0; i < flow.u().length; i += 1 + random.nextInt(5)) {
            flow.u()[i] = 10 + 20 * random.nextFloat();
            flow.v()[i] = -30 * random.nextFloat();
        }
        List<AffineMotion> found = DominantMotions.of(flow, believed(1));
        assertSame(GROUND, found.get(0), 0.02);
        assertSame(THING, found.get(1), 0.02);
    }

    @Test
    void whatIsNotBelievedIsNotAsked() {
        assertTrue(DominantMotions.of(twoThings(), believed(0.2f)).isEmpty());
        float[] left = believed(1);
        for (int i = 0; i < left.length; i++) {
            left[i] = i % W < W / 2 ? 1 : 0;
        }
        List<AffineMotion> found = DominantMotions.of(twoThings(), left);
        assertEquals(1, found.size());
        assertSame(GROUND, found.get(0), 0.02);
    }

    @Test
    void aPictureTooSmallHasNone() {
        assertTrue(DominantMotions.of(new FlowField(7, 5), new float[35]).isEmpty());
    }

    /** The ground, and a thing on the right that is a third of it. */
    private static FlowField twoThings() {
        FlowField flow = GROUND.field(W, H);
        FlowField thing = THING.field(W, H);
        for (int i = 0; i < flow.u().length; i++) {
            if (i % W >= 2 * W / 3) {
                flow.u()[i] = thing.u()[i];
                flow.v()[i] = thing.v()[i];
            }
        }
        return flow;
    }

    private static float[] believed(float by) {
        float[] all = new float[W * H];
        Arrays.fill(all, by);
        return all;
    }

    /** Everywhere in the picture, in pixels. */
    private static void assertSame(AffineMotion expected, AffineMotion found, double within) {
        for (double x = -0.5; x <= 0.5; x += 0.25) {
            for (double y = -0.4; y <= 0.4; y += 0.2) {
                assertEquals(expected.right(x, y), found.right(x, y), within);
                assertEquals(expected.down(x, y), found.down(x, y), within);
            }
        }
    }
}
