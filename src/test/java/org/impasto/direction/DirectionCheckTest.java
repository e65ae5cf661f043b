package org.impasto.direction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.impasto.ImpastoException.BadInput;
import org.impasto.media.ClipInfo;
import org.impasto.media.ColorInfo;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directions held against a clip of ten frames, 64x48, in two shots. */
class DirectionCheckTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void pictures() throws IOException {
        file = folder.resolve("film.yaml");
        TestPictures.greyPng(folder.resolve("right.png"), 64, 48, 0);
        TestPictures.greyPng(folder.resolve("small.png"), 32, 48, 0);
        TestPictures.greyPng(folder.resolve("turned.png"), 48, 64, 0);
        Files.writeString(folder.resolve("text.png"), "no picture");
        TestPictures.greyPng(folder.resolve("m3.png"), 64, 48, 0);
        TestPictures.clip(folder.resolve("short.mp4"), "libx264", "yuv420p", "tv", 64, 48, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private void check(String yaml, int rotation) throws IOException {
        VideoInfo video = new VideoInfo("h264", 64, 48, "yuv420p", 8, new Rational(1, 10), new Rational(10, 1), Rational.ONE, 10, rotation,
                false, new ColorInfo("bt709", "bt709", "bt709", "tv"));
        ClipInfo clip = new ClipInfo(folder.resolve("clip.mp4"), "mp4", 1, video, List.of(), 0);
        Direction.read(Files.writeString(file, "version: 1\n" + yaml), List.of("wave")).check(clip, 10, List.of(0L, 6L));
    }

    private void refused(int line, String sentence, String yaml) throws IOException {
        assertEquals(file + ":" + line + ": " + sentence, assertThrows(BadInput.class, () -> check(yaml, 0)).getMessage());
    }

    @Test
    void insideIsFine() {
        assertDoesNotThrow(() -> check("""
                defaults: {style: wave}
                sections:
                  - frames: 9
                  - frames: 0-9
                  - frames: 9-
                  - shots: 0-1
                  - frames: 3
                    matte: m%d.png
                  - frames: 0-7
                    matte: short.mp4
                  - frames: 8-
                    matte: right.png
                pin: {9: right.png}
                """, 0));
        assertDoesNotThrow(() -> Direction.NONE.check(null, 10, List.of(0L)));
    }

    @Test
    void whatLiesOutsideIsNamed() throws IOException {
        refused(3, "frames: 10- is not in the clip, which has 10 frames, 0 to 9", "sections:\n  - frames: 10-\n");
        refused(4, "frames: 3-10 is not in the clip, which has 10 frames, 0 to 9", "sections:\n  - frames: 3\n  - frames: 3-10\n");
        refused(4, "shots: 2 is not in the clip, which has 2 shots, 0 to 1", "sections:\n  - style: wave\n    shot: 2\n");
        refused(3, "pin 10 is not in the clip, which has 10 frames, 0 to 9", "pin:\n  10: right.png\n");
    }

    @Test
    void pinsHaveTheClipsSize() throws IOException {
        refused(3, "the pinned picture " + folder.resolve("small.png") + " of frame 4 is 32x48, expected the clip's size, 64x48",
                "pin:\n  4: small.png\n");
        refused(3, folder.resolve("text.png") + " is not a picture that can be read, expected a PNG or JPEG", "pin:\n  4: text.png\n");
        String turned = assertThrows(BadInput.class, () -> check("pin:\n  4: turned.png\n", 90)).getMessage();
        assertEquals(file + ":3: the pinned picture " + folder.resolve("turned.png") + " of frame 4 is 48x64, expected the clip's size, 64x48"
                + " (as coded; players turn it by 90 degrees)", turned);
    }

    @Test
    void mattesReachAsFarAsTheyAreUsed() throws IOException {
        refused(3, "the matte " + folder.resolve("short.mp4") + " has no frame 8: it has 8 frames, 0 to 7", "defaults:\n  matte: short.mp4\n");
        refused(4, "the matte has no picture " + folder.resolve("m6.png") + " for frame 6", "sections:\n  - shot: 1\n    matte: m%d.png\n");
        refused(3, "the matte cannot be used: " + folder.resolve("text.png") + " is not a picture that can be read, expected a PNG or JPEG",
                "defaults:\n  matte: text.png\n");
        Files.writeString(folder.resolve("text.mp4"), "no clip");
        String message = assertThrows(BadInput.class, () -> check("defaults:\n  matte: text.mp4\n", 0)).getMessage();
        assertTrue(message.startsWith(file + ":3: the matte cannot be used: "), message);
        assertDoesNotThrow(() -> check("defaults:\n  matte: short.mp4\nsections:\n  - {frames: 8-, matte: none}\n", 0));
    }
}
