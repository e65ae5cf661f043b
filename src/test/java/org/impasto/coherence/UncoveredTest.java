package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.junit.jupiter.api.Test;

class UncoveredTest {
    private static final int W = 96;
    private static final int H = 40;
    private static final int SIDE = 12;
    private static final int TOP = 14;
    private static final int STEP = 3;
    private static final float HALO = 0.6f;
    private static final float GROUND = 0.3f;

    private static int left(int t) {
        return 8 + STEP * t;
    }

    private static boolean near(int i, int t, int by) {
        int x = i % W;
        int y = i / W;
        return x >= left(t) - by && x < left(t) + SIDE + by && y >= TOP - by && y < TOP + SIDE + by;
    }

    private static Image picture(int t, float square, int halo, float ground) {
        Image image = new Image(W, H);
        for (int i = 0; i < W * H; i++) {
            for (int c = 0; c < 3; c++) {
                image.data()[c * W * H + i] = near(i, t, 0) ? square : near(i, t, halo) ? HALO : ground;
            }
        }
        return image;
    }

    private static Motion motion(int t) {
        Motion motion = new Motion(new FlowField(W, H), new Plane(W, H));
        for (int i = 0; i < W * H; i++) {
            motion.backward().u()[i] = near(i, t, 0) ? -STEP : 0;
            motion.trust().data()[i] = near(i, t - 1, 0) && !near(i, t, 0) ? 0 : 1;
        }
        return motion;
    }

    /** A square moves over a plain ground, and the network paints a halo of 4 pixels around it. */
    private static CoherenceState after(int frames, Optional<NoisePlane> noise) {
        return after(frames, noise, t -> picture(t, 0.8f, 4, GROUND));
    }

    private static CoherenceState after(int frames, Optional<NoisePlane> noise, IntFunction<Image> network) {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        CoherenceState state = rule.first(picture(0, 0.9f, 0, 0.2f), (p, n) -> network.apply(0));
        for (int t = 1; t <= frames; t++) {
            int now = t;
            state = rule.next(state, picture(t, 0.9f, 0, 0.2f), motion(t), 1, noise, (p, n) -> network.apply(now));
        }
        return state;
    }

    @Test
    void noHaloStaysWhereSomethingHasPassed() {
        float[] shown = after(20, Optional.of(new NoisePlane(1))).painted().data();
        float[] without = after(20, Optional.empty()).painted().data();
        double ground = 0;
        double halo = 0;
        int n = 0;
        for (int x = left(0) + SIDE + 4; x < left(20) - 6 - 6 * STEP; x++) {
            for (int y = TOP + 2; y < TOP + SIDE - 2; y++) {
                // Paints of single frames meet here every three pixels, and what was kept of each is a spline.
                assertEquals(GROUND, shown[y * W + x], 0.08, x + ", " + y);
                ground += shown[y * W + x];
                halo += without[y * W + x];
                n++;
            }
        }
        assertEquals(GROUND, ground / n, 0.02);
        // What this is about: with a network whose noise stands still a third of the halo stays.
        assertEquals(0.4, halo / n, 0.03);
    }

    /** A network that paints the ground lighter in each frame. What the square uncovered two frames before the last, and no longer looks like it in the last but one, is half of that one's paint and half of the last's. */
    @Test
    void whatWaitsIsMixed() {
        IntFunction<Image> lighter = t -> picture(t, 0.8f, 0, 0.2f + 0.02f * t);
        float[] shown = after(10, Optional.of(new NoisePlane(1)), lighter).painted().data();
        float[] still = after(10, Optional.empty(), lighter).painted().data();
        int middle = (TOP + SIDE / 2) * W + left(7) + STEP / 2;
        assertEquals(0.2 + 0.02 * 9.5, shown[middle], 0.004);
        assertEquals(0.2 + 0.02 * 9, still[middle], 0.004, "a network whose noise stands still");
    }

    /**
     * What the first frame's network painted beside the square goes as well, once the square has gone: it jumps away by its side, and is seen no more. It is hardly lighter than the ground, so nobody sees from the source
     * that what is beside it has changed.
     */
    @Test
    void noHaloStaysWhereSomethingStood() {
        int beside = (TOP + SIDE / 2) * W + left(0) - 4;
        assertEquals(HALO, after(Optional.of(new NoisePlane(1)), 1).painted().data()[beside], 0.02, "it has just gone");
        assertEquals(GROUND, after(Optional.of(new NoisePlane(1)), 20).painted().data()[beside], Renewal.MOST + 0.005);
        assertEquals(HALO, after(Optional.empty(), 20).painted().data()[beside], 0.02, "a network whose noise stands still");
    }

