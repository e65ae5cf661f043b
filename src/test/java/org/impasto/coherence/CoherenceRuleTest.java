package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.impasto.flow.DisFlow;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.measure.Sharpness;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoherenceRuleTest {
    private static final int W = 48;
    private static final int H = 32;

    private static Image grey(float v) {
        Image image = new Image(W, H);
        Arrays.fill(image.data(), v);
        return image;
    }

    private static Image noise(long seed) {
        Random random = new Random(seed);
        Image image = new Image(W, H);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = random.nextFloat();
        }
        return image;
    }

    private static Motion still(float trust) {
        Plane mask = new Plane(W, H);
        Arrays.fill(mask.data(), trust);
        return new Motion(new FlowField(W, H), mask);
    }

    private static CoherenceRule rule(double carry, double strength, boolean restore) {
        return new CoherenceRule(new CoherenceSettings(carry, strength, 48, 8, restore), Rows.SERIAL);
    }

    @Test
    void trustedPaintIsCarriedByItsShare() {
        CoherenceState first = rule(0.75, 1, false).first(grey(0.5f), (p, n) -> grey(0.2f));
        CoherenceState next = rule(0.75, 1, false).next(first, grey(0.5f), still(1), (p, n) -> grey(0.6f));
        for (float v : next.painted().data()) {
            // Carried paint is kept in steps of a 28th of an 8-bit step.
            assertEquals(0.75 * 0.2 + 0.25 * 0.6, v, 9.0 / 65535);
        }
    }

    @Test
    void ofWhatIsAtMostHalfTrustedTheNetworkIsNotTold() {
        for (float[] trustAndTold : new float[][] {{0, 0}, {0.4f, 0}, {0.5f, 0}, {0.75f, 0.5f}, {1, 1}}) {
            CoherenceRule rule = rule(1, 1, true);
            CoherenceState first = rule.first(grey(0.5f), (p, n) -> noise(1));
            rule.next(first, grey(0.5f), still(trustAndTold[0]), (p, n) -> {
                assertEquals(trustAndTold[1], p.orElseThrow().trust().at(W / 2, H / 2), "told of " + trustAndTold[0]);
                return noise(2);
            });
        }
    }

    @Test
    void whereThereIsNoTrustTheNetworkStandsToTheBit() {
        for (double[] s : new double[][] {{0, 1}, {1, 0}}) {
            Image fresh = noise(2);
            CoherenceRule rule = rule(0.9, s[1], true);
            CoherenceState first = rule.first(grey(0.5f), (p, n) -> noise(1));
            CoherenceState next = rule.next(first, grey(0.5f), still((float) s[0]), (p, n) -> fresh);
            assertArrayEquals(fresh.data(), next.painted().data());
        }
    }

    @Test
    void paintIsLetGoWhereTheSourceHasChanged() {
        CoherenceRule rule = rule(0.9, 1, false);
        CoherenceState first = rule.first(grey(0.3f), (p, n) -> grey(0.9f));
        CoherenceState next = rule.next(first, grey(0.5f), still(1), (p, n) -> grey(0.1f));
        assertEquals(0.1f, next.painted().at(0, 20, 15));
    }

    /** Each step is far below what a comparison of neighbouring frames could refuse. */
    @Test
    void paintDoesNotSurviveADissolve() {
        for (double carry : new double[] {0.98, 1}) {
            CoherenceRule rule = rule(carry, 1, false);
            CoherenceState state = rule.first(grey(0.2f), (p, n) -> grey(1));
            for (int i = 1; i <= 24; i++) {
                state = rule.next(state, grey(0.2f + 0.6f * i / 24), still(1), (p, n) -> grey(0));
            }
            for (float v : state.painted().data()) {
                assertTrue(v < 0.05, "left of the old paint with carry " + carry + ": " + v);
            }
        }
    }

    /** Twenty steps of half a pixel: a picture that is resampled at each would have lost its finest structure. */
    @Test
    void carriedPaintIsResampledOnce() {
        CoherenceRule rule = rule(1, 1, false);
        Image paint = noise(1);
        FlowField half = new FlowField(W, H);
        Arrays.fill(half.u(), 0.5f);
        Plane trust = new Plane(W, H);
        Arrays.fill(trust.data(), 1);
        CoherenceState state = rule.first(grey(0.5f), (p, n) -> paint);
        for (int i = 0; i < 20; i++) {
            state = rule.next(state, grey(0.5f), new Motion(half, trust), (p, n) -> grey(0));
        }
        for (int y = 0; y < H; y++) {
            // What comes in at the right edge spreads by a pixel a frame.
            for (int x = 0; x < W - 24; x++) {
                assertEquals(paint.at(1, x + 10, y), state.painted().at(1, x, y), 9f / 65535, x + ", " + y);
            }
        }
    }

    /** Every generation paints the whole frame without a prior, takes the place of the one before a little in each frame, and only what is still shown is kept. */
    @Test
    void generationsFollowEachOtherBitByBit() {
        CoherenceSettings settings = CoherenceSettings.of(1, 1);
        CoherenceRule rule = new CoherenceRule(settings, Rows.SERIAL);
        Motion still = new Motion(new FlowField(160, 120), filled(160, 120));
        Image[] paints = {new Image(160, 120), new Image(160, 120)};
        Arrays.fill(paints[1].data(), 1);
        CoherenceState state = rule.first(paints[0], (p, n) -> paints[0]);
        double before = 0;
        for (int t = 1; t < 150; t++) {
            boolean begins = t % settings.generation() == 0;
            int generation = t / settings.generation();
            state = rule.next(state, paints[0], still, (p, n) -> {
                assertEquals(begins, p.isEmpty());
                return paints[generation % 2];
            });
            for (int frame : state.paint().frame()) {
                assertEquals(generation * settings.generation(), frame, "paint in frame " + t);
            }
            double shown = mean(state.painted());
            assertEquals(before, shown, 0.1, "what frame " + t + " shows, and the one before");
            if (begins) {
                assertEquals((generation - 1) % 2, shown, 1e-3, "through before the next begins");
            }
            assertTrue(state.anchors().size() <= 2, state.anchors().size() + " frames are kept");
            before = shown;
        }
    }

    private static double mean(Image image) {
        double sum = 0;
        for (float v : image.data()) {
            sum += v;
        }
        return sum / image.data().length;
    }

    /** New paint fades in: the steepest of the eight steps is 0.187 of the difference. */
    @Test
    void renewalDoesNotPop() {
        CoherenceRule rule = rule(1, 1, false);
        CoherenceState state = rule.first(grey(0.5f), (p, n) -> grey(1));
        for (int t = 1; t < 96; t++) {
            CoherenceState next = rule.next(state, grey(0.5f), still(1), (p, n) -> grey(0));
            for (int i = 0; i < W * H; i++) {
                float step = Math.abs(next.painted().data()[i] - state.painted().data()[i]);
                assertTrue(step <= 0.19, "a step of " + step + " in frame " + t);
            }
            state = next;
        }
        assertEquals(0, state.painted().at(0, 20, 15), Renewal.MOST + 0.001);
    }

    /** A new generation is seen at once where nothing was trusted when it began; beside that the paint before it does not end within a pixel. */
    @Test
    void whatGoesIsCutSoftly() {
        float[] whole = secondGeneration(still(1)).painted().data();
        Motion motion = still(1);
        for (int i = 0; i < W * H; i++) {
            motion.trust().data()[i] = i % W < W / 2 ? 0 : 1;
        }
        float[] cut = secondGeneration(motion).painted().data();
        for (int y = 4; y < H - 4; y++) {
            int seam = y * W + W / 2;
            assertEquals(0, cut[seam - 1], 1e-4);
            assertEquals(whole[seam] / 3, cut[seam], 0.002);
            assertEquals(7 * whole[seam + 1] / 9, cut[seam + 1], 0.002);
            assertEquals(whole[seam + 2], cut[seam + 2], 1e-4);
            assertTrue(whole[seam] > 0.9, "what is there still of the paint before: " + whole[seam]);
        }
    }

    /** White paint until the first frame of a new generation, which is black; the second frame of that. */
    private static CoherenceState secondGeneration(Motion motionOfFirst) {
        CoherenceRule rule = rule(1, 1, false);
        CoherenceState state = rule.first(grey(0.5f), (p, n) -> grey(1));
        for (int t = 1; t < 50; t++) {
            float paint = t < 48 ? 1 : 0;
            state = rule.next(state, grey(0.5f), t == 48 ? motionOfFirst : still(1), (p, n) -> grey(paint));
        }
        return state;
    }

    private static Plane filled(int w, int h) {
        Plane plane = new Plane(w, h);
        Arrays.fill(plane.data(), 1);
        return plane;
    }

    /** No pixel is only copied for long: what the network stopped painting fades. */
    @Test
    void oldPaintFades() {
        CoherenceRule rule = rule(1, 1, true);
        CoherenceState state = rule.first(grey(0.5f), (p, n) -> grey(1));
        for (int i = 0; i < 96; i++) {
            state = rule.next(state, grey(0.5f), still(1), (p, n) -> grey(0.25f));
        }
        assertEquals(0.25, state.painted().at(0, 20, 15), Renewal.MOST + 0.01);
    }

    /** Paint that grows with its thing, by a hundredth a frame, is as crisp as it was painted: waves of six pixels. */
    @Test
    void paintThatGrowsStaysCrisp() {
        CoherenceRule plain = rule(1, 1, false);
        CoherenceRule restored = rule(1, 1, true);
        Image waves = new Image(W, H);
        for (int i = 0; i < waves.data().length; i++) {
            waves.data()[i] = 0.5f + 0.3f * (float) Math.sin(2 * Math.PI * (i % W) / 6);
        }
        Motion grows = still(1);
        for (int i = 0; i < W * H; i++) {
            grows.backward().u()[i] = -0.01f * (i % W - W / 2f);
            grows.backward().v()[i] = -0.01f * (i / W - H / 2f);
        }
        CoherenceState without = plain.first(grey(0.5f), (p, n) -> waves);
        CoherenceState with = without;
        for (int t = 1; t <= 10; t++) {
            without = plain.next(without, grey(0.5f), grows, (p, n) -> waves);
            with = restored.next(with, grey(0.5f), grows, (p, n) -> waves);
        }
        assertEquals(0.82, Sharpness.of(without.painted()) / Sharpness.of(waves), 0.03);
        assertEquals(1, Sharpness.of(with.painted()) / Sharpness.of(waves), 0.05);
    }

    @Test
    void contrastOfUnrelatedTexturesIsRestored() {
        CoherenceRule plain = rule(0.5, 1, false);
        CoherenceRule restored = rule(0.5, 1, true);
        CoherenceState first = plain.first(grey(0.5f), (p, n) -> noise(1));
        double without = variance(plain.next(first, grey(0.5f), still(1), (p, n) -> noise(2)).painted());
        double with = variance(restored.next(first, grey(0.5f), still(1), (p, n) -> noise(2)).painted());
        double alone = variance(noise(2));
        assertEquals(0.5, without / alone, 0.05, "two unrelated textures half and half");
        assertTrue(with / alone > 0.8, "restored: " + with / alone);
    }

    @Test
    void whatIsHalfTrustedForLongDoesNotTurnIntoSpecks() {
        CoherenceRule rule = rule(1, 1, true);
        CoherenceState state = rule.first(grey(0.5f), (p, n) -> dull(0));
        for (int t = 1; t < 30; t++) {
            int seed = t;
            state = rule.next(state, grey(0.5f), still(0.8f), (p, n) -> dull(seed));
        }
        for (float v : state.painted().data()) {
            assertTrue(v > 0.29 && v < 0.71, "the network paints 0.3 to 0.7, and here stands " + v);
        }
    }

    private static Image dull(long seed) {
        Image image = noise(seed);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = 0.3f + 0.4f * image.data()[i];
        }
        return image;
    }

    private static double variance(Image image) {
        double mean = 0;
        double square = 0;
        for (float v : image.data()) {
            mean += v / image.data().length;
            square += (double) v * v / image.data().length;
        }
        return square - mean * mean;
    }

    /** A network that repaints the place for a change of a hundredth, on footage with grain; measured with the true flow. */
    @Test
    void flickeringNetworkIsCalmedWithoutGoingSoft(@TempDir Path folder) {
        Path file = TinyNetworks.flickeryPainter().write(folder.resolve("painter.onnx"));
        try (Stylizer stylizer = Stylizers.load(file, DeviceChoice.parse("cpu"), 1, m -> { })) {
            for (Scene scene : List.of(Scenes.translation(160, 90, 1.3, 0.6, 12), Scenes.rotation(160, 90, 0.5, 12))) {
                CoherenceBench.Result r = CoherenceBench.run(CoherenceBench.scene(scene, CoherenceBench.FRAMES, 0.02), stylizer, CoherenceSettings.of(1, 1),
                        () -> new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM)), true);
                assertTrue(r.warpError() < 0.15, scene.name() + ": warp error " + r.warpError() + " of the baseline's");
                assertTrue(r.sharpness() > 0.9, scene.name() + ": sharpness " + r.sharpness() + " of the baseline's");
            }
        }
    }

    @Test
    void bitsDoNotDependOnThreads() {
        CoherenceSettings settings = CoherenceSettings.of(0.9, 1);
        Image painted = noise(1);
        Image fresh = noise(2);
        Image content = noise(3);
        try (Rows rows = new Rows(3)) {
            CoherenceState a = new CoherenceRule(settings, Rows.SERIAL).first(content, (p, n) -> painted);
            CoherenceState b = new CoherenceRule(settings, rows).first(content, (p, n) -> painted);
            a = new CoherenceRule(settings, Rows.SERIAL).next(a, content, still(0.7f), (p, n) -> fresh);
            b = new CoherenceRule(settings, rows).next(b, content, still(0.7f), (p, n) -> fresh);
            assertArrayEquals(a.painted().data(), b.painted().data());
            assertArrayEquals(a.paint().x(), b.paint().x());
        }
    }
}
