package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class FetchTest {
    private static final int W = 48;
    private static final int H = 32;
    private static final int N = W * H;
    // An anchor keeps paint in steps of this.
    private static final float STEP = 9f / 65535;

    /** Painted on a source that is grey everywhere. */
    private static Anchor anchor(Image picture) {
        return anchor(picture, 0.5f);
    }

    private static Anchor anchor(Image picture, float source) {
        boolean[] all = new boolean[N];
        Arrays.fill(all, true);
        return new Anchor(all, picture, flat(source), new float[ContrastBlend.KEPT.length * W * H], false, Rows.SERIAL);
    }

    private static Image flat(float value) {
        Image image = new Image(W, H);
        Arrays.fill(image.data(), value);
        return image;
    }

    private static Image noise() {
        Random random = new Random(1);
        Image image = new Image(W, H);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = random.nextFloat();
        }
        return image;
    }

    /** All painted here by frame 0. */
    private static Origin whole() {
        return Origin.everywhere(W, H, 0);
    }

    private static float[] fetch(Origin origin, Map<Integer, Anchor> anchors) {
        float[] out = new float[3 * N];
        Fetch fetch = new Fetch(origin, Fetch.seams(origin, Rows.SERIAL), anchors);
        for (int i = 0; i < N; i++) {
            assertTrue(fetch.paint(i, out, new float[3 * N]) >= 0);
        }
        return out;
    }

    @Test
    void withinOnePaintNothingIsBlended() {
        Image picture = noise();
        float[] out = fetch(whole(), Map.of(0, anchor(picture)));
        for (int i = 0; i < out.length; i++) {
            assertEquals(picture.data()[i], out[i], STEP);
        }
    }

    /** Where no seam is said to be near, looking at each neighbour finds none: drifting places, jumps of all sizes, other frames. */
    @Test
    void noSeamIsOverlooked() {
        Random random = new Random(3);
        Map<Integer, Anchor> anchors = Map.of(0, anchor(noise()), 1, anchor(flat(0.5f)));
        Plane everywhere = new Plane(W, H);
        Arrays.fill(everywhere.data(), 1);
        for (int round = 0; round < 20; round++) {
            Origin origin = whole();
            double slope = 0.3 * random.nextDouble();
            double jump = random.nextDouble();
            for (int i = 0; i < N; i++) {
                origin.frame()[i] = random.nextInt(60) == 0 ? 1 : 0;
                float at = (float) (origin.x()[i] * (1 - slope) + (random.nextInt(40) == 0 ? jump : 0));
                origin.x()[i] = Math.max(0, Math.min(W - 1, at));
            }
            Plane seams = Fetch.seams(origin, Rows.SERIAL);
            Fetch quick = new Fetch(origin, seams, anchors);
            Fetch thorough = new Fetch(origin, everywhere, anchors);
            for (int i = 0; i < N; i++) {
                float[] out = new float[3 * N];
                assertEquals(thorough.paint(i, out, new float[3 * N]), quick.paint(i, out, new float[3 * N]), "round " + round + ", pixel " + i);
            }
        }
    }

    @Test
    void paintThatFitsChangesNothingWhereItMeetsAnother() {
        Image picture = noise();
        Origin origin = whole();
        Random random = new Random(2);
        for (int i = 0; i < N; i++) {
            origin.paintedHere(i, random.nextInt(3));
        }
        float[] out = fetch(origin, Map.of(0, anchor(picture), 1, anchor(picture), 2, anchor(picture)));
        for (int i = 0; i < out.length; i++) {
            assertEquals(picture.data()[i], out[i], 2 * STEP);
        }
    }

    @Test
    void aSeamIsARampAsWideAsTheReach() {
        Origin origin = whole();
        for (int i = 0; i < N; i++) {
            origin.paintedHere(i, i % W < W / 2 ? 0 : 1);
        }
        float[] out = fetch(origin, Map.of(0, anchor(flat(0)), 1, anchor(flat(1))));
        double[] wanted = {0, 1 / 9.0, 3 / 9.0, 6 / 9.0, 8 / 9.0, 1};
        for (int k = 0; k < wanted.length; k++) {
            assertEquals(wanted[k], out[H / 2 * W + W / 2 - 3 + k], 1e-3);
        }
    }

    @Test
    void paintThatWasMadeForSomethingElseIsNotMixedIn() {
        Origin origin = whole();
        for (int i = 0; i < N; i++) {
            origin.paintedHere(i, i % W < W / 2 ? 0 : 1);
        }
        float[] out = fetch(origin, Map.of(0, anchor(flat(0), 0.5f), 1, anchor(flat(1), 0.6f)));
        for (int i = 0; i < N; i++) {
            assertEquals(i % W < W / 2 ? 0 : 1, out[i], STEP);
        }
    }

    @Test
    void aSpeckSinksInWhatIsAroundIt() {
        Origin origin = whole();
        int speck = H / 2 * W + W / 2;
        origin.paintedHere(speck, 1);
        float[] out = fetch(origin, Map.of(0, anchor(flat(0)), 1, anchor(flat(1))));
        assertEquals(9 / 81.0, out[speck], 1e-3);
        float most = 0;
        for (float v : out) {
            most = Math.max(most, v);
        }
        assertEquals(out[speck], most);
    }

    /** Paint that was carried from elsewhere goes on there, not here: a paint twice as far away, and one beyond the frame. */
    @Test
    void aNeighboursPaintIsContinuedFromWhereItWasPainted() {
        Image ramp = new Image(W, H);
        for (int i = 0; i < 3 * N; i++) {
            ramp.data()[i] = i % W / (float) W;
        }
        Origin origin = whole();
        int middle = H / 2 * W + W / 2;
        for (int i = middle + 1; i < middle + 6; i++) {
            origin.frame()[i] = 1;
            origin.x()[i] = 5 + i - middle;
            origin.y()[i] = H / 2f;
        }
        float[] out = fetch(origin, Map.of(0, anchor(ramp), 1, anchor(ramp)));
        // Two neighbours of weights 2 x 3 and 1 x 3 of 81, each continued to x = 5.
        double wanted = (72 * (W / 2) + 9 * 5) / 81.0 / W;
        assertEquals(wanted, out[middle], 1e-3);
    }

    @Test
    void whatIsKeptNowhereIsSkipped() {
        Origin origin = whole();
        int gone = H / 2 * W + W / 2;
        origin.paintedHere(gone, 7);
        float[] out = new float[3 * N];
        Fetch fetch = new Fetch(origin, Fetch.seams(origin, Rows.SERIAL), Map.of(0, anchor(flat(0.5f))));
        assertEquals(Fetch.NOTHING, fetch.paint(gone, out, new float[3 * N]));
        assertTrue(fetch.paint(gone + 1, out, new float[3 * N]) >= 0);
        assertEquals(0.5, out[gone + 1], 1e-3);
    }

    /** Half of the picture is renewed: at first what it takes the place of is shown, also to its neighbours. */
    @Test
    void aPatchThatFadesInIsNotSeenAroundItAtOnce() {
        Origin paint = whole();
        Origin fading = new Origin(W, H);
        float[] share = new float[N];
        for (int i = 0; i < N; i++) {
            if (i % W >= W / 2) {
                paint.paintedHere(i, 1);
                fading.paintedHere(i, 0);
                share[i] = 1;
            }
        }
        float[] out = new float[3 * N];
        Map<Integer, Anchor> anchors = Map.of(0, anchor(flat(0)), 1, anchor(flat(1)));
        Fetch fetch = new Fetch(paint, fading, share, Fetch.seams(paint, Rows.SERIAL), anchors, new Fetch(fading, Fetch.seams(fading, Rows.SERIAL), anchors));
        int beside = H / 2 * W + W / 2 - 1;
        float[] old = new float[3 * N];
        assertTrue(fetch.paint(beside, out, old) >= 0);
        assertEquals(0, out[beside], 1e-3);
        assertTrue(fetch.paint(beside + 1, out, old) >= 0);
        assertEquals(0, old[beside + 1], 1e-3);
        for (int i = 0; i < N; i++) {
            share[i] *= 0.25f;
        }
        assertTrue(fetch.paint(beside, out, old) >= 0);
        // A third of what is around it is three quarters new.
        assertEquals(0.25, out[beside], 1e-3);
    }
}
