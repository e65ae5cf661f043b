package org.impasto.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.impasto.ImpastoException.OutputFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderStoreTest {
    @TempDir
    Path folder;

    private SegmentEntry put(RenderStore store, long first, String text) {
        Stored file = store.publish("segment-" + first + ".nut", path -> Files.writeString(path, text));
        SegmentEntry entry = new SegmentEntry(first, first + 9, Map.of("style", "a", "source", "b"), 2, file);
        store.add(entry);
        return entry;
    }

    @Test
    void whatIsPutInIsThereWhenItIsOpenedAgain() {
        SegmentEntry entry;
        try (RenderStore store = RenderStore.open(folder.resolve("s"))) {
            entry = put(store, 10, "packets");
            put(store, 0, "more");
        }
        try (RenderStore store = RenderStore.open(folder.resolve("s"))) {
            assertEquals(List.of(0L, 10L), store.manifest().segments().stream().map(SegmentEntry::first).toList());
            assertEquals(entry, store.manifest().segment(10, 19).orElseThrow());
            assertNull(store.damage(entry.file()));
            assertEquals(List.of(), store.notes());
            assertEquals(List.of(), store.manifest().beginning());
        }
    }

    @Test
    void aManifestWithAWrongByteIsNotBelieved() throws IOException {
        try (RenderStore store = RenderStore.open(folder)) {
            put(store, 0, "packets");
        }
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"delay\" : 2", "\"delay\" : 3"));
        try (RenderStore store = RenderStore.open(folder)) {
            assertEquals(List.of(), store.manifest().segments());
            assertEquals(1, store.notes().size());
        }
    }

    @Test
    void aNewerManifestIsRefused() throws IOException {
        Files.createDirectories(folder);
        ManifestFile file = new ManifestFile(folder);
        Files.write(folder.resolve("manifest.json"), file.bytes(new Manifest(99, null, null, null, null, null, null, null)));
        assertTrue(assertThrows(OutputFailed.class, () -> RenderStore.open(folder)).getMessage().contains("newer"));
        // The lock was given back.
        Files.delete(folder.resolve("manifest.json"));
        RenderStore.open(folder).close();
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefusedEverywhere() throws IOException {
        for (String name : List.of("../x", "/etc/passwd", "a/b", "..", ".hidden", "C:x", "a\\b", "a\0b", "", "x.", "a".repeat(200))) {
            assertFalse(Stored.isPlain(name), name);
        }
        ManifestFile file = new ManifestFile(folder);
        for (Manifest m : List.of(new Manifest(1, null, null, null, new Stored("../x", 1, "a"), null, null, null),
                new Manifest(1, null, null, null, null, List.of(new SegmentEntry(0, 1, Map.of(), 0, new Stored("../x", 1, "a"))), null, null),
                new Manifest(1, null, null, null, null, null, List.of(new StateEntry(0, 0, "f", "c", new Stored("../x", 1, "a"))), null),
                new Manifest(1, null, null, null, null, null, null, List.of("../x")))) {
            Files.write(folder.resolve("manifest.json"), file.bytes(m));
            assertTrue(assertThrows(OutputFailed.class, () -> RenderStore.open(folder)).getMessage().contains("../x"));
        }
    }

    @Test
    void strangersFilesStay() throws IOException {
        RenderStore store = RenderStore.open(folder.resolve("s"));
        put(store, 0, "packets");
        Files.writeString(folder.resolve("s").resolve("mine.txt"), "mine");
        store.remove();
        assertEquals("mine", Files.readString(folder.resolve("s").resolve("mine.txt")));
        try (var files = Files.list(folder.resolve("s"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNeitherThereNorNamed() {
        try (RenderStore store = RenderStore.open(folder)) {
            assertThrows(OutputFailed.class, () -> store.publish("a.bin", path -> {
                Files.writeString(path, "half");
                throw new IOException("no space left on device");
            }));
            assertFalse(Files.exists(folder.resolve("a.bin")));
            assertFalse(Files.exists(folder.resolve("a.bin.part")));
        }
    }

    @Test
    void twoInOneFolderAreRefused() {
        try (RenderStore store = RenderStore.open(folder)) {
            assertTrue(assertThrows(OutputFailed.class, () -> RenderStore.open(folder)).getMessage()
                    .contains("process " + ProcessHandle.current().pid()));
            assertTrue(RenderStore.look(folder).manifest().segments().isEmpty());
        }
        RenderStore.open(folder).close();
    }
}
