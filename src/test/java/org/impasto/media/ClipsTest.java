package org.impasto.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import java.util.stream.Stream;
import org.impasto.ImpastoException.BadInput;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.ImpastoException.Usage;
import org.impasto.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of the package, on clips it makes itself. */
class ClipsTest {
    private static final float[][] BARS =
            {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {.5f, .5f, .5f}, {1, 1, 1}, {.2f, .7f, .4f}, {0, 0, 0}};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"bt709, tv, yuv420p", "bt709, pc, yuv420p", "smpte170m, tv, yuv420p", "smpte170m, pc, yuv420p",
        "bt709, tv, yuv444p", "bt709, tv, yuv420p10le"})
    void coloursComeBackWithinTwo(String matrix, String range, String format) {
        Path clip = make("bars.mp4", video(352, 288, matrix, range), settings("libx264", format), bars(352, 288), 0, 1);
        ClipInfo info = Clips.probe(clip);
        assertEquals(matrix, info.video().color().matrix());
        assertEquals(range, info.video().color().range());
        assertTrue(error(bars(352, 288), read(clip).get(0).image()) <= 2);
    }

    @Test
    void oddSizesAreKept() {
        Path clip = make("odd.mp4", video(175, 143, "bt709", "tv"), EncodeSettings.DEFAULTS, bars(175, 143), 0);
        Image image = read(clip).get(0).image();
        assertEquals(175, image.width());
        assertEquals(143, image.height());
        assertTrue(error(bars(175, 143), image) <= 2);
    }

    @Test
    void ffv1HoldsEightBitRgbToTheBit() {
        Image image = new Image(64, 48);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = (i * 7 % 256) / 255f;
        }
        EncodeSettings lossless = new EncodeSettings(Optional.of("ffv1"), OptionalInt.empty(), Optional.empty(),
                Optional.empty(), Map.of(), false);
        Path clip = make("rgb.mkv", video(64, 48, "bt709", "tv"), lossless, image, 0, 1001);
        assertArrayEquals(image.data(), read(clip).get(1).image().data(), 1e-6f);
    }

    @Test
    void timesOfAnIrregularClipThatStartsLateAreKeptToTheUnit() {
        long[] times = {3003, 4004, 6006, 6106, 9009, 9010, 12345, 20000, 20500, 30000, 31001, 47000};
        Path first = make("vfr.mp4", video(176, 144, "bt709", "tv"), EncodeSettings.DEFAULTS, bars(176, 144), times);
        assertArrayEquals(times, times(first));
        Path second = copy(first, folder.resolve("again.mp4"), 0, 99);
        assertArrayEquals(times, times(second));
    }

    @Test
    void aRangeStandsWhereTheClipBegan() {
        long[] times = {1000, 2001, 3002, 4003, 5004};
        Path clip = make("all.mp4", video(64, 64, "bt709", "tv"), EncodeSettings.DEFAULTS, bars(64, 64), times);
        assertArrayEquals(new long[] {1000, 2001, 3002}, times(copy(clip, folder.resolve("part.mp4"), 1, 3)));
    }

    @Test
    void anExistingOutputIsRefusedAndLeftAlone() throws IOException {
        Path output = folder.resolve("there.mp4");
        Files.writeString(output, "precious");
        VideoInfo video = video(64, 64, "bt709", "tv");
        assertThrows(OutputFailed.class, () -> Clips.create(output, video, EncodeSettings.DEFAULTS, false, m -> { },
                Optional.empty()));
        assertEquals("precious", Files.readString(output));
    }

    @Test
    void theInputIsNeverTheOutput() {
        Path clip = make("in.mp4", video(64, 64, "bt709", "tv"), EncodeSettings.DEFAULTS, bars(64, 64), 0);
        assertThrows(OutputFailed.class, () -> Clips.create(clip, clip, EncodeSettings.DEFAULTS, true, m -> { }));
    }

    @Test
    void anAbandonedRenderLeavesNothing() throws IOException {
        try (FrameSink sink = Clips.create(folder.resolve("a.mp4"), video(64, 64, "bt709", "tv"),
                EncodeSettings.DEFAULTS, false, m -> { }, Optional.empty())) {
            sink.write(new Frame(0, 0, 1, bars(64, 64)));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void unknownEncoderAndOptionAreUsageErrors() {
        assertThrows(Usage.class, () -> make("x.mp4", video(64, 64, "bt709", "tv"), settings("nothing", "yuv420p"),
                bars(64, 64), 0));
        EncodeSettings odd = new EncodeSettings(Optional.empty(), OptionalInt.empty(), Optional.empty(),
                Optional.empty(), Map.of("no-such-option", "1"), false);
        Usage e = assertThrows(Usage.class, () -> make("x.mp4", video(64, 64, "bt709", "tv"), odd, bars(64, 64), 0));
        assertTrue(e.getMessage().contains("no-such-option"));
        for (EncodeSettings wrong : List.of(
                new EncodeSettings(Optional.empty(), OptionalInt.of(52), Optional.empty(), Optional.empty(), Map.of(), false),
                new EncodeSettings(Optional.empty(), OptionalInt.empty(), Optional.of("fastest"), Optional.empty(), Map.of(), false))) {
            assertThrows(Usage.class, () -> make("x.mp4", video(64, 64, "bt709", "tv"), wrong, bars(64, 64), 0));
        }
    }

    @Test
    void whatIsNoClipIsBadInput() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no film at all");
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        for (Path path : List.of(text, empty, folder, folder.resolve("missing.mp4"))) {
            assertThrows(BadInput.class, () -> Clips.open(path, 1), path.toString());
        }
    }

    @Test
    void aTruncatedClipGivesItsFramesAndSaysWhatIsMissing() throws IOException {
        long[] times = new long[60];
        Arrays.setAll(times, i -> i * 1001L);
        Path whole = make("whole.mp4", video(176, 144, "bt709", "tv"), EncodeSettings.DEFAULTS, bars(176, 144), times);
        byte[] bytes = Files.readAllBytes(whole);
        for (int tenth = 0; tenth < 10; tenth++) {
            Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length * tenth / 10));
            try (FrameSource source = Clips.open(cut, 2)) {
                int frames = 0;
                while (source.next().isPresent()) {
                    frames++;
                }
                assertTrue(frames < 60 && source.damage().any());
            } catch (BadInput e) {
                assertTrue(e.getMessage().startsWith("expected"));
            }
        }
    }

    @Test
    void theNumberOfDecodingThreadsDecidesNoPixel() {
        Path clip = make("t.mp4", video(176, 144, "bt709", "tv"), EncodeSettings.DEFAULTS, bars(176, 144), 0, 1001,
                2002, 3003);
        List<Frame> many = read(clip);
        try (FrameSource source = Clips.open(clip, 1)) {
            for (Frame f : many) {
                assertArrayEquals(f.image().data(), source.next().orElseThrow().image().data());
            }
        }
    }

    private Path make(String name, VideoInfo video, EncodeSettings settings, Image image, long... times) {
        Path path = folder.resolve(name);
        try (FrameSink sink = Clips.create(path, video, settings, true, m -> { }, Optional.empty())) {
            for (int i = 0; i < times.length; i++) {
                sink.write(new Frame(i, times[i], i + 1 < times.length ? times[i + 1] - times[i] : 1001, image));
            }
            sink.finish();
        }
        return path;
    }

    private static Path copy(Path from, Path to, long first, long last) {
        try (FrameSource source = Clips.open(from, 2);
                FrameSink sink = Clips.create(to, from, EncodeSettings.DEFAULTS, true, m -> { })) {
            for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
                if (f.get().index() >= first && f.get().index() <= last) {
                    sink.write(f.get());
                }
            }
            sink.finish();
        }
        return to;
    }

    private static List<Frame> read(Path clip) {
        List<Frame> frames = new ArrayList<>();
        try (FrameSource source = Clips.open(clip, 2)) {
            source.next().ifPresent(frames::add);
            for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
                frames.add(f.get());
            }
        }
        return frames;
    }

    private static long[] times(Path clip) {
        return read(clip).stream().mapToLong(Frame::pts).toArray();
    }

    private static VideoInfo video(int width, int height, String matrix, String range) {
        return new VideoInfo("", width, height, "yuv420p", 8, new Rational(1, 30000), new Rational(30000, 1001),
                Rational.ONE, 0, 0, false, new ColorInfo(matrix, "bt709", "bt709", range));
    }

    private static EncodeSettings settings(String codec, String format) {
        return new EncodeSettings(Optional.of(codec), OptionalInt.of(4), Optional.empty(), Optional.of(format), Map.of(),
                false);
    }

    private static Image bars(int width, int height) {
        Image image = new Image(width, height);
        for (int i = 0; i < image.pixels(); i++) {
            for (int c = 0; c < 3; c++) {
                image.data()[c * image.pixels() + i] = BARS[i % width * BARS.length / width][c];
            }
        }
        return image;
    }

    /** Largest difference in the middle of the bars, of 255. */
    private static double error(Image a, Image b) {
        double worst = 0;
        for (int bar = 0; bar < BARS.length; bar++) {
            int x = (2 * bar + 1) * a.width() / (2 * BARS.length);
            for (int c = 0; c < 3; c++) {
                worst = Math.max(worst, 255 * Math.abs(a.at(c, x, a.height() / 2) - b.at(c, x, b.height() / 2)));
            }
        }
        return worst;
    }
}
