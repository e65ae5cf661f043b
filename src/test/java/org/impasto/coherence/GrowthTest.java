package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final int W = 120;
    private static final int H = 80;

    /** A twentieth of a pixel is what a good flow trembles by; of single pixels the logarithms spread by 0.1, which are six frames of life. */
    @Test
    void growthIsThatOfTheAreaAndNotOfTheFlowsTrembling() {
        for (float g : Growth.of(stretched(1.2, 1.1), Rows.SERIAL).data()) {
            assertEquals(Math.log(1.2 * 1.1), g, 0.05);
        }
        for (float g : Growth.of(stretched(0.9, 1), Rows.SERIAL).data()) {
            assertEquals(Math.log(0.9), g, 0.05, "shrunk");
        }
    }

    @Test
    void whereNoNeighboursAreOfOneFrameNothingIsSaid() {
        Origin origin = stretched(1.5, 1.5);
        Arrays.setAll(origin.frame(), i -> i);
        for (float g : Growth.of(origin, Rows.SERIAL).data()) {
            assertEquals(0, g, 0);
        }
    }

    private static Origin stretched(double across, double down) {
        Origin origin = new Origin(W, H);
        Random random = new Random(1);
        for (int i = 0; i < W * H; i++) {
            origin.paintedHere(i, 3);
            origin.x()[i] = (float) (i % W / across + 0.05 * random.nextGaussian());
            origin.y()[i] = (float) (i / W / down + 0.05 * random.nextGaussian());
        }
        return origin;
    }
}
