package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HolesTest {
    private static final int SIZE = 64;

    @BeforeAll
    static void libtorch() {
        assumeTrue(Training.available(), "no libtorch in this build: add -Dtrain");
    }

    @Test
    void inOneRoundAFrontPaintsEverythingOnce() {
        torch.manual_seed(3);
        Holes.Front front = new Holes(SIZE, Place.PROCESSOR).front(new Random(5));
        int frames = (int) Math.ceil(1 / front.speed());
        Tensor painted = torch.zeros(1, 1, SIZE, SIZE);
        for (int f = 0; f < frames; f++) {
            Tensor mask = front.at(f);
            assertEquals(0, mask.sub(mask.square()).abs().max().item_float());
            painted = painted.add(mask.neg().add(new org.bytedeco.pytorch.Scalar(1.0)));
        }
        assertEquals(1, painted.min().item_float());
        // The last frame begins the next round where the frames do not divide it.
        assertTrue(painted.max().item_float() <= 2);
        assertEquals(front.speed() * frames, painted.mean().item_float(), 0.1);
    }

    @Test
    void patchesAreHolesOfAStroke() {
        torch.manual_seed(3);
        Tensor mask = new Holes(SIZE, Place.PROCESSOR).patches(new Random(5));
        assertEquals(SIZE, mask.size(2));
        assertEquals(SIZE, mask.size(3));
        assertTrue(mask.mean().item_float() > 0.2 && mask.mean().item_float() < 1);
    }
}
