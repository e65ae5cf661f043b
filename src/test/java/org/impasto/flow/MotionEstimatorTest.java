package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.impasto.image.Image;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.impasto.testing.EightBits;
import org.junit.jupiter.api.Test;

class MotionEstimatorTest {
    @Test
    void aStillPictureDoesNotMoveAndIsBelieved() {
        Image image = Scenes.translation(160, 120, 1, 0, 1).frame(0).image();
        Motion motion = between(MotionEstimator.Way.AS_RENDERED, image, image);
        for (int i = 0; i < image.pixels(); i++) {
            assertEquals(0, motion.backward().u()[i], 1e-4);
            assertEquals(0, motion.backward().v()[i], 1e-4);
            assertEquals(1, motion.trust().data()[i], 1e-4);
        }
    }

    @Test
    void theFlowIsNearerToTheTruthThanSmoothedOnce() {
        for (String clip : new String[] {"harbour", "mill"}) {
            Scene scene = Scenes.clip(clip, 0.5, 4);
            double rendered = wrong(scene, 8, MotionEstimator.Way.AS_RENDERED, EightBits::of) + wrong(scene, 16, MotionEstimator.Way.AS_RENDERED, EightBits::of);
            double smoothed = wrong(scene, 8, MotionEstimator.Way.SMOOTHED, EightBits::of) + wrong(scene, 16, MotionEstimator.Way.SMOOTHED, EightBits::of);
            assertTrue(rendered < 0.85 * smoothed, clip + ": " + rendered + " against " + smoothed);
        }
    }

    /** A branch passes before the sky of the harbour: between it and the houses sky once moved as it did. */
    @Test
    void skyBetweenBranchesStaysBehind() {
        Scene scene = Scenes.clip("harbour", 0.5, 4);
        double chosen = wrong(scene, 8, MotionEstimator.Way.AS_RENDERED, EightBits::of) + wrong(scene, 16, MotionEstimator.Way.AS_RENDERED, EightBits::of);
        double filled = wrong(scene, 8, MotionEstimator.Way.NOTHING_CHOSEN, EightBits::of) + wrong(scene, 16, MotionEstimator.Way.NOTHING_CHOSEN, EightBits::of);
        assertTrue(chosen < 0.7 * filled, chosen + " against " + filled);
    }

    /** Soft clouds differ from pixel to pixel by less than a step of 8 bits. */
    @Test
    void roundingTo8BitsMisleadsNothing() {
        Scene scene = Scenes.clip("mill", 0.5, 4);
        double computed = wrong(scene, 30, MotionEstimator.Way.AS_RENDERED, frame -> frame);
        double rounded = wrong(scene, 30, MotionEstimator.Way.AS_RENDERED, EightBits::of);
        assertTrue(rounded < 1.3 * computed, rounded + " against " + computed);
    }

    /** In the sky there is nothing but grain, another in each frame; the ground below moves, and the sky with it. */
    @Test
    void grainIsNotFollowed() {
        Image[] frames = new Image[2];
        Scene ground = Scenes.translation(240, 160, 2, 0, 2);
        for (int t = 0; t < 2; t++) {
            Image picture = ground.frame(t).image();
            Random grain = new Random(t);
            int n = picture.pixels();
            Image frame = new Image(240, 160);
            for (int i = 0; i < n; i++) {
                float g = 0.03f * (float) grain.nextGaussian();
                for (int c = 0; c < 3; c++) {
                    frame.data()[c * n + i] = (i < n / 2 ? 0.5f : picture.data()[c * n + i]) + g;
                }
            }
            frames[t] = EightBits.of(frame);
        }
        FlowField flow = between(MotionEstimator.Way.AS_RENDERED, frames[0], frames[1]).backward();
        double wrong = 0;
        for (int i = 240 * 16; i < 240 * 64; i++) {
            wrong += Math.hypot(flow.u()[i] + 2, flow.v()[i]) / (240 * 48);
        }
        assertTrue(wrong < 0.7, "pixels on average: " + wrong);
    }

