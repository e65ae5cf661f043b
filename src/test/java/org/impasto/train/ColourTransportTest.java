package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColourTransportTest {
    private static final double[] NAVY = {0.1, 0.2, 0.4};
    private static final double[] CREAM = {0.9, 0.85, 0.7};

    private Tensor pictures;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        torch.manual_seed(1);
        pictures = torch.rand(2, 3, 64, 48);
    }

    @Test
    void ownColoursStayAsTheyAre() {
        ColourTransport t = ColourTransport.between(colours(pictures), List.of(squares(pictures.narrow(0, 0, 1)), squares(pictures.narrow(0, 1, 1))), 0);
        // The table is smoothed, which pulls black and white in by a quarter of 1/16, and its corners are colours that no picture has.
        assertEquals(0, far(t.of(pictures), pictures), 0.04);
    }

    /** Half of the painting has one colour and half another; so has the scene then, and nothing in between but where its own colours are in between. */
    @Test
    void colourOfThePaintingHasItsShare() {
        Tensor painting = torch.cat(new TensorVector(flat(NAVY, 16, 32), flat(CREAM, 16, 32)), 3);
        Tensor found = ColourTransport.between(colours(pictures), List.of(painting), 0).of(pictures);
        float dark = found.narrow(1, 1, 1).lt(new Scalar(0.4)).to(torch.ScalarType.Float).mean().item_float();
        assertEquals(0.5, dark, 0.1);
        assertEquals(NAVY[2] / 2 + CREAM[2] / 2, found.narrow(1, 2, 1).mean().item_float(), 0.03);
    }

    /** Light blue and dark brown: by light and dark the sky would be cream. */
    @Test
    void hueDecidesMoreThanLight() {
        skyAndEarthBecome(NAVY, CREAM, 0);
    }

    /** Turned by half a circle blue is where orange was. */
    @Test
    void whatHuesBecomeIsTurned() {
        skyAndEarthBecome(CREAM, NAVY, 180);
    }

    private static void skyAndEarthBecome(double[] skys, double[] earths, double turn) {
        Tensor sky = about(0.55, 0.65, 0.85);
        Tensor earth = about(0.5, 0.35, 0.25);
        Tensor painting = torch.cat(new TensorVector(flat(NAVY, 16, 32), flat(CREAM, 16, 32)), 3);
        ColourTransport t = ColourTransport.between(colours(torch.cat(new TensorVector(sky, earth), 3)), List.of(painting), turn);
        assertEquals(skys[0], t.of(sky).narrow(1, 0, 1).mean().item_float(), 0.1);
        assertEquals(earths[0], t.of(earth).narrow(1, 0, 1).mean().item_float(), 0.1);
    }

    /** Red of luma 0.2126, by 120 degrees green of the same: 0.2126 less the luma of (-0.2126, 0.7874, -0.2126), 0.5026, and that. */
    @Test
    void hueIsTurnedAtTheSameLuma() {
        Tensor turned = ColourTransport.turned(Pictures.tensor(new float[] {1, 0, 0}, 3, 1), 120);
        assertEquals(-0.5026, turned.get(0).item_float(), 1e-4);
        assertEquals(0.4974, turned.get(1).item_float(), 1e-4);
        assertEquals(-0.5026, turned.get(2).item_float(), 1e-4);
        Tensor whole = ColourTransport.turned(colours(pictures), 360);
        assertEquals(0, far(whole, colours(pictures)), 1e-5);
    }

    @Test
    void paintingsOfOneColourAndPhotographsOfOneGiveThat() {
        Tensor found = ColourTransport.between(colours(pictures), List.of(flat(CREAM, 8, 8)), 0).of(pictures);
        assertEquals(0, far(found, torch.cat(new TensorVector(flat(CREAM, 48, 64), flat(CREAM, 48, 64)), 0)), 0.01);
        assertTrue(ColourTransport.between(colours(flat(NAVY, 8, 8)), List.of(pictures), 0).of(pictures).isfinite().all().item_bool());
    }

    private static Tensor flat(double[] rgb, int w, int h) {
        long[] size = {1, 1, h, w};
        return torch.cat(new TensorVector(torch.full(size, new Scalar(rgb[0])), torch.full(size, new Scalar(rgb[1])), torch.full(size, new Scalar(rgb[2]))), 1);
    }

    private static Tensor about(double r, double g, double b) {
        return flat(new double[] {r - 0.1, g - 0.1, b - 0.1}, 64, 64).add(torch.rand(1, 3, 64, 64).mul(new Scalar(0.2)));
    }

    private static Tensor colours(Tensor pictures) {
        return pictures.transpose(0, 1).reshape(3, -1);
    }

    /** Each pixel as a square that is averaged. */
    private static Tensor squares(Tensor pictures) {
        return torch.upsample_nearest2d(pictures, new long[] {4 * pictures.size(2), 4 * pictures.size(3)}, new DoubleOptional(), new DoubleOptional());
    }

    private static float far(Tensor a, Tensor b) {
        return a.sub(b).abs().max().item_float();
    }
}
