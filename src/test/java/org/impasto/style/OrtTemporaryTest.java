package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class OrtTemporaryTest {
    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        OrtRuntime.environment();
        List<String> unpacked = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("/onnxruntime-java")).toList();
        assertTrue(unpacked.size() > 0, "ONNX Runtime unpacks to a folder of another name now");
        assertEquals(List.of(), unpacked.stream().filter(line -> !line.endsWith("(deleted)")).toList());
        for (String line : unpacked) {
            Path file = Path.of(line.substring(line.indexOf('/')));
            assertTrue(Files.notExists(file.getParent()), line);
        }
    }
}
