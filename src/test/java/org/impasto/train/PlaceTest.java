package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.impasto.ImpastoException.DeviceUnavailable;
import org.impasto.ImpastoException.Usage;
import org.impasto.style.DeviceChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private final List<String> notes = new ArrayList<>();

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
    }

    private Place of(String device) {
        return Place.of(DeviceChoice.parse(device), notes::add);
    }

    @Test
    void withoutACardAutoIsTheProcessorAndACardByNameAnError() {
        assumeFalse(torch.cuda_is_available());
        assertEquals("cpu", of("auto").toString());
        assertTrue(notes.isEmpty());
        DeviceUnavailable e = assertThrows(DeviceUnavailable.class, () -> of("cuda"));
        assertEquals(6, e.exitCode());
        assertTrue(e.getMessage().startsWith("--device cuda:0 is not available for training: libtorch finds no card"), e.getMessage());
    }

    @Test
    void nothingIsTrainedWithTensorRt() {
        assertThrows(Usage.class, () -> of("tensorrt"));
    }

    @Test
    void theProcessorComputesInItsOwnNumbers() {
        Tensor t = Place.PROCESSOR.zeros(2, 3);
        assertFalse(t.is_cuda());
        assertEquals(6, t.numel());
        assertEquals(Precision.LOSS, Place.lossType(t));
        assertEquals(Precision.LOSS, Place.PROCESSOR.lossType());
    }

    /** Runs only where there is a card and the build for it. */
    @Test
    void whatIsMadeOnACardStaysThere() {
        assumeTrue(torch.cuda_is_available(), "no CUDA here");
        Place card = of("auto");
        assertEquals("cuda:0", card.toString());
        assertEquals(List.of("trains on cuda:0"), notes);
        assertTrue(card.zeros(1).is_cuda() && card.randn(1).is_cuda() && card.rand(1).is_cuda() && card.tensor(new float[1], 1).is_cuda());
        assertEquals(3, Pictures.floats(card.tensor(new float[] {1, 2, 3}, 3))[2]);
    }
}
