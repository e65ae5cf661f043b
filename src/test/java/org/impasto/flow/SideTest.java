package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.impasto.image.Plane;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.junit.jupiter.api.Test;

class SideTest {
    private static final int W = 96;
    private static final int H = 64;
    private static final int MIDDLE = H / 2 * W + W / 2;

    /** Whole pixels, so that what is fetched is the same value. */
    @Test
    void theTrueMotionExplainsAllAndNoneHardlyAnything() {
        Scene scene = Scenes.translation(W, H, 3, -2, 2);
        Side before = Side.of(scene.frame(0).image());
        Side now = Side.of(scene.frame(1).image());
        FlowField truth = new FlowField(W, H);
        Arrays.fill(truth.u(), -3);
        Arrays.fill(truth.v(), 2);
        double own = now.structure().energy(MIDDLE);
        Plane explained = now.residual(before, truth);
        Plane still = now.residual(before, new FlowField(W, H));
        assertEquals(0, explained.data()[MIDDLE] / own, 1e-3);
        assertTrue(still.data()[MIDDLE] > 0.3 * own, still.data()[MIDDLE] + " of " + own);
    }
}
