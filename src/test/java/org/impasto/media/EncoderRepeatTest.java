package org.impasto.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.impasto.Digests;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encoders must give the same packets for the same frames every time: a render that is taken up again depends on it. */
class EncoderRepeatTest {
    private static final int FRAMES = 30;

    @TempDir
    Path folder;

    @Test
    void x264AndX265AreTheSameEveryTime() throws IOException {
        assertEquals(1, kinds(folder, "libx264", 176, 144, 12, Map.of()));
        assertEquals(1, kinds(folder, "libx264", 176, 144, 12, Map.of("x264-params", "rc-lookahead=20")));
        assertEquals(1, kinds(folder, "libx265", 160, 96, 6, Map.of()));
    }

    private static int kinds(Path folder, String codec, int w, int h, int times, Map<String, String> options) throws IOException {
        Path clip = folder.resolve("clip.mkv");
        VideoInfo info = new VideoInfo("ffv1", w, h, "gbrp", 8, new Rational(1, 1000), new Rational(25, 1), Rational.ONE, FRAMES, 0, false,
                new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        Scene scene = Scenes.random(2, w, h, FRAMES);
        List<Frame> frames = new ArrayList<>();
        try (FrameSink sink = Clips.create(clip, info, settings("ffv1", Map.of()), true, m -> { }, Optional.empty())) {
            for (int t = 0; t < FRAMES; t++) {
                frames.add(new Frame(t, 40L * t + t % 3, 40, scene.frame(t).image()));
                sink.write(frames.get(t));
            }
            sink.finish();
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < times; i++) {
            Path file = folder.resolve("segment.nut");
            try (SegmentSink sink = Clips.segment(file, clip, folder.resolve("out.mkv"), settings(codec, options))) {
                frames.forEach(sink::write);
                sink.finish();
            }
            seen.add(Digests.sha256(file));
        }
        return seen.size();
    }

    private static EncodeSettings settings(String codec, Map<String, String> options) {
        return new EncodeSettings(Optional.of(codec), OptionalInt.empty(), Optional.empty(), Optional.empty(), options, false);
    }

    /** Prints how many different files come out of 25 encodes. Arguments: encoder, size such as 320x180, options as key=value. */
    public static void main(String[] args) throws IOException {
        String[] size = args[1].split("x");
        Map<String, String> options = new java.util.LinkedHashMap<>();
        for (int i = 2; i < args.length; i++) {
            options.put(args[i].substring(0, args[i].indexOf('=')), args[i].substring(args[i].indexOf('=') + 1));
        }
        System.out.printf("%s %s %s: %d kinds of 25%n", args[0], args[1], options,
                kinds(Files.createTempDirectory("repeat"), args[0], Integer.parseInt(size[0]), Integer.parseInt(size[1]), 25, options));
    }
}
