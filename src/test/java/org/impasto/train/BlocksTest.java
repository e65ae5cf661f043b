package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.upsample_nearest2d;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlocksTest {
    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        manual_seed(1);
    }

    @Test
    void noiseThatPrefersNoPlaceCostsNothing() {
        assertEquals(0, loss(randn(2, 3, 80, 80)), 0.01);
    }

    /** All energy lies in one of four places: (4 - 1)^2 + 3 * (0 - 1)^2; in two of four: 2 * (2 - 1)^2 + 2 * (0 - 1)^2. Both directions. */
    @Test
    void squaresOfOneColourCostMost() {
        assertEquals(2 * 12, loss(upsample_nearest2d(randn(2, 3, 40, 40), 160, 160)), 0.01);
        assertEquals(2 * 4, loss(upsample_nearest2d(randn(2, 3, 80, 80), 160, 160)), 0.1);
    }

    private static float loss(Tensor picture) {
        return Blocks.of(picture).item_float();
    }
}
