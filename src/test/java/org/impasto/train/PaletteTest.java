package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private Tensor pictures;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        torch.manual_seed(1);
        pictures = torch.randn(2, 3, 32, 24).mul(new Scalar(0.5)).sigmoid();
    }

    @Test
    void ownColoursStayAsTheyAre() {
        Palette p = Palette.between(pictures, List.of(pictures));
        assertEquals(0, far(p.matrix(), torch.eye(3)), 1e-4);
        assertEquals(0, far(p.of(pictures), pictures), 1e-4);
    }

    /** Of all maps that give these colours, only the one that moves them least is symmetric: the one they were made with. */
    @Test
    void symmetricMapOfColoursIsFoundAgain() {
        Tensor map = Pictures.tensor(new float[] {1.2f, 0.3f, -0.1f, 0.3f, 0.8f, 0.2f, -0.1f, 0.2f, 0.6f}, 3, 3);
        Tensor offset = Pictures.tensor(new float[] {0.4f, -0.3f, 0.1f}, 3, 1);
        Tensor painting = new Palette(map, offset).of(pictures);
        // In two pieces of other shapes, and turned: where a colour stands does not matter.
        Tensor left = painting.narrow(3, 0, 8).transpose(2, 3);
        Palette p = Palette.between(pictures, List.of(left, painting.narrow(3, 8, 16)));
        assertEquals(0, far(p.matrix(), map), 1e-3);
        assertEquals(0, far(p.offset(), offset), 1e-3);
        assertEquals(0, far(p.of(pictures), painting), 1e-3);
    }

    /** Nothing to divide by: neither a picture of one colour nor a painting of one makes numbers that are none. */
    @Test
    void picturesOfOneColourGiveThatOne() {
        Tensor flat = torch.full(new long[] {1, 3, 8, 8}, new Scalar(0.3));
        Tensor found = Palette.between(pictures, List.of(flat)).of(pictures);
        assertEquals(0, far(found, torch.full_like(found, new Scalar(0.3))), 0.02);
        Tensor black = torch.cat(new TensorVector(torch.zeros(1, 3, 8, 8), torch.zeros(1, 3, 8, 8)), 0);
        assertTrue(Palette.between(black, List.of(pictures)).of(black).isfinite().all().item_bool());
    }

    private static float far(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item_float();
    }
}
