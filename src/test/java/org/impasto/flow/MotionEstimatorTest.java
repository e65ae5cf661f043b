package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.impasto.image.Image;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
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
            double rendered = wrong(scene, 8, MotionEstimator.Way.AS_RENDERED) + wrong(scene, 16, MotionEstimator.Way.AS_RENDERED);
            double smoothed = wrong(scene, 8, MotionEstimator.Way.SMOOTHED) + wrong(scene, 16, MotionEstimator.Way.SMOOTHED);
            assertTrue(rendered < 0.85 * smoothed, clip + ": " + rendered + " against " + smoothed);
        }
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
    void tinyPicturesWork() {
        for (int[] size : new int[][] {{1, 1}, {7, 3}, {33, 12}}) {
            Image grey = new Image(size[0], size[1]);
            Motion motion = between(MotionEstimator.Way.AS_RENDERED, grey, grey);
            assertEquals(size[0] * size[1], motion.trust().data().length);
        }
    }

    /** The share of pixels that the frame before shows, too, whose displacement is wrong by more than half a pixel. */
    private static double wrong(Scene scene, int frame, MotionEstimator.Way way) {
        SceneFrame now = scene.frame(frame);
        FlowField found = between(way, scene.frame(frame - 1).image(), now.image()).backward();
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
