package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StyleLossTest {
    private static final int SIDE = 16;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
    }

    /** A painting of two colours: its pictures may share them out, a dark scene and a light one, and need not each be half of both. */
    @Test
    void picturesHaveThePaletteTogether() {
        try (PointerScope scope = new PointerScope()) {
            Tensor dark = torch.cat(new TensorVector(torch.ones(1, 1, SIDE, SIDE), torch.zeros(1, 1, SIDE, SIDE)), 1);
            Tensor light = torch.cat(new TensorVector(torch.zeros(1, 1, SIDE, SIDE), torch.ones(1, 1, SIDE, SIDE)), 1);
            StyleLoss painting = new StyleLoss(List.of(List.of(torch.cat(new TensorVector(dark, light), 3))));
            assertEquals(0, of(painting, torch.cat(new TensorVector(light, dark), 0)), 1e-4);
            assertEquals(2, of(painting, torch.cat(new TensorVector(dark, dark), 0)), 1e-4, "no variance, and a mean as far off as the painting's colours are from their mean");
            assertTrue(of(painting, torch.cat(new TensorVector(dark, dark, dark, light), 0)) > 0.1);
        }
    }

    private static float of(StyleLoss painting, Tensor pictures) {
        return painting.of(List.of(pictures)).item_float();
    }
}
