package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.impasto.ImpastoException.Usage;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
    @TempDir
    Path folder;

    @Test
    void listsModelsWithAndWithoutNotes() throws IOException {
        gallery();
        assertEquals(List.of("great-wave", "scream", "starry-night"), names());
        Style wave = new Gallery(folder).first();
        assertEquals("The Great Wave", wave.title());
        assertEquals("Hokusai", wave.painter());
        assertEquals("1831", wave.year());
        assertEquals("scream", new Gallery(folder).find("scream").title());
    }

    @Test
    void orderFileComesFirst() throws IOException {
        gallery();
        Files.writeString(folder.resolve("gallery.json"), "{\"order\": [\"starry-night\", \"no-such\", \"scream\"]}");
        assertEquals(List.of("starry-night", "scream", "great-wave"), names());
    }

    @Test
    void unknownNamesGetAHint() throws IOException {
        gallery();
        Gallery g = new Gallery(folder);
        assertTrue(assertThrows(Usage.class, () -> g.find("stary-nigt")).getMessage()
                .contains("did you mean 'starry-night'?"));
        assertTrue(assertThrows(Usage.class, () -> g.find("cubism")).getMessage().contains("there are: great-wave"));
    }

    @Test
    void pathsAreStylesToo() {
        Path file = TinyNetworks.identity().write(folder.resolve("mine.onnx"));
        assertEquals("mine", new Gallery(folder.resolve("none")).find(file.toString()).name());
    }

    @Test
    void emptyGalleryIsSaid() {
        Gallery none = new Gallery(folder.resolve("none"));
        assertEquals(List.of(), none.styles());
        assertThrows(Usage.class, none::first);
        assertThrows(Usage.class, () -> none.find("x"));
    }

    private List<String> names() {
        return new Gallery(folder).styles().stream().map(Style::name).toList();
    }

    private void gallery() throws IOException {
        for (String name : List.of("starry-night", "great-wave", "scream")) {
            TinyNetworks.identity().write(folder.resolve(name + ".onnx"));
        }
        Files.writeString(folder.resolve("great-wave.json"),
                "{\"title\": \"The Great Wave\", \"painter\": \"Hokusai\", \"year\": 1831}");
    }
}
