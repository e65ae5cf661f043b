package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.impasto.scene.Scenes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        FlowField flow = Scenes.rotation(17, 9, 3, 2).frame(1).backward().flow();
        Path file = folder.resolve("a.flo");
        FloFile.write(file, flow);
        FlowField read = FloFile.read(file);
        assertEquals(17, read.width());
        assertArrayEquals(flow.u(), read.u());
        assertArrayEquals(flow.v(), read.v());
    }

    @Test
    void theFirstBytesAreThoseOfMiddlebury() throws IOException {
        Path file = folder.resolve("a.flo");
        FloFile.write(file, new FlowField(2, 1, new float[] {1, 2}, new float[] {3, 4}));
        byte[] bytes = Files.readAllBytes(file);
        assertEquals("PIEH", new String(bytes, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(12 + 16, bytes.length);
        assertEquals(2, bytes[4]);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.flo"), new byte[40]);
        assertThrows(IOException.class, () -> FloFile.read(file));
    }
}
