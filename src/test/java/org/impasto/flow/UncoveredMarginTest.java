package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;

class UncoveredMarginTest {
    private static final int W = 60;
    private static final int H = 20;

    /** A thing in columns 20 to 29 that moves right by 5 over ground that stands still: columns 15 to 19 are uncovered. */
    @Test
    void theGroundBesideWhatWasUncoveredIsHalfTrustedAndTheThingWhole() {
        FlowField backward = new FlowField(W, H);
        FlowField forward = new FlowField(W, H);
        for (int i = 0; i < W * H; i++) {
            backward.u()[i] = i % W >= 20 && i % W < 30 ? -5 : 0;
            forward.u()[i] = i % W >= 15 && i % W < 25 ? 5 : 0;
        }
        Plane trust = new Plane(W, H);
        Arrays.fill(trust.data(), 1);
        UncoveredMargin.open(trust, TrustMask.uncovered(backward, forward), backward, UncoveredMargin.LEFT);
        for (int i = 0; i < W * H; i++) {
            int x = i % W;
            assertEquals(x >= 11 && x < 20 ? UncoveredMargin.LEFT : 1, trust.data()[i], "column " + x);
        }
    }

    @Test
    void aStillShotStaysTrusted() {
        Plane trust = new Plane(W, H);
        Arrays.fill(trust.data(), 1);
        UncoveredMargin.open(trust, TrustMask.uncovered(new FlowField(W, H), new FlowField(W, H)), new FlowField(W, H), 0);
        for (float v : trust.data()) {
            assertEquals(1, v);
        }
    }
}
