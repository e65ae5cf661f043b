package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalTextureTest {
    private static final int WINDOW = 32;

    private Tensor painting;
    private LocalTexture texture;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        manual_seed(1);
        painting = randn(1, 3, 64, 64);
        texture = new LocalTexture(List.of(List.of(Windows.of(painting, WINDOW))));
    }

    /** All over as strong as the painting's, or of twice its variance in the left half beside a flat right one: as wholes they have the same covariance. */
    @Test
    void aFlatHalfIsNotMadeUpForByTheOther() {
        Tensor all = randn(1, 3, 64, 64);
        Tensor half = cat(new TensorVector(randn(1, 3, 64, 32).mul(new Scalar(Math.sqrt(2))), zeros(1, 3, 64, 32)), 3);
        StyleLoss whole = StyleLoss.from(List.of(Windows.wholes(List.of(painting))));
        assertEquals(0, whole.of(Windows.wholes(List.of(all))).item_float(), 0.02);
        assertEquals(0, whole.of(Windows.wholes(List.of(half))).item_float(), 0.02);
        assertEquals(0, loss(all), 0.05);
        assertEquals(0.6, loss(half), 0.05, "1 where there is none, 0.2 where there is twice as much");
    }

    @Test
    void whatVariesFromWindowToWindowIsLeftToTheWhole() {
        Tensor picture = randn(1, 3, 64, 64);
        Tensor lighter = cat(new TensorVector(picture.narrow(3, 0, 32), picture.narrow(3, 32, 32).add(new Scalar(5.0))), 3);
        assertEquals(loss(picture), loss(lighter), 1e-4);
    }

    @Test
    void whatDoesNotFillAWindowIsLeftOut() {
        Tensor odd = randn(2, 3, 40, 67);
        assertEquals(loss(odd.narrow(2, 0, 32).narrow(3, 0, 64)), loss(odd), 1e-6);
    }

    /** Windows of 4 pixels and 12 features: the covariances are not made, and the distance is the one that they have. */
    @Test
    void fewerPixelsThanFeaturesMeasureAlike() {
        Tensor many = randn(1, 12, 8, 8);
        Tensor other = randn(1, 12, 8, 8);
        LocalTexture small = new LocalTexture(List.of(List.of(Windows.of(many, 2))));
        Tensor wanted = covariances(many).mean(new long[] {0}, true, new ScalarTypeOptional());
        Tensor found = covariances(other);
        Tensor energies = found.square().sum(1, 2).add(wanted.square().sum(1, 2));
        float expected = found.sub(wanted).square().sum(1, 2).div(energies).mean().item_float();
        assertEquals(expected, small.of(List.of(Windows.of(other, 2))).item_float(), Precision.LOSS == ScalarType.BFloat16 ? 0.004 * expected : 1e-5, "bfloat16 rounds by 0.4 %");
    }

    private static Tensor covariances(Tensor f) {
        Tensor off = Windows.of(f, 2).centred();
        return off.transpose(1, 2).matmul(off).div(new Scalar(4.0));
    }

    private float loss(Tensor picture) {
        return texture.of(List.of(Windows.of(picture, WINDOW))).item_float();
    }
}