    /** The square is in the first frame only. */
    private static CoherenceState after(Optional<NoisePlane> noise, int frames) {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        CoherenceState state = rule.first(picture(0, 0.24f, 0, 0.2f), (p, n) -> picture(0, 0.8f, 4, GROUND));
        int gone = 1000;
        for (int t = 1; t <= frames; t++) {
            Motion motion = new Motion(new FlowField(W, H), new Plane(W, H));
            for (int i = 0; i < W * H; i++) {
                motion.trust().data()[i] = t == 1 && near(i, 0, 0) ? 0 : 1;
            }
            state = rule.next(state, picture(gone, 0.24f, 0, 0.2f), motion, 1, noise, (p, n) -> picture(gone, 0.8f, 4, GROUND));
        }
        return state;
    }

    @Test
    void whatIsStillBesideSomethingWaits() {
        Settling s = new Settling(1, 20 * W + 46);
        assertEquals(true, s.uncovered.pixels()[20 * W + 40]);
        assertEquals(0.5f, s.trust.data()[20 * W + 40]);
        assertEquals(false, s.stands[20 * W + 40]);
        assertEquals(false, s.renewed[20 * W + 40]);
        assertEquals(1, s.trust.data()[20 * W + 20], "nothing has come into sight there");
    }

    @Test
    void whatNothingIsBesideAnyLongerIsRenewedWithWhatStoodBesideIt() {
        Settling s = new Settling(9, 20 * W + 47);
        assertEquals(1, s.trust.data()[20 * W + 40]);
        assertEquals(true, s.renewed[20 * W + 40]);
        assertEquals(true, s.renewed[20 * W + 23]);
        assertEquals(true, s.renewed[33 * W + 40]);
        assertEquals(false, s.renewed[20 * W + 22]);
        assertEquals(false, s.renewed[34 * W + 40]);
        assertEquals(false, s.renewed[20 * W + 41], "what something comes into sight close to");
        assertEquals(false, s.uncovered.without(s.renewed).pixels()[20 * W + 40]);
        assertEquals(false, s.uncovered.without(s.renewed).wide()[20 * W + 40]);
        assertEquals(true, s.uncovered.without(s.renewed).pixels()[20 * W + 47]);
    }

    /** In a film with grain many pixels here and there are painted anew. */
    @Test
    void whatStoodBesideLessThanAPieceStays() {
        Settling s = new Settling(7, 20 * W + 47);
        assertEquals(true, s.renewed[20 * W + 40]);
        assertEquals(true, s.renewed[20 * W + 34]);
        assertEquals(false, s.renewed[20 * W + 33]);
    }

    @Test
    void whatMayNotBeRenewedYetIsKeptInMind() {
        Settling s = new Settling(1, 20 * W + 47, 20 * W + 40);
        assertEquals(false, s.renewed[20 * W + 40]);
        assertEquals(true, s.uncovered.without(s.renewed).pixels()[20 * W + 40]);
    }

    /** A square has come into sight, to (40, 20) from the left, and in the next frame a pixel does. */
    private static final class Settling {
        private final boolean[] stands = new boolean[W * H];
        private final boolean[] renewed = new boolean[W * H];
        private final Plane trust = new Plane(W, H);
        private final Uncovered uncovered;

        private Settling(int side, int opens, int... taken) {
            Arrays.fill(stands, true);
            Arrays.fill(trust.data(), 1);
            for (int i = 0; i < side * side; i++) {
                stands[(20 - side / 2 + i / side) * W + 40 - i % side] = false;
            }
            Uncovered first = new Uncovered(W, H).advect(new FlowField(W, H), stands, Rows.SERIAL);
            Arrays.fill(stands, true);
            stands[opens] = false;
            trust.data()[opens] = 0;
            uncovered = first.advect(new FlowField(W, H), stands, Rows.SERIAL);
            uncovered.settle(i -> Arrays.stream(taken).noneMatch(k -> k == i), i -> true, trust, stands, renewed, Rows.SERIAL);
        }
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        Uncovered uncovered = new Uncovered(7, 5);
        uncovered.pixels()[3] = true;
        uncovered.pixels()[34] = true;
        uncovered.wide()[34] = true;
        uncovered.since()[4] = true;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        uncovered.write(new DataOutputStream(bytes));
        assertEquals(15, bytes.size());
        Uncovered read = Uncovered.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), 7, 5);
        assertArrayEquals(uncovered.pixels(), read.pixels());
        assertArrayEquals(uncovered.wide(), read.wide());
        assertArrayEquals(uncovered.since(), read.since());
    }
}
