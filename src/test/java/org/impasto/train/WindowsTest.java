package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowsTest {
    // bfloat16 rounds by 0.4 %.
    private double rounding;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        manual_seed(1);
        rounding = Precision.LOSS == ScalarType.BFloat16 ? 0.01 : 1e-5;
    }

    @Test
    void countsWholeWindowsOnly() {
        assertEquals(8, Windows.of(randn(2, 3, 19, 18), 7).centred().size(0));
        assertEquals(4, Windows.of(randn(4, 3, 19, 18), 40).centred().size(0), "smaller than a window");
    }

    /** The pixels of both pictures, one much lighter: what varies within windows and what varies between them make what varies in all. */
    @Test
    void windowsTogetherVaryAsAllTheirPixels() {
        Tensor pictures = pictures(3);
        Tensor pixels = pictures.permute(0, 2, 3, 1).reshape(-1, 3);
        Tensor mean = pixels.mean(new long[] {0}, true, new ScalarTypeOptional());
        for (int side : new int[] {1, 4, 8}) {
            near(mean, Windows.of(pictures, side).mean());
            near(covariance(pixels), Windows.of(pictures, side).covariance());
        }
    }

    @Test
    void partsAreThoseOfTheirPictures() {
        Tensor pictures = pictures(3);
        near(Windows.of(pictures.narrow(0, 1, 1), 4).covariance(), Windows.of(pictures, 4).part(1, 1, 2).covariance());
    }

    /** Half of the gradient is not computed, and none through the mean: what is left is the whole gradient of the plain formula. */
    @Test
    void gradientIsThatOfTheFormula() {
        Tensor pictures = pictures(3);
        Tensor wanted = covariance(randn(100, 3));
        near(StyleLossTest.gradient(pictures, x -> covariance(x.permute(0, 2, 3, 1).reshape(-1, 3)).sub(wanted).square().sum()),
                StyleLossTest.gradient(pictures, x -> Windows.of(x, 4).covariance().sub(wanted).square().sum()));
    }

    /** Windows of 64 pixels, and windows of fewer pixels than features, whose covariances are not made. */
    @Test
    void gradientOfTextureIsThatOfTheFormula() {
        texture(8, 3);
        texture(2, 12);
    }

    private void texture(int side, int features) {
        Tensor pictures = pictures(features);
        Windows painting = Windows.of(randn(1, features, 16, 16), side);
        LocalTexture texture = new LocalTexture(List.of(List.of(painting)));
        Tensor wanted = painting.within();
        near(StyleLossTest.gradient(pictures, x -> formula(x, side, wanted)), StyleLossTest.gradient(pictures, x -> texture.of(List.of(Windows.of(x, side)))));
    }

    private static Tensor formula(Tensor pictures, int side, Tensor wanted) {
        long n = pictures.size(2) / side;
        Tensor sum = null;
        for (int i = 0; i < pictures.size(0) * n * n; i++) {
            Tensor window = pictures.narrow(0, i / (n * n), 1).narrow(2, i / n % n * side, side).narrow(3, i % n * side, side);
            Tensor c = covariance(window.permute(0, 2, 3, 1).reshape(-1, pictures.size(1)));
            Tensor off = c.sub(wanted).square().sum().div(c.square().sum().add(wanted.square().sum()));
            sum = sum == null ? off : sum.add(off);
        }
        return sum.div(new Scalar((double) pictures.size(0) * n * n));
    }

    private static Tensor pictures(int features) {
        return cat(new TensorVector(randn(1, features, 8, 8), randn(1, features, 8, 8).mul(new Scalar(0.5)).add(new Scalar(2.0))), 0);
    }

    private static Tensor covariance(Tensor pixels) {
        Tensor off = pixels.sub(pixels.mean(new long[] {0}, true, new ScalarTypeOptional()));
        return off.t().mm(off).div(new Scalar((double) pixels.size(0)));
    }

    private void near(Tensor expected, Tensor found) {
        assertEquals(0, found.sub(expected).abs().max().item_float(), rounding * expected.abs().max().item_float());
    }
}