    /** Running sums over ground without anything in it once gave infinite shares, and a flow of NaN. */
    @Test
    void whereThereIsNothingTheFlowIsFinite() {
        Image[] frames = new Image[2];
        for (int t = 0; t < 2; t++) {
            Image texture = Scenes.translation(160, 120, 0, 0, 1).frame(0).image();
            frames[t] = new Image(160, 120);
            int n = texture.pixels();
            for (int i = 0; i < 3 * n; i++) {
                int x = i % 160 - 60 - 3 * t;
                int y = i % n / 160 - 50;
                frames[t].data()[i] = x >= 0 && x < 24 && y >= 0 && y < 24 ? texture.data()[i - 3 * t] : 0.1f;
            }
        }
        Motion motion = between(MotionEstimator.Way.AS_RENDERED, frames[0], frames[1]);
        for (int i = 0; i < 160 * 120; i++) {
            assertTrue(Float.isFinite(motion.backward().u()[i]) && Float.isFinite(motion.backward().v()[i]), "pixel " + i);
        }
        assertEquals(-3, motion.backward().u()[62 * 160 + 75], 0.1);
        assertEquals(1, motion.trust().data()[10 * 160 + 10]);
    }

    @Test
    void twoEstimatorsGiveTheSameBits() {
        Scene scene = Scenes.random(4, 131, 77, 3);
        Image a = scene.frame(0).image();
        Image b = scene.frame(1).image();
        try (MotionEstimator one = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM))) {
            one.between(b, a);
            Motion used = one.between(a, b);
            Motion fresh = between(MotionEstimator.Way.AS_RENDERED, a, b);
            assertArrayEquals(fresh.backward().u(), used.backward().u());
            assertArrayEquals(fresh.backward().v(), used.backward().v());
            assertArrayEquals(fresh.trust().data(), used.trust().data());
        }
    }

    @Test
    void motionSeenFromTheFrameBeforeIsThatOfAClipThatRunsTheOtherWay() {
        Scene scene = Scenes.random(4, 131, 77, 3);
        Image a = scene.frame(0).image();
        Image b = scene.frame(1).image();
        Motion there = between(MotionEstimator.Way.AS_RENDERED, a, b);
        Motion back = between(MotionEstimator.Way.AS_RENDERED, b, a);
        try (MotionEstimator estimator = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM))) {
            MotionPair both = estimator.bothWays(a, b);
            for (Motion[] m : new Motion[][] {{there, both.motion()}, {back, both.reverse().orElseThrow()}}) {
                assertArrayEquals(m[0].backward().u(), m[1].backward().u());
                assertArrayEquals(m[0].backward().v(), m[1].backward().v());
                assertArrayEquals(m[0].trust().data(), m[1].trust().data());
            }
        }
    }

    @Test
    void tinyPicturesWork() {
        for (int[] size : new int[][] {{1, 1}, {7, 3}, {33, 12}}) {
            Image grey = new Image(size[0], size[1]);
            Motion motion = between(MotionEstimator.Way.AS_RENDERED, grey, grey);
            assertEquals(size[0] * size[1], motion.trust().data().length);
        }
    }

    /** The share of pixels that the frame before shows, too, whose displacement is wrong by more than half a pixel. */
    private static double wrong(Scene scene, int frame, MotionEstimator.Way way, UnaryOperator<Image> stored) {
        SceneFrame now = scene.frame(frame);
        FlowField found = between(way, stored.apply(scene.frame(frame - 1).image()), stored.apply(now.image())).backward();
        FlowField truth = now.backward().flow();
        int visible = 0;
        int wrong = 0;
        for (int i = 0; i < now.image().pixels(); i++) {
            if (now.backward().occlusion().data()[i] == 0) {
                visible++;
                wrong += Math.hypot(found.u()[i] - truth.u()[i], found.v()[i] - truth.v()[i]) > 0.5 ? 1 : 0;
            }
        }
        return (double) wrong / visible;
    }

    private static Motion between(MotionEstimator.Way way, Image previous, Image current) {
        try (MotionEstimator estimator = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM), way)) {
            return estimator.between(previous, current);
        }
    }
}
