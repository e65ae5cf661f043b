package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlecksTest {
    private static final int SQUARES = 15;
    private static final long[] SIZE = {1, 3, 4 * SQUARES, 4 * SQUARES};

    private Tensor grey;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        grey = full(SIZE, new Scalar(0.4));
    }

    /** Red is 0.8 more than green and blue, so less luma it is 0.63, -0.17 and -0.17, whose length is 0.6741; a 49th of its surroundings is itself. */
    @Test
    void aSquareOfRedOnGreyIsAFleck() {
        double off = 48.0 / 49 * 0.6741 - 0.08;
        assertEquals(off * off / (SQUARES * SQUARES), Flecks.of(withSquare(0.8), grey).item_float(), 1e-5);
    }

    @Test
    void redOnWhatStandsOutIsNone() {
        float flecks = Flecks.of(withSquare(0.8), withSquare(0.3)).item_float();
        assertTrue(flecks < 1e-5, () -> "" + flecks);
    }

    @Test
    void faintColoursAndWholeWallsAreNone() {
        assertEquals(0, Flecks.of(withSquare(0.08), grey).item_float(), 1e-9);
        Tensor wall = grey.clone();
        wall.narrow(1, 0, 1).add_(new Scalar(0.5));
        assertEquals(0, Flecks.of(wall, grey).item_float(), 1e-9);
    }

    private Tensor withSquare(double red) {
        Tensor picture = grey.clone();
        picture.narrow(1, 0, 1).narrow(2, 28, 4).narrow(3, 28, 4).add_(new Scalar(red));
        return picture;
    }
}
