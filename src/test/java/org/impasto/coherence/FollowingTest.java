package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.junit.jupiter.api.Test;

/** A network whose noise is carried is followed. */
class FollowingTest {
    private static final int W = 96;
    private static final int H = 48;
    private static final int SIDE = 20;
    private static final int TOP = 14;
    private static final float HALO = 0.6f;
    private static final float GROUND = 0.3f;
    private static final Image SOURCE = grey(0.5f);

    private static Image grey(float value) {
        return columns(value, 0, 0, 0);
    }

    /** One grey, but for some columns. */
    private static Image columns(float value, int first, int count, float there) {
        Image image = new Image(W, H);
        for (int k = 0; k < 3 * W * H; k++) {
            image.data()[k] = k % W >= first && k % W < first + count ? there : value;
        }
        return image;
    }

    private static Motion still(float trust, boolean known) {
        Motion still = new Motion(new FlowField(W, H), new Plane(W, H), known);
        Arrays.fill(still.trust().data(), trust);
        return still;
    }

    private static CoherenceRule rule() {
        return new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
    }

    private static CoherenceState next(CoherenceState state, Motion motion, double strength, Image fresh) {
        return Film.next(rule(), state, SOURCE, motion, strength, new NoisePlane(1), (p, n) -> fresh);
    }

    /** What a frame shows that was painted {@code before} and is now painted {@code fresh}. */
    private static Image shown(Image before, Motion motion, double strength, Image fresh) {
        return next(rule().first(SOURCE, (p, n) -> before), motion, strength, fresh).painted();
    }

    /** The same where the source was another and the flow is not believed. */
    private static Image changed(Image from) {
        return next(rule().first(from, (p, n) -> grey(0.4f)), still(0, false), 1, grey(0.5f)).painted();
    }

    private static float middle(Image image) {
        return image.at(0, W / 2, H / 2);
    }

    @Test
    void aTenthOfEachFrameIsWhatTheNetworkPaints() {
        assertEquals(0.41, middle(shown(grey(0.4f), still(1, false), 1, grey(0.5f))), 0.001);
        CoherenceState state = rule().first(SOURCE, (p, n) -> grey(0.4f));
        for (int t = 1; t <= 10; t++) {
            state = next(state, still(1, false), 1, grey(0.5f));
        }
        assertEquals(0.5 - 0.1 * Math.pow(0.9, 10), middle(state.painted()), 0.001);
    }

    @Test
    void strengthTakesFromWhatIsKept() {
        assertEquals(0.455, middle(shown(grey(0.4f), still(1, false), 0.5, grey(0.5f))), 0.001);
        assertEquals(0.5, middle(shown(grey(0.4f), still(1, false), 0, grey(0.5f))), 0.001);
    }

    @Test
    void aFlowThatContradictsItselfIsHeldWhereItsSourceLooksTheSame() {
        assertEquals(0.5 - 0.1 * 0.9 * 0.8, middle(shown(grey(0.4f), still(0, false), 1, grey(0.5f))), 0.001);
        assertEquals(0.5 - 0.1 * 0.9 * 0.8 / 3, middle(changed(grey(0.48f))), 0.001, "a change of 0.02 of 0.03");
        assertEquals(0.5, middle(changed(grey(0.46f))), 0.001);
    }

    @Test
    void whatIsKnownToHaveBeenHiddenIsNot() {
        assertEquals(0.5, middle(shown(grey(0.4f), still(0, true), 1, grey(0.5f))), 0.001);
        assertEquals(0.5 - 0.1 * 0.9, middle(shown(grey(0.4f), still(0.4f, true), 1, grey(0.5f))), 0.001);
    }

    @Test
    void aLineThatTheNetworkNoLongerPaintsGoesAtOnce() {
        Image line = columns(0.5f, W / 2, 1, 0.9f);
        // What a tent of three to each side leaves of a line of one pixel is not fine: less than a fifth.
        assertEquals(0.5, middle(shown(line, still(1, false), 1, grey(0.5f))), 0.4 / 5);
        assertEquals(0.9, middle(shown(line, still(1, false), 1, line)), 0.02);
        assertEquals(0.5 + 0.9 * 0.4, shown(columns(0.5f, W / 4, W / 2, 0.9f), still(1, false), 1, grey(0.5f)).at(0, W / 2, H / 2), 0.01, "what is broad is averaged");
    }

