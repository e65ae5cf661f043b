package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.junit.jupiter.api.Test;

class HalfSizeFlowTest {
    /** Says how large the pictures were that it was given. */
    private static final FlowEstimator RAMP = new FlowEstimator() {
        @Override
        public FlowField estimate(Plane from, Plane to) {
            FlowField flow = new FlowField(from.width(), from.height());
            for (int i = 0; i < flow.u().length; i++) {
                flow.u()[i] = i % from.width();
                flow.v()[i] = i / from.width();
            }
            return flow;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @Test
    void displacementsAreDoubledAndStandAtTheirPixelsCentres() {
        try (FlowEstimator flow = new HalfSizeFlow(RAMP)) {
            FlowField f = flow.estimate(new Plane(9, 7), new Plane(9, 7));
            assertEquals(9, f.width());
            // The displacement of a coarse pixel c, at 2 c + 0.5, is c; doubled, that is x - 0.5.
            assertEquals(3.5, f.u()[4], 1e-6);
            assertEquals(2.5, f.v()[3 * 9 + 4], 1e-6);
            assertEquals(0, f.u()[0], "beyond the last centre nothing is guessed");
        }
    }

    @Test
    void aKnownTranslationIsFound() {
        Scene scene = Scenes.translation(160, 96, 3, -2, 2);
        try (FlowEstimator flow = new HalfSizeFlow(new FarnebackFlow())) {
            FlowField f = flow.estimate(Luma.of(scene.frame(0).image()), Luma.of(scene.frame(1).image()));
            int near = 0;
            for (int y = 16; y < 80; y++) {
                for (int x = 16; x < 144; x++) {
                    near += Math.hypot(f.u()[y * 160 + x] - 3, f.v()[y * 160 + x] + 2) < 0.5 ? 1 : 0;
                }
            }
            assertTrue(near > 0.9 * 64 * 128, near + " of " + 64 * 128);
        }
    }
}
