package org.impasto.coherence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.measure.Sharpness;
import org.impasto.measure.WarpError;
import org.impasto.scene.Scenes;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.impasto.train.StyleDistance;

/**
 * Prints, as a table in Markdown, what the shipped styles are worth on the test clips harbour and mill (exact flow; over their first 24 frames, and
 * over 72, the last 24 of which are of a dissolve from one generation of paint to the next): warp error of every frame
 * painted alone (mean square, in 1/1000), and as shares of it those of output blending (the network used as an image stylizer) and of the trained
 * prior, and of the prior where the engine is given the true motion ({@code render --motion}) instead of the one that it estimates;
 * sharpness as a share of the same frames painted alone (of the 24th frame; mean over 72); drift between frames 50 and 500 of a shot that stands still
 * ({@link StillShot}); milliseconds a frame on one thread. Arguments: ONNX files; then, in a build with -Dtrain, {@code --loss-network VGG.safetensors --paintings
 * DIR} adds style and content distance of the coherent render (mean of every twelfth frame) as shares of every frame alone, against DIR/NAME.jpg.
 */
public final class GalleryBench {
    private static final String[] CLIPS = {"harbour", "mill"};
    private static final int FIRST = CoherenceBench.FRAMES;
    private static final int ALL = 3 * FIRST;

    /** A test clip with the motion that the engine estimates, and the true one. */
    private record Source(List<CoherenceBench.Shown> frames, List<Optional<MotionPair>> motion, List<Optional<MotionPair>> truth) {
    }

    private record Rendered(List<Image> alone, List<Image> blended, List<Image> prior, List<Image> exact, double ms) {
    }

    private GalleryBench() {
    }

    public static void main(String[] args) throws Exception {
        List<Path> models = new ArrayList<>();
        Map<String, Path> options = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--")) {
                options.put(args[i], Path.of(args[++i]));
            } else {
                models.add(Path.of(args[i]));
            }
        }
        boolean distances = options.containsKey("--loss-network");
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String clip : CLIPS) {
            sources.put(clip, source(CoherenceBench.scene(Scenes.clip(clip), ALL, 0)));
        }
        sources.forEach((name, s) -> System.err.printf(Locale.ROOT, "%s: the source's own warp error is %.2f%n", name,
                1000 * mean(warpErrors(s, s.frames().stream().map(CoherenceBench.Shown::image).toList()), ALL - 1)));
        Image still = Scenes.clip("harbour", 0.5, 4).frame(0).image();
        System.out.println("| style | clip | warp error alone | blended | trained prior | true motion | sharpness | drift | ms |" + (distances ? " style | content |" : ""));
        System.out.println("|---|---|---|---|---|---|---|---|---|" + (distances ? "---|---|" : ""));
        for (Path model : models) {
            try (Stylizer s = Stylizers.load(model, DeviceChoice.parse("cpu"), 1, m -> { })) {
                double drift = StillShot.drift(s, still);
                for (Map.Entry<String, Source> clip : sources.entrySet()) {
                    Rendered r = render(s, clip.getValue());
                    System.out.print(line(s.info().name(), clip.getKey(), clip.getValue(), r, drift));
                    if (distances) {
                        Path painting = options.get("--paintings").resolve(s.info().name() + ".jpg");
                        System.out.print(distances(new StyleDistance(options.get("--loss-network"), painting), clip.getValue(), r));
                    }
                    System.out.println();
                }
            }
        }
    }

    private static Source source(List<CoherenceBench.Shown> frames) {
        List<Optional<MotionPair>> motion;
        try (var estimator = CoherenceBench.motion()) {
            motion = CoherenceBench.estimated(CoherenceBench.images(frames), estimator);
        }
        List<Optional<MotionPair>> truth = new ArrayList<>(List.of(Optional.empty()));
        frames.subList(1, frames.size()).forEach(f -> truth.add(Optional.of(CoherenceBench.truth(f))));
        return new Source(frames, motion, truth);
    }

    private static Rendered render(Stylizer stylizer, Source source) {
        List<Image> alone = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (CoherenceBench.Shown f : source.frames()) {
            long begun = System.nanoTime();
            alone.add(stylizer.stylize(f.image(), Optional.empty(), 0));
            best = Math.min(best, (System.nanoTime() - begun) / 1e6);
        }
        return new Rendered(alone, coherent(stylizer, source, source.motion(), alone, 1), coherent(stylizer, source, source.motion(), List.of(), stylizer.info().carry()),
                coherent(stylizer, source, source.truth(), List.of(), stylizer.info().carry()), best);
    }

    /** @param alone what the network paints whatever the prior; empty asks it each time */
    private static List<Image> coherent(Stylizer stylizer, Source source, List<Optional<MotionPair>> motion, List<Image> alone, double carry) {
        return Film.painted(stylizer, CoherenceSettings.of(carry, 1), CoherenceBench.images(source.frames()), motion, alone);
    }

    private static String line(String style, String clip, Source source, Rendered r, double drift) {
        double[] own = warpErrors(source, r.alone());
        double[] sharp = new double[ALL - 1];
        Arrays.setAll(sharp, k -> Sharpness.of(r.prior().get(k + 1)) / Sharpness.of(r.alone().get(k + 1)));
        return String.format(Locale.ROOT, "| %s | %s | %.2f / %.2f | %s | %s | %s | %.2f / %.2f | %.1f | %.0f |", style, clip, 1000 * mean(own, FIRST - 1),
                1000 * mean(own, ALL - 1), share(source, r.blended(), own), share(source, r.prior(), own), share(source, r.exact(), own),
                sharp[FIRST - 2], mean(sharp, ALL - 1), drift, r.ms());
    }

    private static String share(Source source, List<Image> pictures, double[] own) {
        double[] errors = warpErrors(source, pictures);
        return String.format(Locale.ROOT, "%.3f / %.3f", mean(errors, FIRST - 1) / mean(own, FIRST - 1), mean(errors, ALL - 1) / mean(own, ALL - 1));
    }

    private static double mean(double[] values, int first) {
        return Arrays.stream(values, 0, first).average().orElseThrow();
    }

    private static String distances(StyleDistance distance, Source source, Rendered r) {
        double[] sum = new double[4];
        for (int t = 11; t < source.frames().size(); t += 12) {
            Image content = source.frames().get(t).image();
            sum[0] += distance.style(r.prior().get(t));
            sum[1] += distance.style(r.alone().get(t));
            sum[2] += distance.content(r.prior().get(t), content);
            sum[3] += distance.content(r.alone().get(t), content);
        }
        return String.format(Locale.ROOT, " %.2f | %.2f |", sum[0] / sum[1], sum[2] / sum[3]);
    }

    /** Of each frame from the second on. */
    private static double[] warpErrors(Source source, List<Image> pictures) {
        double[] errors = new double[ALL - 1];
        Arrays.setAll(errors, k -> {
            CoherenceBench.Shown f = source.frames().get(k + 1);
            return WarpError.of(pictures.get(k), pictures.get(k + 1), f.truth(), CoherenceBench.occluded(f));
        });
        return errors;
    }
}
