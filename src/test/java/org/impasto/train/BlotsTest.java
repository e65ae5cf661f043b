package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.full;
import static org.bytedeco.pytorch.global.torch.ones;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlotsTest {
    private static final int SIDE = 32;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
    }

    /** Red of 0.8, 0.2, 0.2 beside green of 0.2, 0.8, 0.2, less their luma 0.328 and 0.629: off by 0.901, 0.299 and 0.301, along one of two dimensions. */
    @Test
    void anotherColourOnTheSameThingIsABlot() {
        Tensor red = beside(colour(0.8, 0.2, 0.2), colour(0.2, 0.8, 0.2));
        assertEquals((0.901 * 0.901 + 0.299 * 0.299 + 0.301 * 0.301) / 3, blots(red, ones(1, 3, SIDE, 2 * SIDE)), 1e-2);
    }

    @Test
    void anotherColourOnAnotherThingIsNone() {
        Tensor red = beside(colour(0.8, 0.2, 0.2), colour(0.2, 0.8, 0.2));
        Tensor things = beside(colour(0.5, 0.5, 0.5), colour(0.3, 0.5, 0.5));
        assertTrue(blots(red, things) < 1e-3, () -> "" + blots(red, things));
    }

    @Test
    void lightAndStrokesAreNone() {
        Tensor same = ones(1, 3, SIDE, 2 * SIDE);
        assertEquals(0, blots(beside(colour(0.3, 0.3, 0.3), colour(0.8, 0.8, 0.8)), same), 1e-9);
        Tensor stroke = beside(colour(0.8, 0.2, 0.2).narrow(3, 0, 4), colour(0.2, 0.8, 0.2).narrow(3, 0, 4));
        assertEquals(0, blots(cat(new TensorVector(stroke, stroke, stroke, stroke, stroke, stroke, stroke, stroke), 3), same), 1e-9);
    }

    /** Squares are of 16 pixels, so of three steps from square to square one is a change. */
    private static float blots(Tensor shown, Tensor scene) {
        return 3 * Blots.of(shown, scene).item_float();
    }

    private static Tensor beside(Tensor left, Tensor right) {
        return cat(new TensorVector(left, right), 3);
    }

    private static Tensor colour(double r, double g, double b) {
        long[] size = {1, 1, SIDE, SIDE};
        return cat(new TensorVector(full(size, new Scalar(r)), full(size, new Scalar(g)), full(size, new Scalar(b))), 1);
    }
}
