package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.impasto.ImpastoException.BadModel;
import org.impasto.style.onnx.OnnxGraph;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every broken model gets one sentence that says what was found. */
class BadModelTest {
    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("net.onnx");
    }

    @Test
    void filesThatAreNoModels() throws IOException {
        refused("no style network");
        Files.createDirectory(file);
        refused("folder");
        Files.delete(file);
        Files.write(file, new byte[0]);
        refused("empty");
        Files.writeString(file, "This is not a network.\n".repeat(50));
        refused("not an ONNX file");
        Files.write(file, new byte[1000]);
        refused("cannot be loaded");
        byte[] whole = TinyNetworks.realSized(false, 4).toBytes();
        for (int tenth = 1; tenth < 10; tenth++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * tenth / 10));
            refused("cannot be loaded");
        }
    }

    @Test
    void networksOfAnotherShape() {
        refused(TinyNetworks.rank2(), "[?, 10]", "[1, 3, height, width]");
        refused(TinyNetworks.channels(1), "[?, 1, ?, ?]");
        refused(TinyNetworks.channels(4), "[?, 4, ?, ?]");
        refused(TinyNetworks.greyOutput(), "[?, 1, ?, ?] out");
        refused(TinyNetworks.byteInput(), "uint8");
        refused(TinyNetworks.twoOutputs(), "'y'", "'z'");
        refused(TinyNetworks.halfSize(), "same size");
        refused(TinyNetworks.nan(), "NaN", "100.0 %");
    }

    @Test
    void externalDataOutsideTheFolder() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.write(folder.resolve("weights.bin"), new byte[12]);
        file = inside.resolve("net.onnx");
        OnnxGraph g = new OnnxGraph("external");
        String x = g.input("x", 1, 3, -1, -1);
        g.output(g.mul(x, g.external("../weights.bin", 1, 3, 1, 1)), "y", 1, 3, -1, -1);
        refused(g, "outside its own folder (../weights.bin)");
    }

    @Test
    void notesThatAreBroken() throws IOException {
        Files.write(file, TinyNetworks.identity().toBytes());
        notes("{\"name\": \"x\",\n \"title\": }", "net.json, line 2");
        notes("[]", "not a JSON object");
        notes("{\"input\": {\"range\": [1]}}", "input.range");
        notes("{\"input\": {\"range\": [1, 0]}}", "input.range");
        notes("{\"input\": {\"std\": [1, 0, 1]}}", "input.std");
        notes("{\"input\": {\"order\": \"GBR\"}}", "input.order");
        notes("{\"noise\": \"pink\"}", "noise");
        notes("{\"noise\": 5}", "noise");
        notes("{\"abstraction\": 2.5}", "\"abstraction\" should be a whole number of pixels from 0 to 64 but is 2.5");
        notes("{\"abstraction\": 65}", "abstraction");
        notes("{\"along\": 0.5}", "\"along\" should be a whole number of pixels from 0 to 64 but is 0.5");
        notes("{\"strokes\": 1e999}", "\"strokes\" should be a number from 0 to 4 but is");
        notes("{\"strokes\": -1}", "\"strokes\" should be a number from 0 to 4 but is -1");
        notes("{\"broad\": 3}", "\"broad\" should be 1, 2, 4 or 8 but is 3");
        notes("{\"input\": {\"multiple\": 0}}", "input.multiple");
        notes("{\"sha256\": \"00\"}", "SHA-256");
    }

    private void notes(String json, String part) throws IOException {
        Files.writeString(folder.resolve("net.json"), json);
        refused(part);
    }

    private void refused(OnnxGraph graph, String... parts) {
        graph.write(file);
        refused(parts);
    }

    private void refused(String... parts) {
        BadModel e = assertThrows(BadModel.class, () -> Stylizers.load(file, Models.CPU, 1, m -> { }).close());
        assertEquals(4, e.exitCode());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
        if (Boolean.getBoolean("impasto.print")) {
            System.out.println(e.getMessage());
        }
    }
}
