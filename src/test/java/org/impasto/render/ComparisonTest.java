package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

/** Both renders of a comparison, beside those of {@link Renderer}: two shots of 6 and 8 frames. */
class ComparisonTest {
    private static final int W = 96;
    private static final int H = 64;
    private static final EncodeSettings LOSSLESS = new EncodeSettings(Optional.of("ffv1"), OptionalInt.empty(), Optional.empty(), Optional.empty(), Map.of(),
            false);
    private static final RenderListener QUIET = new RenderListener() {
    };

    @TempDir
    static Path folder;
    private static Path clip;
    private static Path painter;
    private static Path video;

    @BeforeAll
    static void make() {
        clip = clip("clip.mkv", 14, 25);
        painter = TinyNetworks.flickeryPainter().write(folder.resolve("painter.onnx"));
        video = TinyNetworks.videoBlendNoise(0.05f).write(folder.resolve("video.onnx"));
    }

    private static Path clip(String name, int frames, int rate) {
        Path file = folder.resolve(name);
        VideoInfo info = new VideoInfo("ffv1", W, H, "gbrp", 8, new Rational(1, 1000), new Rational(rate, 1), Rational.ONE, frames, 0, false,
                new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        try (FrameSink sink = Clips.create(file, info, LOSSLESS, true, m -> { }, Optional.empty())) {
            Scene one = Scenes.random(1, W, H, 6);
            Scene two = Scenes.random(2, W, H, 120);
            for (int t = 0; t < frames; t++) {
                sink.write(new Frame(t, 1000L * t / rate, 1000 / rate, (t < 6 ? one.frame(t) : two.frame(t - 6)).image()));
            }
            sink.finish();
        }
        return file;
    }

    private static RenderRequest request(Path out, Path model, FrameRange frames, boolean baseline) {
        return request(clip, out, model, frames, baseline);
    }

    private static RenderRequest request(Path clip, Path out, Path model, FrameRange frames, boolean baseline) {
        return new RenderRequest(clip, out, Optional.of(model.toString()), frames, Optional.empty(), Optional.empty(), baseline, 1, "cpu", 2, LOSSLESS, true);
    }

    private static List<Frame> frames(Path file) {
        return ClipFrames.of(file);
    }

    private static void assertSame(Path expected, Path found) {
        List<Frame> a = frames(expected);
        List<Frame> b = frames(found);
        assertEquals(a.stream().map(Frame::pts).toList(), b.stream().map(Frame::pts).toList());
        for (int i = 0; i < a.size(); i++) {
            assertArrayEquals(a.get(i).image().data(), b.get(i).image().data(), "frame " + i);
        }
    }

    @Test
    void bothHaveThePixelsOfTheirRenders() {
        Path coherent = folder.resolve("coherent.mkv");
        Path baseline = folder.resolve("baseline.mkv");
        Path alone = folder.resolve("alone.mkv");
        for (Path model : List.of(painter, video)) {
            for (FrameRange range : List.of(FrameRange.ALL, new FrameRange(8, 11))) {
                List<Painted> seen = new ArrayList<>();
                RenderReport report = Comparison.run(new ComparisonRequest(request(coherent, model, range, false), baseline, Optional.empty(),
                        List.of(new Follower("look", seen::add))), QUIET, new Cancellation());
                new Renderer().render(request(alone, model, range, false), QUIET, new Cancellation());
                assertSame(alone, coherent);
                new Renderer().render(request(alone, model, range, true), QUIET, new Cancellation());
                assertSame(alone, baseline);
                assertEquals(range == FrameRange.ALL ? 14 : 4, report.frames());
                assertEquals(report.frames(), seen.size());
                assertTrue(seen.get(0).beginsShot());
                assertTrue(report.timing().stages().containsKey("look"));
            }
        }
    }

    @Test
    void aShotOfSeveralSegmentsHasThePixelsOfItsRender() {
        Path film = clip("long-shot.mkv", 6 + Segment.LENGTH + 4, 25);
        Path coherent = folder.resolve("long-coherent.mkv");
        Path alone = folder.resolve("long-alone.mkv");
        Comparison.run(new ComparisonRequest(request(film, coherent, painter, FrameRange.ALL, false), folder.resolve("long-baseline.mkv"), Optional.empty(), List.of()),
                QUIET, new Cancellation());
        new Renderer().render(request(film, alone, painter, FrameRange.ALL, false), QUIET, new Cancellation());
        assertSame(alone, coherent);
    }

    @Test
    void anotherProgramsRenderIsReadInStep() {
        List<Painted> seen = new ArrayList<>();
        Comparison.run(against(clip, new FrameRange(7, 9), seen), QUIET, new Cancellation());
        assertEquals(List.of(7L, 8L, 9L), seen.stream().map(p -> p.source().index()).toList());
        seen.forEach(p -> assertArrayEquals(p.source().image().data(), p.reference().data()));
    }

    private static ComparisonRequest against(Path other, FrameRange range, List<Painted> seen) {
        return new ComparisonRequest(request(folder.resolve("ours.mkv"), painter, range, false), folder.resolve("never.mkv"), Optional.of(other),
                List.of(new Follower("look", seen::add)));
    }

    @Test
    void otherSizeLengthOrRateIsSaid() {
        refused("other.mkv is 96x64, but the source 128x72", clip("other.mkv", 2, 25), folder.resolve("source.mkv"));
        refused("short.mkv ends after 9 frames", clip("short.mkv", 9, 25), clip);
        refused("long.mkv goes on", clip("long.mkv", 16, 25), clip);
        refused("slow.mkv shows frame 1 at", clip("slow.mkv", 14, 20), clip);
        assertFalse(Files.exists(folder.resolve("refused.mkv")));
        assertFalse(Files.exists(folder.resolve("never.mkv")));
    }

    private static void refused(String expected, Path other, Path source) {
        if (!Files.exists(source)) {
            VideoInfo info = new VideoInfo("ffv1", 128, 72, "gbrp", 8, new Rational(1, 1000), new Rational(25, 1), Rational.ONE, 1, 0, false,
                    new ColorInfo("unknown", "unknown", "unknown", "unknown"));
            try (FrameSink sink = Clips.create(source, info, LOSSLESS, true, m -> { }, Optional.empty())) {
                sink.write(new Frame(0, 0, 40, Scenes.random(1, 128, 72, 1).frame(0).image()));
                sink.finish();
            }
        }
        RenderRequest render = new RenderRequest(source, folder.resolve("refused.mkv"), Optional.of(painter.toString()), FrameRange.ALL, Optional.empty(),
                Optional.empty(), false, 1, "cpu", 2, LOSSLESS, false);
        ImpastoException e = assertThrows(ImpastoException.BadInput.class, () -> Comparison.run(new ComparisonRequest(render, folder.resolve("never.mkv"),
                Optional.of(other), List.of()), QUIET, new Cancellation()));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }

    @Test
    void aFollowerThatFailsEndsTheComparison() {
        ComparisonRequest failing = new ComparisonRequest(request(folder.resolve("refused.mkv"), painter, FrameRange.ALL, false), folder.resolve("never.mkv"),
                Optional.empty(), List.of(new Follower("fail", p -> {
                    throw new ImpastoException.OutputFailed("full");
                })));
        assertEquals("full", assertThrows(ImpastoException.OutputFailed.class, () -> Comparison.run(failing, QUIET, new Cancellation())).getMessage());
        assertFalse(Files.exists(folder.resolve("refused.mkv")));
    }
}
