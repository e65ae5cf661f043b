package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.impasto.ImpastoException.DeviceUnavailable;
import org.impasto.ImpastoException.Usage;
import org.impasto.image.Image;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {
    @TempDir
    Path folder;

    @Test
    void namesAreRead() {
        assertEquals("auto", DeviceChoice.parse("auto").toString());
        assertEquals("cpu", DeviceChoice.parse("CPU").toString());
        assertEquals("cuda:0", DeviceChoice.parse("cuda").toString());
        assertEquals("tensorrt:3", DeviceChoice.parse("tensorrt:3").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cpu:1", "cuda:", "cuda:-1", "cuda:x", "cuda:12345", " cpu"})
    void otherNamesAreRefused(String name) {
        assertThrows(Usage.class, () -> DeviceChoice.parse(name));
    }

    @Test
    void everyDeviceIsListedWithAReason() {
        List<DeviceStatus> all = Devices.list();
        assertEquals(List.of("cpu", "cuda:0", "tensorrt:0"), all.stream().map(DeviceStatus::name).toList());
        assertTrue(all.get(0).available());
        all.forEach(d -> assertTrue(!d.description().isBlank() && !d.description().contains("\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuda", "tensorrt"})
    void missingDeviceIsAnErrorWithItsReason(String name) {
        assumeFalse(available(name));
        Path model = TinyNetworks.identity().write(folder.resolve("net.onnx"));
        DeviceUnavailable e = assertThrows(DeviceUnavailable.class,
                () -> Stylizers.load(model, DeviceChoice.parse(name), 1, m -> { }).close());
        assertEquals(6, e.exitCode());
        assertTrue(e.getMessage().startsWith("The device " + name + ":0 cannot be used: "), e.getMessage());
    }

    @Test
    void autoTakesWhatIsThereAndSaysSo() {
        Path model = TinyNetworks.identity().write(folder.resolve("net.onnx"));
        try (Stylizer s = Stylizers.load(model, DeviceChoice.parse("auto"), 1, m -> { })) {
            assertTrue(s.info().device().startsWith(available("cuda") ? "cuda:0" : "cpu (1 thread)"), s.info().device());
        }
    }

    /** Runs only where there is a card and the GPU build. */
    @Test
    void cardPaintsWhatTheProcessorPaints() {
        assumeTrue(available("cuda"), "no CUDA here");
        Path model = TinyNetworks.realSized(true, 8).write(folder.resolve("net.onnx"));
        Image in = Models.picture(161, 91, 1);
        try (Stylizer card = Stylizers.load(model, DeviceChoice.parse("cuda"), 1, m -> { });
                Stylizer cpu = Stylizers.load(model, Models.CPU, 1, m -> { })) {
            Image a = card.stylize(in, Optional.empty(), 0);
            assertTrue(Models.furthest(a.data(), cpu.stylize(in, Optional.empty(), 0).data()) < 2 / 255f);
            assertEquals(0, Models.furthest(a.data(), card.stylize(in, Optional.empty(), 0).data()));
        }
    }

    private static boolean available(String name) {
        return Devices.list().stream().anyMatch(d -> d.name().equals(name + ":0") && d.available());
    }
}
