package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.impasto.Digests;
import org.impasto.ImpastoException;
import org.impasto.media.Frame;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renders with a direction file: what it decides is what is seen, and an edit renders what it reaches. */
class DirectedRenderTest {
    @TempDir
    static Path folder;
    private static StoredClip c;
    private static List<Frame> plain;
    private static List<Frame> source;

    @BeforeAll
    static void make() throws IOException {
        c = new StoredClip(folder);
        c.render(c.request("plain.mkv", StoredClip.LOSSLESS, 1, FrameRange.ALL, 1));
        plain = c.frames("plain.mkv");
        source = c.frames("clip.mkv");
        TinyNetworks.constantGrey().write(folder.resolve("grey.onnx"));
        BufferedImage red = new BufferedImage(StoredClip.W, StoredClip.H, BufferedImage.TYPE_INT_RGB);
        BufferedImage half = new BufferedImage(StoredClip.W, StoredClip.H, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < StoredClip.H; y++) {
            for (int x = 0; x < StoredClip.W; x++) {
                red.setRGB(x, y, (x + y) % 8 < 4 ? 0xff0000 : 0x800000);
                half.setRGB(x, y, x < StoredClip.W / 2 ? 0xffffff : 0);
            }
        }
        ImageIO.write(red, "png", folder.resolve("red.png").toFile());
        ImageIO.write(half, "png", folder.resolve("half.png").toFile());
    }

    private static RenderReport render(String out, String direction, int jobs) throws IOException {
        Path file = Files.writeString(folder.resolve(out + ".yaml"), direction);
        RenderRequest r = c.request(out, StoredClip.LOSSLESS, 1, FrameRange.ALL, jobs);
        return c.render(new RenderRequest(r.input(), r.output(), r.style(), r.frames(), r.start(), r.end(), r.baseline(), r.strength(), r.device(),
                r.threads(), r.encode(), r.overwrite(), Optional.of(file), r.motion(), r.store()));
    }

    private static boolean same(Frame a, Frame b) {
        return Arrays.equals(a.image().data(), b.image().data());
    }

    private static double redness(Frame f) {
        double sum = 0;
        int n = f.image().pixels();
        for (int i = 0; i < n; i++) {
            sum += f.image().data()[i] - 0.5 * (f.image().data()[n + i] + f.image().data()[2 * n + i]);
        }
        return sum / n;
    }

    @Test
    void anEmptyDirectionChangesNothing() throws IOException {
        render("empty.mkv", "version: 1\n", 1);
        assertEquals(Digests.sha256(folder.resolve("plain.mkv")), Digests.sha256(folder.resolve("empty.mkv")));
    }

    @Test
    void anEditOfTheStrengthRendersItsSegmentsOnly() throws IOException {
        String text = "version: 1\nsections:\n  - frames: 100-110\n    strength: %s\n";
        render("strength.mkv", text.formatted("0"), 1);
        List<Frame> frames = c.frames("strength.mkv");
        for (int t = 0; t < StoredClip.FRAMES; t++) {
            boolean inside = t >= 100 && t <= 110;
            assertTrue(same(frames.get(t), inside ? source.get(t) : plain.get(t)), "frame " + t);
        }
        RenderReport report = render("strength.mkv", text.formatted("0.5"), 1);
        assertEquals(List.of(new FrameRange(96, 129)), report.rendered());
        assertTrue(c.messages.contains("frames 96-129 are rendered again: direction has changed"), c.messages.toString());
    }

    @Test
    void aMatteLetsTheSourceThrough() throws IOException {
        render("matte.mkv", "version: 1\nsections:\n  - shot: 1\n    matte: half.png\n", 1);
        List<Frame> frames = c.frames("matte.mkv");
        for (int t : new int[] {129, 130, 140, 155}) {
            for (int x : new int[] {10, 50}) {
                Frame expected = t >= 130 && t < 155 && x == 50 ? source.get(t) : plain.get(t);
                assertEquals(expected.image().at(1, x, 20), frames.get(t).image().at(1, x, 20), "frame " + t + ", column " + x);
            }
        }
    }

