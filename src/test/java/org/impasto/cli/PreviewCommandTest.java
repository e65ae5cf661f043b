package org.impasto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {
    private static final Path CLIP = Path.of("test-clips/grain.mp4");

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return new App(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)).run(args);
    }

    @Test
    void sheetHasTheSourceAndEachStyle() throws IOException {
        Path same = TinyNetworks.identity01().write(folder.resolve("same.onnx"));
        Path negative = TinyNetworks.negative().write(folder.resolve("negative.onnx"));
        Path sheet = folder.resolve("sheet.png");
        String[] command = {"preview", "-i", CLIP.toString(), "-o", sheet.toString(), "--frame", "2", "--width", "160", "--threads", "1",
            "--style", same.toString(), negative.toString()};
        assertEquals(0, run(command), err.toString());
        assertEquals("", out.toString());
        BufferedImage image = ImageIO.read(sheet.toFile());
        // Two columns and two rows: source, same; negative.
        assertEquals(2 * (160 + 8) + 8, image.getWidth());
        int row = (image.getHeight() - 8) / 2;
        boolean dark = false;
        for (int x = 20; x < 150; x += 10) {
            int source = image.getRGB(8 + x, 40) & 255;
            assertEquals(source, image.getRGB(176 + x, 40) & 255, 1);
            assertEquals(255 - source, image.getRGB(8 + x, row + 40) & 255, 1);
            dark |= source < 250;
        }
        assertTrue(dark, "there is a picture");
        // The label: ink on white below the first picture.
        int ink = 0;
        for (int x = 8; x < 168; x++) {
            for (int y = row - 24; y < row; y++) {
                ink += (image.getRGB(x, y) & 255) < 128 ? 1 : 0;
            }
        }
        assertTrue(ink > 50, "ink of the label: " + ink);
        assertEquals(5, run(command));
        assertTrue(err.toString().contains("exists already: give -y"), err.toString());
    }

    @Test
    void aFrameBeyondTheEndIsSaid() {
        Path same = TinyNetworks.identity01().write(folder.resolve("same.onnx"));
        Path sheet = folder.resolve("sheet.png");
        assertEquals(3, run("preview", "-i", CLIP.toString(), "-o", sheet.toString(), "--frame", "5000", "--style", same.toString()));
        assertTrue(err.toString().contains("so there is no frame 5000"), err.toString());
        assertFalse(Files.exists(sheet));
    }

    @Test
    void stylesAreListedWithTheirLicence() {
        assertEquals(0, run("styles"));
        String line = out.toString().lines().filter(l -> l.startsWith("starry-night ")).findFirst().orElseThrow();
        for (String part : new String[] {"The Starry Night", "Vincent van Gogh", "1889", "public domain"}) {
            assertTrue(line.contains(part), line);
        }
    }
}
