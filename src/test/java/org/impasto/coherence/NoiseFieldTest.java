package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.junit.jupiter.api.Test;

class NoiseFieldTest {
    private static final int W = 60;
    private static final int H = 40;
    private static final Image GREY = new Image(W, H);

    private static FlowField everywhere(float u, float v) {
        FlowField flow = new FlowField(W, H);
        Arrays.fill(flow.u(), u);
        Arrays.fill(flow.v(), v);
        return flow;
    }

    private static Plane inside(float u, float v) {
        Plane trust = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            float x = i % W + u;
            float y = i / W + v;
            trust.data()[i] = x >= 0 && x <= W - 1 && y >= 0 && y <= H - 1 ? 1 : 0;
        }
        return trust;
    }

    @Test
    void aPanMovesThePlaneAsOnePiece() {
        NoiseField field = new NoiseField(W, H);
        for (int t = 0; t < 30; t++) {
            field = field.advect(everywhere(1.75f, -0.5f), inside(1.75f, -0.5f), GREY, Rows.SERIAL);
        }
        NoisePlane noise = new NoisePlane(4);
        float[] found = field.of(noise, Rows.SERIAL).data();
        for (int i = 0; i < W * H; i++) {
            // What has come in at the right and at the top as well: no strip of it repeats another.
            assertEquals(noise.at(i % W + 30 * 1.75f, i / W - 15), found[i], 1e-3, i % W + ", " + i / W);
        }
    }

    @Test
    void whatIsUncoveredContinuesWhatIsNearest() {
        NoiseField field = new NoiseField(W, H);
        Arrays.fill(field.x(), 7);
        Plane trust = inside(0, 0);
        for (int y = 10; y < 30; y++) {
            Arrays.fill(trust.data(), y * W + 20, y * W + 33, 0);
        }
        NoiseField next = field.advect(new FlowField(W, H), trust, GREY, Rows.SERIAL);
        for (float x : next.x()) {
            assertEquals(7, x, 1e-5);
        }
        Arrays.fill(field.x(), 0, H / 2 * W, 3);
        next = field.advect(new FlowField(W, H), trust, GREY, Rows.SERIAL);
        assertEquals(3, next.x()[12 * W + 26], 1e-5);
        assertEquals(7, next.x()[27 * W + 26], 1e-5);
    }

    /** Behind a dark thing that moves on comes more of the light ground: its noise, also right beside the thing. */
    @Test
    void whatIsUncoveredContinuesWhatItLooksLike() {
        NoiseField field = new NoiseField(W, H);
        Plane trust = inside(0, 0);
        Image look = new Image(W, H);
        for (int i = 0; i < W * H; i++) {
            boolean thing = i % W >= 30;
            boolean uncovered = i % W >= 18 && !thing;
            field.x()[i] = thing ? 3 : 7;
            trust.data()[i] = uncovered ? 0 : 1;
            look.data()[i] = thing ? 0.3f : 0.5f;
        }
        NoiseField next = field.advect(new FlowField(W, H), trust, look, Rows.SERIAL);
        for (int x = 0; x < W; x++) {
            assertEquals(x < 30 ? 7 : 3, next.x()[20 * W + x], 1e-5, "column " + x);
        }
        next = field.advect(new FlowField(W, H), trust, GREY, Rows.SERIAL);
        assertEquals(3, next.x()[20 * W + 29], 1e-5, "where all looks alike what is nearest");
    }

    @Test
    void whereNothingIsTrustedNoiseStaysWhereItWas() {
        NoiseField next = new NoiseField(W, H).advect(everywhere(2, 0), new Plane(W, H), GREY, Rows.SERIAL);
        assertArrayEquals(new float[W * H], next.x());
    }

    @Test
    void noiseThatHasBeenStretchedTooFarBeginsAnew() {
        NoiseField field = new NoiseField(W, H);
        for (int i = 0; i < W * H; i++) {
            // The left half as it is, moved; the right half stretched to 2.8 times its area.
            field.x()[i] = i % W < W / 2 ? 5 : 5 - 0.4f * (i % W - W / 2);
            field.y()[i] = i % W < W / 2 ? 5 : 5 - 0.4f * (i / W);
        }
        NoiseField mended = field.mended(Rows.SERIAL);
        assertEquals(5, mended.x()[20 * W + 10], 1e-6);
        assertEquals(0, mended.x()[20 * W + 50], 1e-6);
        assertEquals(0, mended.y()[20 * W + 50], 1e-6);
    }

    @Test
    void theNetworkGetsTheNoiseOfWhatItPaints() {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        NoisePlane noise = new NoisePlane(9);
        Image grey = new Image(W, H);
        Motion motion = new Motion(everywhere(0.5f, 0), inside(0.5f, 0));
        CoherenceState state = rule.first(grey, (prior, n) -> {
            assertTrue(n.isEmpty());
            return grey;
        });
        for (int t = 1; t < 100; t++) {
            int now = t;
            state = Film.next(rule, state, grey, motion, 1, noise, (prior, n) -> {
                assertTrue(prior.isEmpty());
                assertEquals(noise.at(30 + now * 0.5f, 20), n.orElseThrow().data()[20 * W + 30], 1e-3);
                return grey;
            });
        }
    }
}
