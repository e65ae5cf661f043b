package org.impasto.scene;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.impasto.media.Audio;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;

/** Renders the project's test clips into a folder; see test-clips/README.md. */
public final class MakeClips {
    private static final int SAMPLES = 2;
    private static final int AHEAD = 8;
    private static final Map<String, Supplier<Scene>> SCENES = new LinkedHashMap<>();

    static {
        SCENES.put("harbour", () -> Harbour.scene(1, SAMPLES));
        SCENES.put("mill", () -> Mill.scene(1, SAMPLES));
        SCENES.put("cuts", () -> Cuts.scene(1, SAMPLES));
        SCENES.put("subtitle", () -> StillLife.scene(1, SAMPLES));
        SCENES.put("grain", () -> Hills.scene(1, SAMPLES));
    }

    private MakeClips() {
    }

    /** Arguments: the folder, then the names of scenes; none means all. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "test-clips");
        Files.createDirectories(folder);
        List<String> names = args.length > 1 ? List.of(args).subList(1, args.length) : List.copyOf(SCENES.keySet());
        for (String name : names) {
            write(SCENES.get(name).get(), folder.resolve(name + ".mp4"), System.err);
        }
    }

    private static void write(Scene scene, Path file, PrintStream log) {
        Rational rate = scene.frameRate();
        VideoInfo info = new VideoInfo("", scene.width(), scene.height(), "", 8, new Rational(1, rate.num()), rate, Rational.ONE,
                scene.frames(), 0, false, new ColorInfo("bt709", "bt709", "bt709", "tv"));
        EncodeSettings settings = new EncodeSettings(Optional.of("libx264"), OptionalInt.of(18), Optional.of("slow"),
                Optional.of("yuv420p"), Map.of(), false);
        Optional<Audio> audio = scene.name().equals("harbour")
                ? Optional.of(Surf.of(scene.frames() / rate.toDouble())) : Optional.empty();
        try (FrameSink sink = Clips.create(file, info, settings, true, log::println, audio)) {
            for (int t = 0; t < scene.frames(); t += AHEAD) {
                int from = t;
                List<SceneFrame> frames = IntStream.range(from, Math.min(from + AHEAD, scene.frames())).parallel()
                        .mapToObj(scene::frame).toList();
                for (int i = 0; i < frames.size(); i++) {
                    sink.write(new Frame(from + i, (from + i) * rate.den(), rate.den(), frames.get(i).image()));
                }
                log.println(scene.name() + " " + (from + frames.size()) + "/" + scene.frames());
            }
            sink.finish();
        }
    }
}
