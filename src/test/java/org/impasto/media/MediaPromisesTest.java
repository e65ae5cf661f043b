package org.impasto.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.bytedeco.javacpp.Pointer;
import org.impasto.ImpastoException;
import org.impasto.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaPromisesTest {
    private static final float[][] COLOURS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 1}, {0.5f, 0.5f, 0.5f}, {0.2f, 0.6f, 0.9f}};

    @TempDir
    Path folder;

    private static VideoInfo info(int w, int h, Rational timeBase, String matrix, String range) {
        return new VideoInfo("", w, h, "", 8, timeBase, new Rational(25, 1), Rational.ONE, 0, 0, false,
                new ColorInfo(matrix, "unknown", "unknown", range));
    }

    private static EncodeSettings settings(String codec, String format, boolean lossless) {
        return new EncodeSettings(Optional.of(codec), lossless ? OptionalInt.of(0) : OptionalInt.empty(), Optional.empty(),
                Optional.ofNullable(format), Map.of(), false);
    }

    private static Image bars(int w, int h) {
        Image image = new Image(w, h);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < w * h; i++) {
                image.data()[c * w * h + i] = COLOURS[i % w * COLOURS.length / w][c];
            }
        }
        return image;
    }

    private Path write(String name, VideoInfo info, EncodeSettings settings, Optional<Audio> audio, long... times) {
        Path file = folder.resolve(name);
        try (FrameSink sink = Clips.create(file, info, settings, true, m -> { }, audio)) {
            for (int i = 0; i < times.length; i++) {
                sink.write(new Frame(i, times[i], 0, bars(info.width(), info.height())));
            }
            sink.finish();
        }
        return file;
    }

    private static List<Frame> read(Path file) {
        List<Frame> frames = new ArrayList<>();
        try (FrameSource source = Clips.open(file, 2)) {
            for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
                frames.add(f.get());
            }
        }
        return frames;
    }

    @ParameterizedTest
    @CsvSource({"bt709,tv", "bt709,pc", "smpte170m,tv", "smpte170m,pc", "bt2020nc,tv"})
    void coloursSurviveYuvWithinTwoCodes(String matrix, String range) {
        Path file = write("bars.mp4", info(96, 48, new Rational(1, 25), matrix, range), settings("libx264", "yuv444p", true),
                Optional.empty(), 0, 1, 2);
        ColorInfo tags = Clips.probe(file).video().color();
        assertEquals(matrix, tags.matrix());
        assertEquals(range, tags.range());
        float[] wanted = bars(96, 48).data();
        float[] found = read(file).get(1).image().data();
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], found[i], 2.01f / 255, "value " + i);
        }
    }

    @Test
    void losslessIsLossless() {
        Path file = write("bars.mkv", info(37, 21, new Rational(1, 25), "unknown", "unknown"), settings("ffv1", null, false),
                Optional.empty(), 0, 1);
        float[] wanted = bars(37, 21).data();
        float[] found = read(file).get(0).image().data();
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(Math.round(wanted[i] * 255), Math.round(found[i] * 255));
        }
    }

    @Test
    void presentationTimesAreExactEvenWhenUneven() {
        long[] times = {0, 3003, 6006, 7000, 12012, 30030, 30031};
        Path source = write("source.mp4", info(64, 48, new Rational(1, 90000), "bt709", "tv"), settings("libx264", null, false),
                Optional.empty(), times);
        Path copy = folder.resolve("copy.mp4");
        try (FrameSource in = Clips.open(source, 1);
                FrameSink out = Clips.create(copy, source, EncodeSettings.DEFAULTS, false, m -> { })) {
            for (Optional<Frame> f = in.next(); f.isPresent(); f = in.next()) {
                out.write(f.get());
            }
            out.finish();
        }
        for (Path file : List.of(source, copy)) {
            assertEquals(Arrays.stream(times).boxed().toList(), read(file).stream().map(Frame::pts).toList());
        }
    }

    @Test
    void soundIsCopiedAndASecondWriterIsRefused() {
        float[] samples = new float[48000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(i * 0.05) * 0.3f;
        }
        long[] times = new long[25];
        Arrays.setAll(times, i -> i);
        Path source = write("sound.mp4", info(64, 48, new Rational(1, 25), "bt709", "tv"), settings("libx264", null, false),
                Optional.of(new Audio(48000, 1, samples)), times);
        assertTrue(Clips.probe(source).otherStreams().get(0).contains("aac"));
        Path copy = folder.resolve("copy.mkv");
        try (FrameSource in = Clips.open(source, 1);
                FrameSink out = Clips.create(copy, source, EncodeSettings.DEFAULTS, false, m -> { })) {
            for (Optional<Frame> f = in.next(); f.isPresent(); f = in.next()) {
                out.write(f.get());
            }
            out.finish();
        }
        assertTrue(Clips.probe(copy).otherStreams().get(0).contains("aac"));
        assertThrows(ImpastoException.OutputFailed.class,
                () -> Clips.create(copy, source, EncodeSettings.DEFAULTS, false, m -> { }).close());
        assertThrows(ImpastoException.OutputFailed.class,
                () -> Clips.create(source, source, EncodeSettings.DEFAULTS, true, m -> { }).close());
        assertThrows(ImpastoException.OutputFailed.class,
                () -> Clips.create(folder.resolve("none/x.mp4"), source, EncodeSettings.DEFAULTS, true, m -> { }).close());
        assertThrows(ImpastoException.Usage.class,
                () -> Clips.create(folder.resolve("x.mp4"), source, settings("nonesuch", null, false), true, m -> { }).close());
    }

    @Test
    void abandonedOutputLeavesNothing() throws IOException {
        try (FrameSink sink = Clips.create(folder.resolve("a.mp4"), info(64, 48, new Rational(1, 25), "bt709", "tv"),
                EncodeSettings.DEFAULTS, false, m -> { }, Optional.empty())) {
            sink.write(new Frame(0, 0, 1, bars(64, 48)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whatIsNoVideoIsSaidInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "no film here\n".repeat(100));
        Path empty = Files.write(folder.resolve("empty.mp4"), new byte[0]);
        for (Path file : List.of(text, empty, folder.resolve("missing.mp4"), folder)) {
            ImpastoException e = assertThrows(ImpastoException.BadInput.class, () -> read(file));
            assertFalse(e.getMessage().contains("\n"));
            assertTrue(e.getMessage().contains(file.toString()));
        }
    }

    @Test
    void truncatedFilesNeitherCrashNorHang() throws IOException {
        long[] times = new long[20];
        Arrays.setAll(times, i -> i);
        for (String name : List.of("whole.mp4", "whole.mkv")) {
            byte[] whole = Files.readAllBytes(write(name, info(64, 48, new Rational(1, 25), "bt709", "tv"),
                    settings("libx264", null, false), Optional.empty(), times));
            for (int tenth = 0; tenth < 10; tenth++) {
                Path cut = Files.write(folder.resolve("cut" + tenth + name), Arrays.copyOf(whole, whole.length * tenth / 10));
                try {
                    assertTrue(read(cut).size() <= 20);
                } catch (ImpastoException.BadInput e) {
                    assertFalse(e.getMessage().contains("\n"));
                }
            }
        }
    }

    @Test
    void memoryDoesNotGrowWithLength() {
        long[] times = new long[50];
        Arrays.setAll(times, i -> i);
        Path file = write("long.mp4", info(320, 240, new Rational(1, 25), "bt709", "tv"), settings("libx264", null, false),
                Optional.empty(), times);
        read(file);
        System.gc();
        long before = Pointer.physicalBytes();
        for (int i = 0; i < 20; i++) {
            assertEquals(50, read(file).size());
            System.gc();
        }
        // 1000 frames of 230 kB in native memory would be 230 MB.
        assertTrue(Pointer.physicalBytes() - before < 150_000_000, "grew by " + (Pointer.physicalBytes() - before));
    }
}
