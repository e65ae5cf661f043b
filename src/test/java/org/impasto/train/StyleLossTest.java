package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StyleLossTest {
    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        manual_seed(1);
    }

    /** Texture of the painting's strength all over, and of twice its variance in the left half with a flat right one, have the same statistics as wholes. */
    @Test
    void inWindowsAFlatHalfIsNotMadeUpForByTheOther() {
        StyleLoss painting = new StyleLoss(List.of(List.of(randn(1, 3, 64, 64))));
        Tensor all = randn(1, 3, 64, 64);
        Tensor half = cat(new TensorVector(randn(1, 3, 64, 32).mul(new Scalar(Math.sqrt(2))), randn(1, 3, 64, 32).mul(new Scalar(0.0))), 3);
        assertEquals(0, loss(painting, all, 1), 0.02);
        assertEquals(0, loss(painting, half, 1), 0.02);
        assertEquals(0, loss(painting, all, 2), 0.05);
        assertEquals(1, loss(painting, half, 2), 0.2, "covariances are twice and nothing of the painting's: each off by as much as it is");
    }

    @Test
    void whatDoesNotFillAWindowIsLeftOut() {
        StyleLoss painting = new StyleLoss(List.of(List.of(randn(1, 3, 64, 64))));
        Tensor odd = randn(2, 3, 19, 21);
        assertEquals(loss(painting, odd.narrow(2, 0, 16).narrow(3, 0, 20), 4), loss(painting, odd, 4), 0);
        assertTrue(loss(painting, odd, 4) > loss(painting, odd, 1), "a few pixels say less of a texture than all");
    }

    private static float loss(StyleLoss painting, Tensor picture, int windows) {
        return painting.of(List.of(picture), windows).item_float();
    }
}
