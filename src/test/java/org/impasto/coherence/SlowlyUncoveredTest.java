package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.junit.jupiter.api.Test;

/** A square that moves by a pixel a frame over a plain ground, hardly lighter than it; the network paints a halo of four pixels around it. Nothing is trusted within so many pixels of where it ends. */
class SlowlyUncoveredTest {
    private static final int W = 96;
    private static final int H = 48;
    private static final int SIDE = 20;
    private static final int TOP = 14;
    private static final float HALO = 0.6f;
    private static final float GROUND = 0.3f;

    private static boolean near(int i, int t, int by) {
        int left = 12 + t;
        return i % W >= left - by && i % W < left + SIDE + by && i / W >= TOP - by && i / W < TOP + SIDE + by;
    }

    private static Image picture(int t, float square, int halo, float around, float ground) {
        Image image = new Image(W, H);
        for (int k = 0; k < 3 * W * H; k++) {
            int i = k % (W * H);
            image.data()[k] = near(i, t, 0) ? square : near(i, t, halo) ? around : ground;
        }
        return image;
    }

    private static Motion motion(int t, int untrusted) {
        Motion motion = new Motion(new FlowField(W, H), new Plane(W, H));
        for (int i = 0; i < W * H; i++) {
            motion.backward().u()[i] = near(i, t, 0) ? -1 : 0;
            motion.trust().data()[i] = near(i, t, untrusted) && !near(i, t, -untrusted) ? 0 : 1;
        }
        return motion;
    }

    private static CoherenceState after(int frames, int untrusted, boolean pinned) {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        Image first = picture(0, 0.8f, 4, HALO, GROUND);
        Image source = picture(0, 0.25f, 0, 0, 0.2f);
        CoherenceState state = pinned ? rule.pinned(0, source, first) : rule.first(source, (p, n) -> first);
        for (int t = 1; t <= frames; t++) {
            int now = t;
            state = rule.next(state, picture(t, 0.25f, 0, 0, 0.2f), motion(t, untrusted), 1, Optional.of(new NoisePlane(1)), (p, n) -> picture(now, 0.8f, 4, HALO, GROUND));
        }
        return state;
    }

    /** Four pixels behind it, one more than is ever untrusted. */
    private static float behind(CoherenceState state) {
        return state.painted().at(0, 12 - 4, TOP + SIDE / 2);
    }

    @Test
    void noHaloStaysBehind() {
        assertEquals(HALO, behind(after(4, 3, false)), 0.02, "it is still close");
        assertEquals(GROUND, behind(after(40, 3, false)), Renewal.MOST + 0.005);
    }

    @Test
    void besideAThinLineNothingIsPaintedOnceMore() {
        assertEquals(HALO, behind(after(40, 1, false)), 0.02);
    }

    @Test
    void whatAPersonHasPaintedStays() {
        assertEquals(HALO, behind(after(40, 3, true)), 0.02);
    }
}
