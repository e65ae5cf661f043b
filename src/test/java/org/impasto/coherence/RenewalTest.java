package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class RenewalTest {
    private static final int W = 96;
    private static final int H = 64;

    private static Image grey(double v) {
        Image image = new Image(W, H);
        Arrays.fill(image.data(), (float) v);
        return image;
    }

    private static boolean[] all(boolean v) {
        boolean[] result = new boolean[W * H];
        Arrays.fill(result, v);
        return result;
    }

    private static Plane change(float v) {
        Plane plane = new Plane(W, H);
        Arrays.fill(plane.data(), v);
        return plane;
    }

    private static Image coloured(double fresh, double prior, double seen, double now, float change, boolean stands, boolean renewed) {
        return Renewal.coloured(grey(fresh), grey(prior), grey(seen), grey(now), change(change), NewPaint.of(all(stands), all(renewed), W, Rows.SERIAL), Rows.SERIAL);
    }

    @Test
    void newPaintTakesTheMeanOfWhatItReplacesAndNoMoreThanIsAllowed() {
        assertEquals(0.5, coloured(0.49, 0.5, 0.3, 0.3, 0, true, true).data()[0], 1e-5);
        assertEquals(0.4 + Renewal.MOST, coloured(0.4, 0.5, 0.3, 0.3, 0, true, true).data()[0], 1e-5);
        assertEquals(0.51, coloured(0.5, 0.5, 0.3, 0.31, 0.01f, true, true).data()[0], 1e-5, "the source is lighter by 0.01");
    }

    @Test
    void whereNothingIsRenewedOrNothingWasKeptTheNetworkStandsToTheBit() {
        assertEquals(0.49f, coloured(0.49, 0.5, 0.3, 0.3, 0, false, true).data()[0]);
        assertEquals(0.49f, coloured(0.49, 0.5, 0.3, 0.5, 0.2f, true, true).data()[0], "made for something else");
        Image fresh = grey(0.49);
        assertSame(fresh, Renewal.coloured(fresh, grey(0.5), grey(0.3), grey(0.3), change(0), NewPaint.of(all(true), all(false), W, Rows.SERIAL), Rows.SERIAL));
    }

    /** A network that paints a trace darker wherever it is given old paint to continue, over 150 frames: three generations. */
    @Test
    void aShotThatStandsStillKeepsItsColour() {
        Stylization network = (p, n) -> grey(p.isEmpty() ? 0.6 : mean(p.get().picture()) - 0.004);
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        CoherenceState state = rule.first(grey(0.5), network);
        for (int t = 1; t <= 150; t++) {
            state = rule.next(state, grey(0.5), still(), network);
        }
        assertEquals(0.6, mean(state.painted()), 1.0 / 255);
    }

    /** A network that paints darker only where it is given paint: of a patch that is renewed that is what lies around it, and what is kept to soften the seam. */
    @Test
    void whatIsKeptAroundNewPaintKeepsItsColour() {
        Stylization network = (p, n) -> {
            Image painted = grey(0.6);
            for (int k = 0; p.isPresent() && k < painted.data().length; k++) {
                painted.data()[k] = p.get().picture().data()[k] - 0.015f * p.get().trust().data()[k % painted.pixels()];
            }
            return painted;
        };
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        CoherenceState state = rule.first(grey(0.5), network);
        for (int t = 1; t <= 150; t++) {
            state = rule.next(state, grey(0.5), still(), network);
        }
        assertEquals(0.6, mean(state.painted()), 0.5 / 255);
    }

    /** Paint stands for up to two generations, in which the light changes by 0.096 here. */
    @Test
    void aSlowFadeIsFollowed() {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        CoherenceState state = rule.first(grey(0.3), (p, n) -> grey(0.3));
        double furthest = 0;
        for (int t = 1; t <= 200; t++) {
            Image frame = grey(0.3 + 0.001 * t);
            state = rule.next(state, frame, still(), (p, n) -> frame);
            furthest = Math.max(furthest, Math.abs(mean(state.painted()) - mean(frame)));
        }
        assertTrue(furthest < 0.055, "behind by " + furthest);
    }

    private static Motion still() {
        Plane trust = new Plane(W, H);
        Arrays.fill(trust.data(), 1);
        return new Motion(new FlowField(W, H), trust);
    }

    private static double mean(Image image) {
        double sum = 0;
        for (float v : image.data()) {
            sum += v;
        }
        return sum / image.data().length;
    }
}
