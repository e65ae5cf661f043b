package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.impasto.image.Plane;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.junit.jupiter.api.Test;

class FlowInverseTest {
    private static final int W = 60;
    private static final int H = 20;

    @Test
    void aTranslationIsTurnedRound() {
        FlowField forward = new FlowField(W, H);
        for (int i = 0; i < W * H; i++) {
            forward.u()[i] = 3.25f;
            forward.v()[i] = -1;
        }
        FlowInverse inverse = FlowInverse.of(forward, new Plane(W, H));
        for (int i = 0; i < W * H; i++) {
            boolean comesIn = i % W < 3 || i / W == H - 1;
            assertEquals(comesIn ? 1 : 0, inverse.uncovered().data()[i], i % W + ", " + i / W);
            if (!comesIn) {
                assertEquals(-3.25f, inverse.backward().u()[i], 1e-5);
                assertEquals(1, inverse.backward().v()[i], 1e-5);
            }
        }
    }

    /** A thing in columns 15 to 24 moves right by 5 over ground that stands still: it covers 25 to 29 and uncovers 15 to 19. */
    @Test
    void whatAThingUncoversIsFoundAndMovesAsTheGround() {
        FlowField forward = new FlowField(W, H);
        Plane hidden = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            int x = i % W;
            forward.u()[i] = x >= 15 && x < 25 ? 5 : 0;
            hidden.data()[i] = x >= 25 && x < 30 ? 1 : 0;
        }
        FlowInverse inverse = FlowInverse.of(forward, hidden);
        for (int i = 0; i < W * H; i++) {
            int x = i % W;
            assertEquals(x >= 15 && x < 20 ? 1 : 0, inverse.uncovered().data()[i], "column " + x);
            assertEquals(x >= 20 && x < 30 ? -5 : 0, inverse.backward().u()[i], 1e-5, "column " + x);
        }
    }

    @Test
    void aSceneWithThingsBeforeOthersIsTurnedRound() {
        Scene scene = Scenes.random(3, 160, 120, 4);
        for (int t = 1; t < 4; t++) {
            SceneFrame frame = scene.frame(t);
            FlowInverse inverse = FlowInverse.of(frame.forward().flow(), frame.forward().occlusion());
            int wrong = 0;
            int seen = 0;
            int missed = 0;
            FlowField truth = frame.backward().flow();
            for (int i = 0; i < truth.u().length; i++) {
                if (frame.backward().occlusion().data()[i] != 0) {
                    continue;
                }
                seen++;
                missed += inverse.uncovered().data()[i] == 0 ? 0 : 1;
                wrong += inverse.uncovered().data()[i] == 0
                        && Math.hypot(truth.u()[i] - inverse.backward().u()[i], truth.v()[i] - inverse.backward().v()[i]) > 0.25 ? 1 : 0;
            }
            assertTrue(wrong < 0.005 * seen, wrong + " of " + seen + " lead elsewhere, of " + missed + " missed");
            assertTrue(missed < 0.03 * seen, missed + " of " + seen + " are taken for uncovered");
        }
    }
}
