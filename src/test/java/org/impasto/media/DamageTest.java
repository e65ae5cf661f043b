package org.impasto.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips of {@value #FRAMES} frames, damaged in every way that a disk or a network knows. */
class DamageTest {
    private static final int FRAMES = 60;
    private static final int W = 96;
    private static final int H = 64;

    @TempDir
    static Path folder;

    private record Read(List<Frame> frames, Damage damage) {
    }

    @BeforeAll
    static void make() {
        for (String name : List.of("whole.mp4", "whole.mkv", "whole.avi")) {
            // Key frames every 12 frames and B-frames between them, as in most films.
            EncodeSettings settings = new EncodeSettings(Optional.of("libx264"), OptionalInt.of(18), Optional.empty(),
                    Optional.empty(), Map.of("g", "12"), false);
            VideoInfo info = new VideoInfo("", W, H, "", 8, new Rational(1, 25), new Rational(25, 1), Rational.ONE, 0, 0, false,
                    new ColorInfo("bt709", "bt709", "bt709", "tv"));
            float[] hum = new float[48000 * FRAMES / 25];
            for (int i = 0; i < hum.length; i++) {
                hum[i] = (float) Math.sin(i * 0.03) * 0.3f;
            }
            try (FrameSink sink = Clips.create(folder.resolve(name), info, settings, true, m -> { },
                    name.endsWith("avi") ? Optional.empty() : Optional.of(new Audio(48000, 1, hum)))) {
                for (int t = 0; t < FRAMES; t++) {
                    sink.write(new Frame(t, t, 1, picture(t)));
                }
                sink.finish();
            }
        }
    }

    private static Image picture(int t) {
        Image image = new Image(W, H);
        Random grain = new Random(t);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = (float) (0.5 + 0.3 * Math.sin((i % W + t) * 0.3) * Math.cos(i / W % H * 0.2) + 0.1 * grain.nextFloat());
        }
        return image;
    }

    private static Read read(Path file, int threads) {
        List<Frame> frames = new ArrayList<>();
        try (FrameSource source = Clips.open(file, threads)) {
            for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
                frames.add(f.get());
            }
            return new Read(frames, source.damage());
        }
    }

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole.mp4", "whole.mkv", "whole.avi"})
    void aWholeClipHasNoDamage(String name) {
        Read read = read(folder.resolve(name), 2);
        assertEquals(FRAMES, read.frames.size());
        assertEquals(Damage.NONE, read.damage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole.mp4", "whole.mkv", "whole.avi"})
    void whatIsCutOffIsMissedOrRefused(String name) throws IOException {
        byte[] whole = bytes(name);
        int rendered = 0;
        for (int tenth = 1; tenth < 10; tenth++) {
            Path cut = write("cut-" + name, Arrays.copyOf(whole, whole.length * tenth / 10));
            try {
                Read read = read(cut, 2);
                rendered++;
                assertTrue(read.frames.size() < FRAMES, tenth + " tenths");
                assertTrue(read.damage.any(), tenth + " tenths: " + read.frames.size() + " frames, but no damage");
                assertTrue(read.damage.sentences().stream().anyMatch(s -> s.contains("frames are missing, from about")
                        || s.contains("packet")), read.damage.toString());
            } catch (BadInput e) {
                assertFalse(e.getMessage().contains("\n"));
            }
        }
        assertTrue(rendered >= 7, rendered + " of 9");
    }

    @Test
    void aClipWithoutItsLastSoundIsDamaged() throws IOException {
        byte[] whole = bytes("whole.mp4");
        Read read = read(write("sound.mp4", Arrays.copyOf(whole, whole.length - 20)), 2);
        assertEquals(FRAMES, read.frames.size());
        assertTrue(read.damage.sentences().toString().contains("audio aac"), read.damage.toString());
    }

    @Test
    void aMatroskaFileWithoutItsIndexLacksNoFrame() throws IOException {
        byte[] whole = bytes("whole.mkv");
        Read read = read(write("index.mkv", Arrays.copyOf(whole, whole.length - 10)), 2);
        assertEquals(FRAMES, read.frames.size());
        assertFalse(read.damage.any());
        assertTrue(read.damage.sentences().get(0).contains("no frame is missing"), read.damage.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole.mp4", "whole.mkv"})
    void flippedBitsKillNothingAndTheNumberOfThreadsDoesNotDecideWhatTheyCost(String name) throws IOException {
        byte[] whole = bytes(name);
        int seen = 0;
        for (int seed = 0; seed < 40; seed++) {
            byte[] damaged = whole.clone();
            Random random = new Random(seed);
            // Every fourth anywhere, headers included; else where the pictures are.
            int from = seed % 4 == 0 ? 0 : whole.length / 4;
            for (int i = 0; i < 6; i++) {
                damaged[from + random.nextInt(whole.length - from)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = write("flip-" + name, damaged);
            try {
                Read one = read(file, 1);
                Read four = read(file, 4);
                assertEquals(one.damage, four.damage, "seed " + seed);
                assertEquals(one.frames.size(), four.frames.size(), "seed " + seed);
                for (int i = 0; i < one.frames.size(); i++) {
                    assertArrayEquals(one.frames.get(i).image().data(), four.frames.get(i).image().data(), "seed " + seed);
                }
                seen += one.damage.any() ? 1 : 0;
            } catch (BadInput e) {
                assertFalse(e.getMessage().contains("\n"), "seed " + seed);
            }
        }
        assertTrue(seen >= 20, "damage was seen with " + seen + " of 40 seeds");
    }

    @Test
    void sentencesNameFramesAndTimesAndStayShort() {
        DamageLog log = new DamageLog(new Rational(1, 100));
        log.concealed(3);
        log.concealed(4);
        log.concealed(9);
        log.lost(150);
        log.lost(120);
        for (int i = 0; i < 1000; i++) {
            log.refused(100 + i);
        }
        log.gap(200, 300, 100);
        Damage damage = log.damage(100);
        assertEquals(new Damage(1000, 3, 2, List.of(
                "1000 damaged packets of the picture were met, at 0.000, 0.010, 0.020, 0.030, 0.040, 0.050, 0.060, 0.070 s and later",
                "2 frames could not be decoded and are missing, at 0.200, 0.500 s",
                "3 frames were decoded with errors: 3-4, 9",
                "there are no frames from 1.000 to 2.000 s")), damage);
    }

    @Test
    void aPictureThatIsPassedOverIsLost() {
        List<Long> lost = new ArrayList<>();
        Pictures pictures = new Pictures(lost::add);
        for (long pts : new long[] {-2, 0, 3, 1, 2, 4, 5}) {
            pictures.given(pts);
        }
        for (long pts : new long[] {0, 1, 3, 4}) {
            pictures.shown(pts);
        }
        assertEquals(List.of(2L), lost);
        pictures.end();
        assertEquals(List.of(2L, 5L), lost);
    }
}
