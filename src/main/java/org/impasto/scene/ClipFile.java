package org.impasto.scene;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.impasto.media.Audio;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;

/** A scene as a film file. */
final class ClipFile {
    /** Frames rendered at a time; a scene uses all processors for one frame, but not all of the time. */
    private static final int AHEAD = 8;
    private static final EncodeSettings SETTINGS = new EncodeSettings(Optional.of("libx264"), OptionalInt.of(18),
            Optional.of("slow"), Optional.of("yuv420p"), Map.of(), false);

    private ClipFile() {
    }

    /** Renders and encodes a scene; the harbour gets its sound. An existing file is replaced. */
    static void write(Scene scene, Path file, PrintStream log) {
        Rational rate = scene.frameRate();
        VideoInfo info = new VideoInfo("", scene.width(), scene.height(), "", 8, new Rational(1, rate.num()), rate,
                Rational.ONE, scene.frames(), 0, false, new ColorInfo("bt709", "bt709", "bt709", "tv"));
        Optional<Audio> audio = scene.name().equals("harbour")
                ? Optional.of(Surf.of(scene.frames() / rate.toDouble())) : Optional.empty();
        try (FrameSink sink = Clips.create(file, info, SETTINGS, true, log::println, audio)) {
            for (int t = 0; t < scene.frames(); t += AHEAD) {
                List<SceneFrame> frames = IntStream.range(t, Math.min(t + AHEAD, scene.frames())).parallel()
                        .mapToObj(scene::frame).toList();
                for (int i = 0; i < frames.size(); i++) {
                    sink.write(new Frame(t + i, (t + i) * rate.den(), rate.den(), frames.get(i).image()));
                }
            }
            sink.finish();
        }
    }
}
