package org.impasto.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of pins keep their numbers. */
class PinTest {
    @TempDir
    private Path folder;

    private static Image read(Path file, int width, int height) {
        return new Pin(3, file, false).read(width, height);
    }

    private static String error(Path file, int width, int height) {
        return assertThrows(BadInput.class, () -> read(file, width, height)).getMessage();
    }

    private static BufferedImage deep(int colorSpace, int width, int height) {
        ColorSpace space = ColorSpace.getInstance(colorSpace);
        ComponentColorModel model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        return new BufferedImage(model, raster, false, null);
    }

    @Test
    void eightBitColours() throws IOException {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 1, 0x010280);
        Image read = read(TestPictures.png(folder.resolve("p.png"), image), 3, 2);
        assertEquals(1 / 255f, read.at(0, 2, 1));
        assertEquals(2 / 255f, read.at(1, 2, 1));
        assertEquals(128 / 255f, read.at(2, 2, 1));
        assertEquals(0, read.at(0, 0, 0));
    }

    @Test
    void sixteenBitsAreKept() throws IOException {
        BufferedImage image = deep(ColorSpace.CS_sRGB, 300, 2);
        for (int x = 0; x < 300; x++) {
            image.getRaster().setPixel(x, 1, new int[] {30000 + x, 65535 - x, x});
        }
        Image read = read(TestPictures.png(folder.resolve("p.png"), image), 300, 2);
        for (int x = 0; x < 300; x++) {
            assertEquals((30000 + x) / 65535f, read.at(0, x, 1));
            assertEquals((65535 - x) / 65535f, read.at(1, x, 1));
            assertEquals(x / 65535f, read.at(2, x, 1));
        }
        assertEquals(1, read.at(1, 0, 1));
    }

    /** Java takes grey for linear light: its own conversion makes 188 of 128. */
    @Test
    void greyIsNotBrightened() throws IOException {
        Image read = read(TestPictures.greyPng(folder.resolve("g.png"), 4, 4, 128), 4, 4);
        BufferedImage deep = deep(ColorSpace.CS_GRAY, 4, 4);
        deep.getRaster().setSample(1, 2, 0, 12345);
        Image deepRead = read(TestPictures.png(folder.resolve("d.png"), deep), 4, 4);
        for (int c = 0; c < 3; c++) {
            assertEquals(128 / 255f, read.at(c, 2, 2));
            assertEquals(12345 / 65535f, deepRead.at(c, 1, 2));
        }
    }

    @Test
    void palettesHaveTheirColours() throws IOException {
        byte[] red = {0, (byte) 200};
        byte[] green = {10, 20};
        byte[] blue = {30, (byte) 250};
        BufferedImage image = new BufferedImage(8, 1, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1, 2, red, green, blue));
        image.getRaster().setSample(5, 0, 0, 1);
        Image read = read(TestPictures.png(folder.resolve("p.png"), image), 8, 1);
        assertEquals(200 / 255f, read.at(0, 5, 0));
        assertEquals(10 / 255f, read.at(1, 4, 0));
        assertEquals(250 / 255f, read.at(2, 5, 0));
    }

    @Test
    void jpegsAreNearTheirColours() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        int[] rgb = new int[256];
        Arrays.fill(rgb, 0xc86432);
        image.setRGB(0, 0, 16, 16, rgb, 0, 16);
        Path file = folder.resolve("p.jpg");
        ImageIO.write(image, "jpg", file.toFile());
        Image read = read(file, 16, 16);
        assertEquals(0xc8 / 255f, read.at(0, 8, 8), 3 / 255f);
        assertEquals(0x64 / 255f, read.at(1, 8, 8), 3 / 255f);
        assertEquals(0x32 / 255f, read.at(2, 8, 8), 3 / 255f);
    }

    @Test
    void anOpaqueAlphaChannelIsNoMatter() throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 2, 2, new int[] {0xff102030, 0xff102030, 0xff102030, 0xff102030}, 0, 2);
        Path file = TestPictures.png(folder.resolve("p.png"), image);
        assertEquals(0x20 / 255f, read(file, 2, 2).at(1, 1, 1));
        image.setRGB(1, 0, 0xfe102030);
        TestPictures.png(file, image);
        assertTrue(error(file, 2, 2).endsWith("is transparent at column 1, row 0, expected an opaque one"));
    }

    @Test
    void anotherSizeIsSaidWithBoth() throws IOException {
        Path file = TestPictures.greyPng(folder.resolve("g.png"), 4, 5, 0);
        assertEquals("the pinned picture " + file + " of frame 3 is 4x5, expected the clip's size, 640x360", error(file, 640, 360));
    }

    @Test
    void whatIsNoPicture() throws IOException {
        Path file = folder.resolve("p.png");
        assertEquals("there is no picture " + file, error(file, 4, 4));
        Files.writeString(file, "hello");
        assertEquals(file + " is not a picture that can be read, expected a PNG or JPEG", error(file, 4, 4));
        TestPictures.greyPng(file, 400, 400, 77);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 1; i < 10; i++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * i / 10));
            assertTrue(error(file, 400, 400).contains("expected a PNG or JPEG"));
        }
    }
}
