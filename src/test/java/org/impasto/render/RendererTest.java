package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.impasto.ImpastoException;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.impasto.testing.ClipFrames;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {
    private static final int W = 96;
    private static final int H = 64;
    private static final EncodeSettings LOSSLESS = new EncodeSettings(Optional.of("ffv1"), OptionalInt.empty(), Optional.empty(),
            Optional.empty(), Map.of(), false);

    @TempDir
    static Path folder;
    private static Path clip;
    private static Path painter;
    private static Path video;

    private static final RenderListener QUIET = new RenderListener() {
    };

    /** Two shots of 8 and 10 frames, with uneven presentation times. */
    @BeforeAll
    static void make() {
        clip = folder.resolve("clip.mkv");
        VideoInfo info = new VideoInfo("ffv1", W, H, "gbrp", 8, new Rational(1, 1000), new Rational(25, 1), Rational.ONE, 18, 0,
                false, new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        try (FrameSink sink = Clips.create(clip, info, LOSSLESS, true, m -> { }, Optional.empty())) {
            Scene one = Scenes.random(1, W, H, 8);
            Scene two = Scenes.random(2, W, H, 10);
            for (int t = 0; t < 18; t++) {
                sink.write(new Frame(t, 40L * t + t % 3, 40, (t < 8 ? one.frame(t) : two.frame(t - 8)).image()));
            }
            sink.finish();
        }
        painter = TinyNetworks.flickeryPainter().write(folder.resolve("painter.onnx"));
        video = TinyNetworks.videoBlendNoise(0.05f).write(folder.resolve("video.onnx"));
    }

    private static RenderRequest request(Path out, Path model, FrameRange frames, int threads, boolean baseline) {
        return new RenderRequest(clip, out, Optional.of(model.toString()), frames, Optional.empty(), Optional.empty(), baseline, 1,
                "cpu", threads, LOSSLESS, false);
    }

    private static List<Frame> render(String name, Path model, FrameRange frames, int threads, boolean baseline) {
        Path out = folder.resolve(name + ".mkv");
        new Renderer().render(request(out, model, frames, threads, baseline), QUIET, new Cancellation());
        return frames(out);
    }

    private static List<Frame> frames(Path file) {
        return ClipFrames.of(file);
    }

    @Test
    void everyFrameComesOutAtItsTime() {
        Path out = folder.resolve("times.mkv");
        RenderReport report = new Renderer().render(request(out, painter, FrameRange.ALL, 2, false), QUIET, new Cancellation());
        assertEquals(18, report.frames());
        assertEquals(List.of(8L), report.cuts());
        assertEquals(frames(clip).stream().map(Frame::pts).toList(), frames(out).stream().map(Frame::pts).toList());
    }

    @Test
    void sameBitsWithAnyNumberOfThreads() {
        for (Path model : List.of(painter, video)) {
            String name = model.getFileName().toString();
            List<Frame> one = render("one-" + name, model, FrameRange.ALL, 1, false);
            List<Frame> three = render("three-" + name, model, FrameRange.ALL, 3, false);
            for (int i = 0; i < one.size(); i++) {
                assertArrayEquals(one.get(i).image().data(), three.get(i).image().data(), name + ", frame " + i);
            }
        }
    }

    @Test
    void aRangeHasTheFramesOfTheWhole() {
        List<Frame> whole = render("whole", painter, FrameRange.ALL, 2, false);
        for (FrameRange range : List.of(new FrameRange(3, 5), new FrameRange(11, 13), new FrameRange(8, 9), new FrameRange(16, 17))) {
            List<Frame> part = render("range" + range.first(), painter, range, 2, false);
            assertEquals(range.last() - range.first() + 1, part.size());
            for (int i = 0; i < part.size(); i++) {
                assertArrayEquals(whole.get((int) range.first() + i).image().data(), part.get(i).image().data(),
                        "frame " + (range.first() + i));
            }
        }
    }

    @Test
    void theFirstFrameOfAShotIsTheBaselines() {
        List<Frame> coherent = render("coherent", painter, FrameRange.ALL, 2, false);
        List<Frame> alone = render("alone", painter, FrameRange.ALL, 2, true);
        for (int first : new int[] {0, 8}) {
            assertArrayEquals(alone.get(first).image().data(), coherent.get(first).image().data());
        }
        assertFalse(Arrays.equals(alone.get(4).image().data(), coherent.get(4).image().data()));
    }

    @Test
    void nothingIsLeftOfARenderThatFails() throws IOException {
        Path out = folder.resolve("failed.mkv");
        Path nan = TinyNetworks.nan().write(folder.resolve("nan.onnx"));
        assertThrows(ImpastoException.BadModel.class, () -> new Renderer().render(request(out, nan, FrameRange.ALL, 2, false),
                QUIET, new Cancellation()));
        Cancellation cancelled = new Cancellation();
        cancelled.request();
        assertThrows(ImpastoException.Cancelled.class, () -> new Renderer().render(
                request(out, painter, FrameRange.ALL, 2, false), QUIET, cancelled));
        assertFalse(Files.exists(out));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")));
        }
    }

    @Test
    void aRangeBehindTheEndIsSaid() {
        ImpastoException e = assertThrows(ImpastoException.BadInput.class, () -> new Renderer().render(
                request(folder.resolve("behind.mkv"), painter, new FrameRange(50, 60), 1, false), QUIET, new Cancellation()));
        assertTrue(e.getMessage().contains("18 frames"), e.getMessage());
    }

    @Test
    void existingOutputIsRefused() throws IOException {
        Path out = Files.writeString(folder.resolve("mine.mkv"), "mine");
        assertThrows(ImpastoException.OutputFailed.class, () -> new Renderer().render(
                request(out, painter, FrameRange.ALL, 1, false), QUIET, new Cancellation()));
        assertEquals("mine", Files.readString(out));
    }
}