    @Test
    void aStyleGoesOverIntoAnother() throws IOException {
        render("fade.mkv", "version: 1\nsections:\n  - frames: 10-20\n    style: {from: painter.onnx, to: grey.onnx}\n"
                + "  - frames: 21-129\n    style: grey.onnx\n", 1);
        List<Frame> frames = c.frames("fade.mkv");
        assertTrue(same(plain.get(10), frames.get(10)));
        float a = plain.get(15).image().at(0, 30, 20);
        float grey = frames.get(25).image().at(0, 30, 20);
        assertEquals((a + grey) / 2, frames.get(15).image().at(0, 30, 20), 1.5 / 255);
        assertEquals(grey, frames.get(26).image().at(0, 30, 20), 1.01 / 255);
        assertTrue(same(plain.get(130), frames.get(130)));
    }

    @Test
    void aPinnedFrameIsShownAndGoesOn() throws IOException {
        render("pin.mkv", "version: 1\npin:\n  30: red.png\n", 1);
        List<Frame> frames = c.frames("pin.mkv");
        BufferedImage red = ImageIO.read(folder.resolve("red.png").toFile());
        for (int x = 0; x < StoredClip.W; x++) {
            assertEquals((red.getRGB(x, 7) >> 16 & 0xff) / 255f, frames.get(30).image().at(0, x, 7), 1e-6);
            assertEquals(0, frames.get(30).image().at(2, x, 7), 1e-6);
        }
        assertTrue(same(plain.get(29), frames.get(29)));
        assertTrue(redness(frames.get(32)) > redness(plain.get(32)) + 0.1, redness(frames.get(32)) + " " + redness(plain.get(32)));
        assertTrue(same(plain.get(130), frames.get(130)));
    }

    @Test
    void aPinnedFrameReachesBackToTheCut() throws IOException {
        render("both.mkv", "version: 1\npin:\n  110: {picture: red.png, both: true}\n", 1);
        List<Frame> frames = c.frames("both.mkv");
        assertTrue(redness(frames.get(109)) > redness(plain.get(109)) + 0.1);
        // Less and less towards the shot's beginning, across the border of two segments.
        double near = redness(frames.get(108)) - redness(plain.get(108));
        double far = redness(frames.get(60)) - redness(plain.get(60));
        assertTrue(near > far, near + " " + far);
        assertFalse(same(plain.get(1), frames.get(1)));
        try (var files = Files.list(c.store("both.mkv"))) {
            assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith("back")));
        }
        // The second segment alone, rendered again, is the same.
        Path second = c.store("both.mkv").resolve("segment-0000096-0000129.nut");
        byte[] good = Files.readAllBytes(second);
        Files.delete(second);
        assertEquals(List.of(new FrameRange(96, 129)), render("both.mkv", "version: 1\npin:\n  110: {picture: red.png, both: true}\n", 1).rendered());
        assertArrayEquals(good, Files.readAllBytes(second));
    }

    @Test
    void jobsDoNotChangeADirectedRender() throws IOException {
        String text = "version: 1\nsections:\n  - frames: 120-160\n    coherence: 0.4\n    colors: 0.5\npin:\n  140: {picture: red.png, both: true}\n";
        render("one.mkv", text, 1);
        render("two.mkv", text, 2);
        assertEquals(Digests.sha256(folder.resolve("one.mkv")), Digests.sha256(folder.resolve("two.mkv")));
    }

    @Test
    void aDirectionThatDoesNotFitTheClipIsSaidBeforeAnythingIsPainted() {
        ImpastoException e = assertThrows(ImpastoException.BadInput.class, () -> render("bad.mkv", "version: 1\npin:\n  500: red.png\n", 1));
        assertTrue(e.getMessage().contains("bad.mkv.yaml:3"), e.getMessage());
        assertFalse(Files.exists(folder.resolve("bad.mkv")));
    }
}