    /** The flow of every other pixel is not believed, and the source has changed there by too much for it to be held. */
    @Test
    void trustThatDiffersFromPixelToPixelIsMadeSoft() {
        Plane change = new Plane(W, H);
        Arrays.fill(change.data(), 0.05f);
        for (boolean known : new boolean[] {false, true}) {
            Motion motion = still(1, known);
            for (int i = 0; i < W * H; i++) {
                motion.trust().data()[i] = (i % W + i / W) % 2;
            }
            Plane trust = Following.trust(motion, change, Rows.SERIAL);
            assertEquals(0.5, trust.at(W / 2 + 1, H / 2), 0.01);
            assertEquals(known ? 0 : 0.5, trust.at(W / 2, H / 2), 0.01, "what is known to have been hidden");
        }
    }

    @Test
    void ofLinesLessIsKeptWhereTheFlowIsHalfBelieved() {
        Image prior = columns(0.5f, W / 2, 1, 0.6f);
        Image fresh = columns(0.5f, W / 2, 1, 0.9f);
        double left = middle(BoxBlur.tent(prior, 3, Rows.SERIAL)) - 0.5;
        double fine = 0.1 - left;
        double freshFine = 4 * fine;
        boolean[] none = new boolean[W * H];
        assertEquals(0.6, middle(Following.clipped(prior, fresh, still(1, false).trust(), none, Rows.SERIAL)), 0.0001);
        assertEquals(0.5 + left + freshFine + 0.6 * (fine - freshFine), middle(Following.clipped(prior, fresh, still(0.4f, false).trust(), none, Rows.SERIAL)), 0.0001);
        assertEquals(0.5 + left + freshFine + 0.6 * (fine - freshFine), middle(Following.clipped(prior, fresh, still(0, false).trust(), none, Rows.SERIAL)), 0.0001);
    }

    @Test
    void whatAPersonHasPaintedStays() {
        Image line = columns(0.5f, W / 2, 1, 0.9f);
        CoherenceState state = rule().pinned(0, SOURCE, line);
        for (int t = 1; t <= 20; t++) {
            state = next(state, still(1, false), 1, grey(0.3f));
        }
        assertEquals(0.9, middle(state.painted()), 0.01);
        assertEquals(0.5, state.painted().at(0, W / 4, H / 2), 0.001);
        assertEquals(0.3 + 0.2 * 0.9 * 0.8, next(state, still(0, false), 1, grey(0.3f)).painted().at(0, W / 4, H / 2), 0.01, "but not where it is not trusted");
    }

    /** A picture goes up by a fifth of a pixel a frame, and from the 22nd row on nothing is trusted once, where a person has painted dark rows from the 24th on. */
    @Test
    void whatAPersonHasPaintedAndWasLetGoOfDoesNotComeBack() {
        Image picture = grey(0.5f);
        for (int k = 0; k < 3 * W * H; k++) {
            picture.data()[k] = k / W % H < 24 ? 0.5f : 0.1f;
        }
        CoherenceState state = rule().pinned(0, SOURCE, picture);
        for (int t = 1; t <= 30; t++) {
            Motion motion = still(1, false);
            Arrays.fill(motion.backward().v(), 0.2f);
            for (int i = 22 * W; t == 1 && i < W * H; i++) {
                motion.trust().data()[i] = 0;
            }
            state = next(state, motion, 1, grey(0.5f));
        }
        for (int y = 0; y < 22; y++) {
            assertEquals(0.5, state.painted().at(0, W / 2, y), 0.02, "row " + y);
        }
    }

    private static boolean near(int i, int t, int by) {
        int left = 12 + t;
        return i % W >= left - by && i % W < left + SIDE + by && i / W >= TOP - by && i / W < TOP + SIDE + by;
    }

    private static Image square(int t, float square, int halo, float around, float ground) {
        Image image = new Image(W, H);
        for (int k = 0; k < 3 * W * H; k++) {
            int i = k % (W * H);
            image.data()[k] = near(i, t, 0) ? square : near(i, t, halo) ? around : ground;
        }
        return image;
    }

    /** A square that moves by a pixel a frame over a plain ground, hardly lighter than it; the network paints a halo of four pixels around it, and the flow is right. */
    @Test
    void noHaloStaysBehind() {
        CoherenceRule rule = rule();
        CoherenceState state = rule.first(square(0, 0.25f, 0, 0, 0.2f), (p, n) -> square(0, 0.8f, 4, HALO, GROUND));
        for (int t = 1; t <= 40; t++) {
            int now = t;
            Motion motion = still(1, false);
            for (int i = 0; i < W * H; i++) {
                motion.backward().u()[i] = near(i, t, 0) ? -1 : 0;
            }
            state = Film.next(rule, state, square(t, 0.25f, 0, 0, 0.2f), motion, 1, new NoisePlane(1), (p, n) -> square(now, 0.8f, 4, HALO, GROUND));
        }
        assertEquals(GROUND, state.painted().at(0, 12 + 40 - 36, TOP + SIDE / 2), 0.02, "31 frames after the halo has gone on");
    }
}
