package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.impasto.style.NoisePlane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SmoothNoiseTest {
    private static final int SIZE = 512;

    @BeforeAll
    static void libtorch() {
        assumeTrue(Training.available(), "no libtorch in this build: add -Dtrain");
    }

    /** A network paints well out of noise like that which it was trained with only. */
    @Test
    void isAsSmoothAsTheEngines() {
        torch.manual_seed(3);
        Tensor noise = SmoothNoise.of(Place.PROCESSOR, 1, SIZE, SIZE);
        float[] trained = new float[SIZE * SIZE];
        new FloatPointer(noise.contiguous().data_ptr_float()).get(trained);
        float[] rendered = new NoisePlane(5).of(SIZE, SIZE).data();
        for (int apart : new int[] {0, 1, 3, 6, 3 * SIZE}) {
            assertEquals(product(rendered, apart), product(trained, apart), 0.07, apart + " pixels apart");
        }
    }

    private static double product(float[] v, int apart) {
        double sum = 0;
        for (int i = 0; i + apart < v.length; i++) {
            sum += v[i] * v[i + apart];
        }
        return sum / (v.length - apart);
    }
}
