package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.Pointer;
import org.impasto.image.Image;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of a render does not depend on how long the clip is. */
class MemoryTest {
    private static final int W = 240;
    private static final int H = 180;
    // Until then the compiler's code and malloc's pools fill.
    private static final int EARLY = 560;
    private static final int LATE = 900;

    @TempDir
    Path folder;

    /** What the process holds: resident memory, memory and number of the native objects that Java knows. */
    private record Held(long resident, long bytes, long count) {
        static Held now() {
            System.gc();
            // What was garbage is freed by a thread of JavaCPP's, a little later.
            long before;
            do {
                before = Pointer.totalCount();
                LockSupport.parkNanos(200_000_000L);
            } while (Pointer.totalCount() < before);
            return new Held(Pointer.physicalBytes(), Pointer.totalBytes(), Pointer.totalCount());
        }

        static Held parse(String line) {
            long[] v = Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
            return new Held(v[0], v[1], v[2]);
        }

        String line() {
            return "held " + resident + " " + bytes + " " + count;
        }
    }

    /** The render runs in a JVM whose heap is all there from the start, so that only native memory can grow. */
    @Test
    void memoryIsFlatOverALongClip() throws Exception {
        Path clip = clip();
        Path model = TinyNetworks.flickeryPainter().write(folder.resolve("painter.onnx"));
        Path log = folder.resolve("log");
        ProcessBuilder render = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms320m",
                "-Xmx320m", "-XX:+AlwaysPreTouch", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", "-cp",
                System.getProperty("java.class.path"), LongRender.class.getName(), clip.toString(), model.toString(),
                folder.resolve("out.mp4").toString()).redirectErrorStream(true).redirectOutput(log.toFile());
        // Else every thread fills an arena of its own, and segments come with new threads until all arenas are there.
        render.environment().put("MALLOC_ARENA_MAX", "1");
        Process child = render.start();
        try {
            assertTrue(child.waitFor(10, TimeUnit.MINUTES), "hangs: " + Files.readString(log));
        } finally {
            child.destroyForcibly();
        }
        String said = Files.readString(log);
        assertEquals(0, child.exitValue(), said);
        List<Held> held = said.lines().filter(l -> l.startsWith("held ")).map(Held::parse).toList();
        assertEquals(2, held.size(), said);
        Held early = held.get(0);
        Held late = held.get(1);
        // The smallest thing that could be kept for each frame, the coded picture, would add 22 MB.
        assertTrue(late.resident() - early.resident() < 14_000_000, said);
        assertTrue(late.bytes() - early.bytes() < 2_000_000, said);
        assertTrue(late.count() - early.count() < 40, said);
    }

    private Path clip() {
        Path file = folder.resolve("long.mp4");
        VideoInfo info = new VideoInfo("", W, H, "yuv420p", 8, new Rational(1, 25), new Rational(25, 1), Rational.ONE, LATE, 0,
                false, new ColorInfo("bt709", "bt709", "bt709", "tv"));
        EncodeSettings fast = new EncodeSettings(Optional.empty(), OptionalInt.empty(), Optional.of("ultrafast"),
                Optional.empty(), Map.of(), false);
        try (FrameSink sink = Clips.create(file, info, fast, true, m -> { }, Optional.empty())) {
            for (int t = 0; t < LATE; t++) {
                sink.write(new Frame(t, t, 1, drifting(t)));
            }
            sink.finish();
        }
        return file;
    }

    private static Image drifting(int t) {
        Image image = new Image(W, H);
        for (int i = 0; i < image.data().length; i++) {
            int x = i % W;
            int y = i / W % H;
            image.data()[i] = (float) (0.5 + 0.2 * Math.sin((x + t) * 0.21) + 0.2 * Math.sin((y - 0.5 * t) * 0.17));
        }
        return image;
    }

    /** Renders a clip and prints what it holds after {@value #EARLY} and {@value #LATE} frames. */
    static final class LongRender {
        public static void main(String[] args) {
            RenderRequest request = new RenderRequest(Path.of(args[0]), Path.of(args[2]), Optional.of(args[1]), FrameRange.ALL,
                    Optional.empty(), Optional.empty(), false, 1, "cpu", 2, EncodeSettings.DEFAULTS, false);
            new Renderer().render(request, new RenderListener() {
                @Override
                public void frameDone(long done) {
                    if (done == EARLY || done == LATE) {
                        System.out.println(Held.now().line());
                    }
                }
            }, new Cancellation());
            System.exit(0);
        }
    }
}
