package org.impasto.coherence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.impasto.flow.DisFlow;
import org.impasto.flow.FlowField;
import org.impasto.flow.KnownMotion;
import org.impasto.flow.MotionEstimator;
import org.impasto.flow.MotionPair;
import org.impasto.flow.TrustMask;
import org.impasto.flow.TvL1Flow;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.measure.Sharpness;
import org.impasto.measure.WarpError;
import org.impasto.media.Clips;
import org.impasto.media.FrameSource;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.impasto.scene.TrueMotion;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.StyleChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.StylizerKind;
import org.impasto.style.Stylizers;
import org.impasto.testing.EightBits;
import org.impasto.testing.TinyNetworks;

/**
 * Prints what coherence rules cost: warp error (mean over frames) and sharpness (last frame), as shares of the same network's baseline, whose own warp error stands in the last column (in 1/1000).
 * Arguments: ONNX files (with options as {@link StyleChoice} reads them), names of test clips, other clips. Scenes of our own, in 8 bits a channel as in a file, are measured with exact flow, clips (files) with TV-L1's and a mask
 * made from it, which takes minutes for each. Each network is used as an image stylizer; a video stylizer once more as what it is.
 */
public final class CoherenceBench {
    static final int FRAMES = 24;
    private static final int CLIP_WIDTH = 480;

    /**
     * A frame and what is known, or taken for true, of its motion: where {@code visible}, the frame before shows the same thing.
     *
     * @param reverse on the pixels of the frame before, to this one; empty where nobody knows it
     */
    record Shown(Image image, FlowField truth, boolean[] visible, Optional<TrueMotion> reverse) {
    }

    /**
     * Warp error and sharpness relative to every frame alone, mean over frames from the second, last frame.
     *
     * @param untrusted share of visible pixels whose paint begins with the frame; of a network that is followed nearly all
     * @param alone warp error of every frame alone, in 1/1000
     */
    record Result(double warpError, double sharpness, double untrusted, double alone) {
    }

    /** @param motion as the engine estimates it, to each frame but the first
     *  @param alone every frame as the network paints it alone */
    private record Material(List<Shown> frames, List<Optional<MotionPair>> motion, List<Image> alone) {
        static Material of(List<Shown> frames, Stylizer stylizer, Supplier<MotionEstimator> motions) {
            try (MotionEstimator estimator = motions.get()) {
                return new Material(frames, estimated(images(frames), estimator), images(frames).stream().map(i -> stylizer.stylize(i, Optional.empty(), 0)).toList());
            }
        }
    }

    private CoherenceBench() {
    }

    public static void main(String[] args) throws Exception {
        List<String> models = new ArrayList<>();
        Map<String, List<Shown>> sources = new LinkedHashMap<>();
        for (String arg : args) {
            if (StyleChoice.parse(arg).style().endsWith(".onnx")) {
                models.add(arg);
            } else {
                sources.put(Path.of(arg).getFileName().toString(), source(arg));
            }
        }
        if (models.isEmpty()) {
            // The build of the usual third-party networks, whose instance norm makes them flicker, with random weights.
            models.add(TinyNetworks.realSized(true).write(Files.createTempDirectory("bench").resolve("instance-norm.onnx")).toString());
        }
        if (sources.isEmpty()) {
            sources.put("harbour", source("harbour"));
            sources.put("mill", source("mill"));
        }
        System.out.printf("%-22s %-14s %-30s %10s %9s %9s %9s%n", "model", "source", "rule", "warp error", "sharpness", "untrusted", "alone");
        for (String model : models) {
            try (Stylizer stylizer = Stylizers.load(Gallery.locate().find(model), DeviceChoice.parse("cpu"), 1, m -> { })) {
                for (Map.Entry<String, List<Shown>> source : sources.entrySet()) {
                    table(Path.of(model).getFileName().toString(), stylizer, source.getKey(), source.getValue());
                }
            }
        }
    }

    private static void table(String model, Stylizer stylizer, String source, List<Shown> frames) {
        Material m = Material.of(frames, stylizer, CoherenceBench::motion);
        Map<String, Result> rows = new LinkedHashMap<>();
        rows.put("blend 0.8, bilinear", textbook(m, 0.8, false));
        rows.put("blend 0.8, spline", textbook(m, 0.8, true));
        rows.put("blend 1.0, spline", textbook(m, 1, true));
        rows.put("ours", run(m, stylizer, CoherenceSettings.of(1, 1), true));
        if (stylizer.info().kind() == StylizerKind.VIDEO) {
            rows.put("ours, trained prior", run(m, stylizer, CoherenceSettings.of(stylizer.info().carry(), 1), false));
        }
        rows.forEach((rule, r) -> System.out.printf(Locale.ROOT, "%-22s %-14s %-30s %10.3f %9.3f %9.3f %9.2f%n", model, source, rule,
                r.warpError(), r.sharpness(), r.untrusted(), r.alone()));
    }

    /** @param name of a test clip, or a file */
    static List<Shown> source(String name) {
        return Files.exists(Path.of(name)) ? clip(Path.of(name)) : scene(Scenes.clip(name), FRAMES, 0);
    }

