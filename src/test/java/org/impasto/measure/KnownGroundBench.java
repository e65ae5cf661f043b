package org.impasto.measure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.impasto.coherence.CoherenceSettings;
import org.impasto.coherence.Film;
import org.impasto.flow.DisFlow;
import org.impasto.flow.MotionPair;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;
import org.impasto.style.StylizerKind;
import org.impasto.style.Stylizers;
import org.impasto.testing.EightBits;
import org.impasto.testing.TinyNetworks;

/**
 * Prints the table of networks on clips whose motion is known: every frame alone, output blending, and the trained prior where there is one.
 * Arguments: ONNX files or names of styles (none: the gallery's, and {@code instance-norm}), names of test clips (none: harbour and mill), folders of sequences as MPI
 * Sintel lays them out ({@code clean/NAME/frame_0001.png} or {@code final/...} beside {@code flow} and {@code occlusions}).
 */
public final class KnownGroundBench {
    private static final int FRAMES = 24;
    /** The name of a network of the usual third-party build, random weights. */
    private static final String THIRD_PARTY = "instance-norm";
    /** Rays per texel: fewer than in the stored clips, which take minutes to paint. */
    private static final int SAMPLES = 4;

    /** Frames with their true motion. */
    private record Ground(String name, List<Image> frames, Function<List<Image>, MotionSource> truth) {
    }

    /** One render, and how long each of its frames took. */
    private record Render(String rule, List<Image> frames, double milliseconds) {
    }

    private KnownGroundBench() {
    }

    public static void main(String[] args) throws IOException {
        List<String> styles = new ArrayList<>();
        List<Ground> grounds = new ArrayList<>();
        for (String arg : args) {
            if (Scenes.clips().contains(arg)) {
                grounds.add(scene(arg));
            } else if (Files.isDirectory(Path.of(arg))) {
                grounds.addAll(sintel(Path.of(arg)));
            } else {
                styles.add(arg);
            }
        }
        Gallery gallery = Gallery.locate();
        if (styles.isEmpty()) {
            gallery.styles().forEach(s -> styles.add(s.path().toString()));
            styles.add(THIRD_PARTY);
        }
        if (grounds.isEmpty()) {
            grounds.addAll(List.of(scene("harbour"), scene("mill")));
        }
        System.out.println("| style | clip | rule | e_warp | e_stab | sharpness | ms a frame |\n|---|---|---|---|---|---|---|");
        for (Ground ground : grounds) {
            List<Optional<MotionPair>> motion = new ArrayList<>();
            double flow = motion(ground.frames(), motion);
            boolean first = true;
            for (String style : styles) {
                Path model = style.equals(THIRD_PARTY) ? TinyNetworks.realSized(true).write(Files.createTempDirectory("bench").resolve(style + ".onnx"))
                        : gallery.find(style).path();
                try (Stylizer stylizer = Stylizers.load(model, DeviceChoice.parse("cpu"), Runtime.getRuntime().availableProcessors(), m -> { })) {
                    first = table(stylizer, ground, motion, flow, first);
                }
            }
        }
    }

    private static boolean table(Stylizer stylizer, Ground ground, List<Optional<MotionPair>> motion, double flow, boolean first) {
        List<Render> renders = new ArrayList<>();
        Render baseline = paint("baseline", stylizer, ground.frames(), List.of(), 0, false);
        renders.add(baseline);
        renders.add(paint("output blending", stylizer, ground.frames(), motion, flow, false));
        if (stylizer.info().kind() == StylizerKind.VIDEO) {
            renders.add(paint("trained prior", stylizer, ground.frames(), motion, flow, true));
        }
        if (first) {
            row("(the source itself)", ground, new Render("", ground.frames(), Double.NaN), ground.frames());
        }
        renders.forEach(r -> row(stylizer.info().name(), ground, r, baseline.frames()));
        return false;
    }

