package org.impasto.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.impasto.ImpastoException.OutputFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes();
    }

    private List<String> inside(Path where) throws IOException {
        try (Stream<Path> all = Files.walk(where)) {
            return all.filter(Files::isRegularFile).map(f -> where.relativize(f).toString()).sorted().toList();
        }
    }

    private static String refused(Path target, boolean overwrite) {
        return assertThrows(OutputFailed.class, () -> OutputFolder.create(target, overwrite)).getMessage();
    }

    @Test
    void nothingIsThereBeforeItIsComplete() throws IOException {
        Path target = folder.resolve("out");
        try (OutputFolder out = OutputFolder.create(target, false)) {
            out.write("metrics.json", bytes("{}"));
            out.write("frames/frame-000001-flow.jpg", bytes("x"));
            assertFalse(Files.exists(target));
            out.publish();
        }
        assertEquals(List.of("out/frames/frame-000001-flow.jpg", "out/metrics.json"), inside(folder));
    }

    @Test
    void nothingIsLeftOfOneThatFails() throws IOException {
        try (OutputFolder out = OutputFolder.create(folder.resolve("out"), false)) {
            out.write("metrics.json", bytes("{}"));
        }
        assertEquals(List.of(), inside(folder));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(0, all.count());
        }
    }

    @Test
    void anExistingComparisonIsReplacedOnlyWhenAskedAndNothingElseEver() throws IOException {
        Path target = Files.createDirectories(folder.resolve("out/frames")).getParent();
        for (String name : List.of("metrics.json", "baseline.mkv", "coherent.mp4", "frames/frame-000009-source.jpg", "mine.txt", "frames/mine.png", "baseline.mkv.bak")) {
            Files.writeString(target.resolve(name), "old");
        }
        assertTrue(refused(target, false).contains("give -y"));
        try (OutputFolder out = OutputFolder.create(target, true)) {
            out.write("metrics.json", bytes("new"));
            out.write("coherent.mp4", bytes("new"));
            out.publish();
        }
        assertEquals(List.of("baseline.mkv.bak", "coherent.mp4", "frames/mine.png", "metrics.json", "mine.txt"), inside(target));
        assertEquals("new", Files.readString(target.resolve("coherent.mp4")));
        assertEquals(List.of("out"), Stream.of(folder.toFile().list()).toList());
    }

    @Test
    void aFolderOfOtherThingsIsRefusedEvenWhenAsked() throws IOException {
        Files.writeString(folder.resolve("thesis.doc"), "mine");
        assertTrue(refused(folder, true).contains("thesis.doc"));
        assertTrue(refused(folder.resolve("thesis.doc"), true).contains("is a file"));
        assertTrue(refused(folder.resolve("no/where"), true).contains("does not exist"));
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Path target = Files.createDirectory(folder.resolve("empty"));
        try (OutputFolder out = OutputFolder.create(target, false)) {
            out.write("metrics.json", bytes("{}"));
            out.publish();
        }
        assertEquals(List.of("metrics.json"), inside(target));
    }

    @Test
    void onlyNamesOfOursAreOurs() {
        for (String name : List.of("baseline.mp4", "side-by-side.webm", "report.html", "frames/frame-000120-errors.jpg", "frames/frame-1234567-trust.png")) {
            assertTrue(OutputFolder.isOurs(name), name);
        }
        for (String name : List.of("../baseline.mp4", "/etc/passwd", "frames/../x-000001-a.jpg", "frames/frame-000001-a.jpg/x", "baseline.mp4\u0000", "javascript:x",
                "http://x/baseline.mp4")) {
            assertFalse(OutputFolder.isOurs(name), name);
        }
    }
}
