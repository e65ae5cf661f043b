package org.impasto.direction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.impasto.ImpastoException.BadInput;
import org.impasto.direction.MatteUse.Kind;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mattes of clips, sequences and pictures. */
class MattesTest {
    @TempDir
    private Path folder;
    private final Mattes mattes = new Mattes();

    private static MatteUse use(Path file, Kind kind) {
        return new MatteUse(file, kind, Optional.empty(), false);
    }

    private static void assertFlat(Plane plane, int w, int h, float value, float tolerance) {
        assertEquals(w, plane.width());
        assertEquals(h, plane.height());
        for (float v : plane.data()) {
            assertEquals(value, v, tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"libx264, yuv420p, tv, mp4", "libx264, yuv420p, pc, mp4", "ffv1, bgr0, pc, mkv"})
    void aClipsFramesAreFoundByNumber(String codec, String format, String range, String container) {
        Path clip = TestPictures.clip(folder.resolve("m." + container), codec, format, range, 64, 48, 0, 0.25f, 0.5f, 0.75f, 1, 1, 0);
        MatteUse use = use(clip, Kind.CLIP);
        MatteUse inverted = new MatteUse(clip, Kind.CLIP, Optional.of("wave"), true);
        try (mattes) {
            float[] greys = {0, 0.25f, 0.5f, 0.75f, 1, 1, 0};
            for (int frame : new int[] {0, 1, 1, 4, 6, 3, 0, 5}) {
                boolean end = greys[frame] % 1 == 0;
                float tolerance = end ? 0 : 1.5f / 255;
                assertFlat(mattes.at(use, frame, 64, 48), 64, 48, greys[frame], tolerance);
                assertFlat(mattes.at(inverted, frame, 64, 48), 64, 48, 1 - greys[frame], tolerance);
            }
            assertSame(mattes.at(use, 5, 64, 48), mattes.at(use, 5, 64, 48));
        }
    }

    @Test
    void aShortClipIsSaidWithFrameAndLength() {
        Path clip = TestPictures.clip(folder.resolve("m.mkv"), "ffv1", "bgr0", "pc", 64, 48, 0, 1);
        try (mattes) {
            String expected = "the matte " + clip + " has no frame 2: it has 2 frames, 0 to 1";
            assertEquals(expected, assertThrows(BadInput.class, () -> mattes.at(use(clip, Kind.CLIP), 2, 64, 48)).getMessage());
            assertFlat(mattes.at(use(clip, Kind.CLIP), 1, 64, 48), 64, 48, 1, 0);
        }
    }

    @Test
    void aTruncatedClipIsNotCounted() throws IOException {
        float[] greys = new float[60];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = i % 2;
        }
        Path clip = TestPictures.clip(folder.resolve("m.mkv"), "ffv1", "bgr0", "pc", 64, 48, greys);
        byte[] whole = Files.readAllBytes(clip);
        Files.write(clip, Arrays.copyOf(whole, whole.length / 2));
        try (mattes) {
            String message = assertThrows(BadInput.class, () -> mattes.at(use(clip, Kind.CLIP), 59, 64, 48)).getMessage();
            assertTrue(message.contains("is damaged, so that its frames cannot be counted: "), message);
        }
    }

    @Test
    void aSequenceHasTheFramesNumberInItsNames() throws IOException {
        TestPictures.greyPng(folder.resolve("m-0007.png"), 5, 3, 51);
        TestPictures.greyPng(folder.resolve("m-0008.png"), 10, 6, 255);
        MatteUse use = use(folder.resolve("m-%04d.png"), Kind.SEQUENCE);
        try (mattes) {
            assertFlat(mattes.at(use, 8, 10, 6), 10, 6, 1, 0);
            assertFlat(mattes.at(use, 7, 10, 6), 10, 6, 51 / 255f, 0);
            assertEquals("there is no picture " + folder.resolve("m-0009.png"),
                    assertThrows(BadInput.class, () -> mattes.at(use, 9, 10, 6)).getMessage());
        }
    }

    @Test
    void aStillServesAllFrames() throws IOException {
        MatteUse use = use(TestPictures.greyPng(folder.resolve("m.png"), 5, 3, 128), Kind.STILL);
        try (mattes) {
            assertFlat(mattes.at(use, 0, 5, 3), 5, 3, 128 / 255f, 0);
            assertSame(mattes.at(use, 0, 5, 3), mattes.at(use, 4711, 5, 3));
        }
    }

    @Test
    void anotherSizeIsScaledBetweenTheCentresOfPixels() {
        Plane two = new Plane(2, 1, new float[] {0, 1});
        assertArrayEquals(new float[] {0, 0.25f, 0.75f, 1}, Scale.bilinear(two, 4, 1).data());
        assertArrayEquals(new float[] {0.5f}, Scale.bilinear(two, 1, 1).data());
        Plane four = new Plane(2, 2, new float[] {0, 1, 0.5f, 1});
        assertArrayEquals(new float[] {0.375f + 0.25f}, Scale.bilinear(four, 1, 1).data(), 1e-6f);
        assertSame(four, Scale.bilinear(four, 2, 2));
        Plane white = new Plane(3, 5);
        Arrays.fill(white.data(), 1);
        assertFlat(Scale.bilinear(white, 640, 7), 640, 7, 1, 0);
    }
}