    /** @param frames at most
     *  @param grain standard deviation of the noise that is laid over each frame, 0 to 1 */
    static List<Shown> scene(Scene scene, int frames, double grain) {
        Random random = new Random(1);
        List<Shown> all = new ArrayList<>();
        for (int t = 0; t < Math.min(frames, scene.frames()); t++) {
            SceneFrame f = scene.frame(t);
            boolean[] visible = new boolean[f.image().pixels()];
            for (int i = 0; i < visible.length; i++) {
                visible[i] = f.backward().occlusion().data()[i] == 0;
            }
            Image image = new Image(f.image().width(), f.image().height());
            for (int i = 0; i < image.data().length; i++) {
                image.data()[i] = f.image().data()[i] + (float) (grain == 0 ? 0 : grain * random.nextGaussian());
            }
            all.add(new Shown(EightBits.of(image), f.backward().flow(), visible, Optional.of(f.forward())));
        }
        return all;
    }

    private static List<Shown> clip(Path file) {
        List<Shown> all = new ArrayList<>();
        try (FrameSource source = Clips.open(file, 1); TvL1Flow flow = new TvL1Flow()) {
            for (int t = 0; t < FRAMES; t++) {
                Image image = Shrink.to(source.next().orElseThrow().image(), CLIP_WIDTH);
                boolean[] visible = new boolean[image.pixels()];
                FlowField backward = null;
                if (t > 0) {
                    Plane now = Luma.of(image);
                    Plane before = Luma.of(all.get(t - 1).image());
                    backward = flow.estimate(now, before);
                    Plane trust = Textbook.eroded(TrustMask.of(backward, flow.estimate(before, now), TrustMask.Border.FULL, Rows.SERIAL));
                    for (int i = 0; i < visible.length; i++) {
                        visible[i] = trust.data()[i] > 0.5;
                    }
                }
                all.add(new Shown(image, backward, visible, Optional.empty()));
            }
        }
        return all;
    }

    private static Result textbook(Material m, double blend, boolean sharp) {
        List<Image> painted = new ArrayList<>();
        for (int t = 0; t < m.frames().size(); t++) {
            painted.add(t == 0 ? m.alone().get(0) : Textbook.next(painted.get(t - 1), m.alone().get(t), m.motion().get(t).orElseThrow().motion(), blend, sharp));
        }
        return result(m, painted, 0);
    }

    static Result run(List<Shown> frames, Stylizer stylizer, CoherenceSettings settings, Supplier<MotionEstimator> motion, boolean asImage) {
        return run(Material.of(frames, stylizer, motion), stylizer, settings, asImage);
    }

    private static Result run(Material m, Stylizer stylizer, CoherenceSettings settings, boolean asImage) {
        List<Image> painted = new ArrayList<>();
        double[] untrusted = new double[1];
        Film.paint(stylizer, settings, images(m.frames()), m.motion(), asImage ? m.alone() : List.of(), state -> {
            int t = painted.size();
            int n = state.painted().pixels();
            for (int i = 0; t > 0 && i < n; i++) {
                boolean begun = state.paint().frame()[i] == t && state.fading().frame()[i] == Origin.NONE;
                untrusted[0] += begun && m.frames().get(t).visible()[i] ? 1.0 / n / (m.frames().size() - 1) : 0;
            }
            painted.add(state.painted());
        });
        return result(m, painted, untrusted[0]);
    }

    private static Result result(Material m, List<Image> painted, double untrusted) {
        double own = 0;
        double alone = 0;
        int last = painted.size() - 1;
        for (int t = 1; t <= last; t++) {
            Shown f = m.frames().get(t);
            own += WarpError.of(painted.get(t - 1), painted.get(t), f.truth(), occluded(f));
            alone += WarpError.of(m.alone().get(t - 1), m.alone().get(t), f.truth(), occluded(f));
        }
        return new Result(own / alone, Sharpness.of(painted.get(last)) / Sharpness.of(m.alone().get(last)), untrusted, 1000 * alone / last);
    }

    static MotionEstimator motion() {
        return new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM));
    }

    /** A frame's true motion, as {@code render --motion} takes it. */
    static MotionPair truth(Shown f) {
        TrueMotion reverse = f.reverse().orElseThrow();
        return new MotionPair(KnownMotion.motion(f.truth(), occluded(f)), Optional.of(KnownMotion.motion(reverse.flow(), reverse.occlusion())));
    }

    /** The motion to each frame from the one before, as the engine estimates it; empty for the first. */
    static List<Optional<MotionPair>> estimated(List<Image> frames, MotionEstimator estimator) {
        List<Optional<MotionPair>> motion = new ArrayList<>(List.of(Optional.empty()));
        for (int t = 1; t < frames.size(); t++) {
            motion.add(Optional.of(estimator.bothWays(frames.get(t - 1), frames.get(t))));
        }
        return motion;
    }

    static List<Image> images(List<Shown> frames) {
        return frames.stream().map(Shown::image).toList();
    }

    static Plane occluded(Shown f) {
        Plane occluded = new Plane(f.image().width(), f.image().height());
        for (int i = 0; i < f.visible().length; i++) {
            occluded.data()[i] = f.visible()[i] ? 0 : 1;
        }
        return occluded;
    }
}
