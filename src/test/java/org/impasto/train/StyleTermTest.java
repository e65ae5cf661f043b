package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleTermTest {
    private static final int SIDE = 40;

    @TempDir
    private Path folder;
    private LossNetwork vgg;
    private Tensor dark;
    private Tensor light;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        vgg = new LossNetwork(new TinyTraining(folder).network, Place.PROCESSOR);
        torch.manual_seed(1);
        dark = torch.rand(2, 3, SIDE, SIDE).mul(new Scalar(0.3));
        light = torch.rand(2, 3, SIDE, SIDE).mul(new Scalar(0.3)).add(new Scalar(0.7));
    }

    @Test
    void firstStepHasNothingToRemember() {
        StyleTerm term = new StyleTerm(vgg, List.of(light.narrow(0, 0, 1)));
        Tensor twice = both(dark, dark);
        assertEquals(term.of(dark).item_float(), term.along(twice, vgg.features(twice), 2, 0, 0).item_float(), 1e-4);
    }

    /** Half of the painting is dark and half light; so are all pictures as one, but what is carried is all dark and what is painted alone all light. */
    @Test
    void carriedPaintIsNotMadeUpForByWhatIsPaintedAlone() {
        StyleTerm term = new StyleTerm(vgg, List.of(torch.cat(new TensorVector(dark.narrow(0, 0, 1), light.narrow(0, 0, 1)), 3)));
        Tensor all = both(dark, light);
        float asOne = term.of(all).item_float();
        assertTrue(term.along(all, vgg.features(all), 2, 0, 0).item_float() > asOne + 1, "as one " + asOne);
        // The same pictures again: only their half is remembered.
        assertTrue(term.along(all, vgg.features(all), 2, 1, 1).item_float() > asOne + 1);
        Tensor turned = both(light, dark);
        assertEquals(asOne, term.along(turned, vgg.features(turned), 2, 1, 1).item_float(), 0.1, "each half has had both by now");
    }

    @Test
    void whereNothingIsCarriedAllCountAsPaintedAlone() {
        StyleTerm term = new StyleTerm(vgg, List.of(light.narrow(0, 0, 1)));
        Tensor all = both(dark, light);
        assertEquals(term.of(all).item_float(), term.along(all, vgg.features(all), 0, 0, 0).item_float(), 1e-4);
    }

    private static Tensor both(Tensor a, Tensor b) {
        return torch.cat(new TensorVector(a, b), 0);
    }
}
