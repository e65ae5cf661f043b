package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrainTest {
    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
    }

    @Test
    void whatChangesFromPixelToPixelIsAllGrainAndWhatDoesNotChangeIsNone() {
        assertEquals(0, Grain.energy(full(new long[] {1, 3, 8, 8}, new Scalar(0.7))).item_float(), 1e-12);
        assertEquals(0.01, Grain.energy(waves(2)).item_float(), 1e-6, "plus and minus 0.1 by turns");
        for (float v : Pictures.floats(Grain.without(waves(2)))) {
            assertEquals(0.5, v, 1e-6);
        }
    }

    /** The binomial filter leaves (1 + cos w)/2 of a wave of w radians a pixel, so grain is (1 - cos w)/2 of it: a half at four pixels, 0.067 at twelve. */
    @Test
    void ofLongerWavesLittleIsGrain() {
        assertEquals(0.5 * 0.5 * 0.01 / 2, Grain.energy(waves(4)).item_float(), 1e-5);
        assertEquals(0.067 * 0.067 * 0.01 / 2, Grain.energy(waves(12)).item_float(), 1e-6);
    }

    /** Along x, of an amplitude of 0.1 around 0.5; whole periods between the borders that are lost. */
    private static Tensor waves(int period) {
        float[] d = new float[3 * 6 * 26];
        for (int i = 0; i < d.length; i++) {
            d[i] = (float) (0.5 + 0.1 * Math.cos(2 * Math.PI * (i % 26) / period));
        }
        return Pictures.tensor(d, 1, 3, 6, 26);
    }
}
