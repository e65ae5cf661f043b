package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
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
            StyleLoss painting = StyleLoss.from(List.of(wholes(torch.cat(new TensorVector(dark, light), 3))));
            assertEquals(0, of(painting, torch.cat(new TensorVector(light, dark), 0)), 1e-4);
            assertEquals(2, of(painting, torch.cat(new TensorVector(dark, dark), 0)), 1e-4, "no variance, and a mean as far off as the painting's colours are from their mean");
            assertTrue(of(painting, torch.cat(new TensorVector(dark, dark, dark, light), 0)) > 0.1);
        }
    }

    /** A dark picture in one step and a light one in the next have the palette together as well; a dark one after these pulls as dark ones would alone. */
    @Test
    void stepsHaveThePaletteTogether() {
        try (PointerScope scope = new PointerScope()) {
            Tensor dark = torch.cat(new TensorVector(torch.ones(1, 1, SIDE, SIDE), torch.zeros(1, 1, SIDE, SIDE)), 1);
            Tensor light = torch.cat(new TensorVector(torch.zeros(1, 1, SIDE, SIDE), torch.ones(1, 1, SIDE, SIDE)), 1);
            StyleLoss painting = StyleLoss.from(List.of(wholes(torch.cat(new TensorVector(dark, light), 3))));
            assertEquals(of(painting, dark), painting.along(wholes(dark), 1).item_float(), 1e-6, "nothing was before");
            assertEquals(0, painting.along(wholes(light), 0.5).item_float(), 1e-6);
            assertEquals(of(painting, torch.cat(new TensorVector(dark, light, dark), 0)), painting.along(wholes(dark), 1 / 3.0).item_float(), Precision.LOSS == ScalarType.BFloat16 ? 0.004 : 1e-6, "bfloat16 rounds by 0.4 %");
            assertEquals(of(painting, dark), painting.along(wholes(dark), 1).item_float(), 1e-6, "all is forgotten");
        }
    }

    /** Pictures like those before have the gradient that they have alone: a small share does not make it small. */
    @Test
    void gradientIsThatOfPicturesThatWereAllLikeThese() {
        torch.manual_seed(1);
        try (PointerScope scope = new PointerScope()) {
            StyleLoss painting = StyleLoss.from(List.of(wholes(torch.randn(1, 2, SIDE, SIDE))));
            Tensor pictures = torch.rand(1, 2, SIDE, SIDE);
            painting.along(wholes(pictures), 1);
            Tensor alone = gradient(pictures, x -> painting.of(wholes(x)));
            Tensor along = gradient(pictures, x -> painting.along(wholes(x), 0.2));
            assertEquals(0, alone.sub(along).abs().max().item_float(), 1e-6 * SIDE);
            assertTrue(alone.abs().max().item_float() > 1e-4);
        }
    }

    static Tensor gradient(Tensor pictures, UnaryOperator<Tensor> loss) {
        Tensor leaf = pictures.clone().set_requires_grad(true);
        loss.apply(leaf).backward();
        return leaf.grad();
    }

    /** A large dark painting beside a small light one is half dark and half light. */
    @Test
    void paintingsCountAlikeWhateverTheirSizes() {
        try (PointerScope scope = new PointerScope()) {
            StyleLoss paintings = StyleLoss.from(List.of(wholes(torch.zeros(1, 2, 2 * SIDE, SIDE)), wholes(torch.ones(1, 2, SIDE, SIDE))));
            assertEquals(0, of(paintings, torch.cat(new TensorVector(torch.zeros(1, 2, SIDE, SIDE), torch.ones(1, 2, SIDE, SIDE)), 0)), 1e-6);
        }
    }

    private static float of(StyleLoss painting, Tensor pictures) {
        return painting.of(wholes(pictures)).item_float();
    }

    private static List<Windows> wholes(Tensor pictures) {
        return Windows.wholes(List.of(pictures));
    }
}
