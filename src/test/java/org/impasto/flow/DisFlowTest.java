package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.junit.jupiter.api.Test;

class DisFlowTest {
    @Test
    void findsAKnownTranslation() {
        Scene scene = Scenes.translation(160, 120, 2.5, -1.25, 2);
        Plane first = Luma.of(scene.frame(0).image());
        Plane second = Luma.of(scene.frame(1).image());
        FlowField truth = scene.frame(1).backward().flow();
        for (FlowEstimator estimator : new FlowEstimator[] {new DisFlow(DisFlow.Preset.MEDIUM), new FarnebackFlow(), new TvL1Flow()}) {
            try (estimator) {
                FlowField found = estimator.estimate(second, first);
                double error = 0;
                int count = 0;
                for (int y = 20; y < 100; y++) {
                    for (int x = 20; x < 140; x++) {
                        int i = y * 160 + x;
                        error += Math.hypot(found.u()[i] - truth.u()[i], found.v()[i] - truth.v()[i]);
                        count++;
                    }
                }
                assertTrue(error / count < 0.25, estimator.getClass().getSimpleName() + ": mean error " + error / count + " pixels");
            }
        }
    }

    @Test
    void samePicturesTwiceGiveTheSameBits() {
        Scene scene = Scenes.zoom(131, 77, 1.02, 2);
        Plane first = Luma.of(scene.frame(0).image());
        Plane second = Luma.of(scene.frame(1).image());
        try (DisFlow a = new DisFlow(DisFlow.Preset.MEDIUM); DisFlow b = new DisFlow(DisFlow.Preset.MEDIUM)) {
            FlowField one = a.estimate(second, first);
            FlowField again = a.estimate(second, first);
            FlowField other = b.estimate(second, first);
            assertArrayEquals(one.u(), again.u());
            assertArrayEquals(one.v(), other.v());
        }
    }

    @Test
    void tinyPicturesWork() {
        try (DisFlow dis = new DisFlow(DisFlow.Preset.MEDIUM); TvL1Flow tv = new TvL1Flow()) {
            for (int[] size : new int[][] {{1, 1}, {7, 3}, {33, 12}}) {
                Plane grey = new Plane(size[0], size[1]);
                Arrays.fill(grey.data(), 0.5f);
                assertEquals(size[0] * size[1], dis.estimate(grey, grey).u().length);
                assertEquals(size[0] * size[1], tv.estimate(grey, grey).u().length);
            }
        }
    }
}