    private static void row(String style, Ground ground, Render render, List<Image> reference) {
        List<FrameFigures> figures = new ArrayList<>();
        try (MotionSource truth = ground.truth().apply(ground.frames())) {
            Meter meter = new Meter(truth);
            for (int t = 0; t < render.frames().size(); t++) {
                Map<Track, Samples> frames = new EnumMap<>(Track.class);
                frames.put(Track.SOURCE, Samples.of(ground.frames().get(t)));
                frames.put(Track.STYLIZED, Samples.of(render.frames().get(t)));
                frames.put(Track.REFERENCE, Samples.of(reference.get(t)));
                figures.add(meter.next(frames, t, false));
            }
        }
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %.5f | %.4f | %.2f | %s |%n", style, ground.name(), render.rule(),
                Pool.of(figures, Metric.E_WARP).mean(), Pool.of(figures, Metric.E_STAB).rms(), Pool.of(figures, Metric.SHARPNESS).mean(),
                Double.isNaN(render.milliseconds()) ? "" : Math.round(render.milliseconds()));
    }

    /** @param motion to each frame, empty for the first; none at all means every frame alone
     *  @param flow milliseconds that the motion took */
    private static Render paint(String rule, Stylizer stylizer, List<Image> frames, List<Optional<MotionPair>> motion, double flow, boolean prior) {
        long start = System.nanoTime();
        List<Image> alone = prior ? List.of() : frames.stream().map(f -> stylizer.stylize(f, Optional.empty(), 0)).toList();
        List<Image> painted = motion.isEmpty() ? alone : Film.painted(stylizer, CoherenceSettings.of(prior ? stylizer.info().carry() : 1, 1), frames, motion, alone);
        return new Render(rule, painted, flow + (System.nanoTime() - start) / 1e6 / frames.size());
    }

    private static double motion(List<Image> frames, List<Optional<MotionPair>> into) {
        long start = System.nanoTime();
        into.add(Optional.empty());
        try (MotionEstimator estimator = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM))) {
            for (int t = 1; t < frames.size(); t++) {
                into.add(Optional.of(estimator.bothWays(frames.get(t - 1), frames.get(t))));
            }
        }
        return (System.nanoTime() - start) / 1e6 / frames.size();
    }

    private static Ground scene(String name) {
        Scene scene = Scenes.clip(name, 1, SAMPLES);
        List<Image> frames = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int t = 0; t < FRAMES; t++) {
            SceneFrame f = scene.frame(t);
            frames.add(EightBits.of(f.image()));
            steps.add(new Step(f.forward().flow(), f.forward().occlusion(), Optional.of(new Step.Uncovered(f.backward().flow(), f.backward().occlusion()))));
        }
        return new Ground(name, frames, images -> known(steps));
    }

    private static MotionSource known(List<Step> steps) {
        return new MotionSource() {
            @Override
            public String description() {
                return "true motion";
            }

            @Override
            public boolean knowsCuts() {
                return true;
            }

            @Override
            public Step to(long index, Samples earlier, Samples later) {
                return steps.get((int) index);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /** The sequences of a data set's folder, or of its {@code training}. */
    private static List<Ground> sintel(Path folder) throws IOException {
        Path root = Files.isDirectory(folder.resolve("training")) ? folder.resolve("training") : folder;
        Path pictures = Files.isDirectory(root.resolve("clean")) ? root.resolve("clean") : root.resolve("final");
        List<Ground> all = new ArrayList<>();
        try (Stream<Path> sequences = Files.list(pictures)) {
            for (Path sequence : sequences.filter(Files::isDirectory).sorted().toList()) {
                Path flow = root.resolve("flow").resolve(sequence.getFileName().toString());
                List<Image> frames = new ArrayList<>();
                try (Stream<Path> files = Files.list(sequence)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".png")).sorted().limit(FRAMES).toList()) {
                        frames.add(read(file));
                    }
                }
                all.add(new Ground(sequence.getFileName().toString(), frames, images -> FolderMotion.open(flow, sequence)));
            }
        }
        return all;
    }

    private static Image read(Path file) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        Image image = new Image(picture.getWidth(), picture.getHeight());
        int n = image.pixels();
        int[] rgb = picture.getRGB(0, 0, image.width(), image.height(), null, 0, image.width());
        for (int i = 0; i < n; i++) {
            image.data()[i] = (rgb[i] >> 16 & 0xff) / 255f;
            image.data()[n + i] = (rgb[i] >> 8 & 0xff) / 255f;
            image.data()[2 * n + i] = (rgb[i] & 0xff) / 255f;
        }
        return image;
    }
}
