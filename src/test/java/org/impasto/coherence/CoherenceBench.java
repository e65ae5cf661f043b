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
import org.impasto.flow.Motion;
import org.impasto.flow.MotionEstimator;
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

    /** A frame and what is known, or taken for true, of its motion: where {@code visible}, the frame before shows the same thing. */
    record Shown(Image image, FlowField truth, boolean[] visible) {
    }

    /**
     * Warp error and sharpness relative to every frame alone, mean over frames from the second, last frame.
     *
     * @param untrusted share of visible pixels whose paint begins with the frame; of a network that is followed nearly all
     * @param alone warp error of every frame alone, in 1/1000
     */
    record Result(double warpError, double sharpness, double untrusted, double alone) {
    }

    private interface Rule {
        Image next(Image content, Image fresh, Optional<Motion> motion);
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
        Map<String, Result> rows = new LinkedHashMap<>();
        rows.put("blend 0.8, bilinear", textbook(frames, stylizer, 0.8, false));
        rows.put("blend 0.8, spline", textbook(frames, stylizer, 0.8, true));
        rows.put("blend 1.0, spline", textbook(frames, stylizer, 1, true));
        rows.put("ours", run(frames, stylizer, CoherenceSettings.of(1, 1), CoherenceBench::motion, true));
        if (stylizer.info().kind() == StylizerKind.VIDEO) {
            rows.put("ours, trained prior", run(frames, stylizer, CoherenceSettings.of(stylizer.info().carry(), 1), CoherenceBench::motion, false));
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
            all.add(new Shown(EightBits.of(image), f.backward().flow(), visible));
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
                all.add(new Shown(image, backward, visible));
            }
        }
        return all;
    }

    private static Result textbook(List<Shown> frames, Stylizer stylizer, double blend, boolean sharp) {
        return measure(frames, stylizer, CoherenceBench::motion, new Rule() {
            private Image last;

            @Override
            public Image next(Image content, Image fresh, Optional<Motion> motion) {
                last = motion.isEmpty() ? fresh : Textbook.next(last, fresh, motion.get(), blend, sharp);
                return last;
            }
        }, new double[1]);
    }

    static Result run(List<Shown> frames, Stylizer stylizer, CoherenceSettings settings, Supplier<MotionEstimator> motion, boolean asImage) {
        CoherenceRule rule = new CoherenceRule(settings, Rows.SERIAL);
        double[] untrusted = new double[1];
        return measure(frames, stylizer, motion, new Rule() {
            private CoherenceState state;
            private int t;

            @Override
            public Image next(Image content, Image fresh, Optional<Motion> motion) {
                Stylization paint = asImage ? (prior, noise) -> fresh : Stylization.by(stylizer, content, 0);
                state = motion.isEmpty() ? rule.first(content, paint) : rule.next(state, content, motion.get(), settings.strength(), asImage ? Optional.empty() : Stylization.noise(stylizer, 0), paint);
                for (int i = 0; motion.isPresent() && i < content.pixels(); i++) {
                    boolean begun = state.paint().frame()[i] == t && state.fading().frame()[i] == Origin.NONE;
                    untrusted[0] += begun && frames.get(t).visible()[i] ? 1.0 / content.pixels() / (frames.size() - 1) : 0;
                }
                t++;
                return state.painted();
            }
        }, untrusted);
    }

    private static Result measure(List<Shown> frames, Stylizer stylizer, Supplier<MotionEstimator> motions, Rule rule, double[] untrusted) {
        double own = 0;
        double alone = 0;
        Image last = null;
        Image lastAlone = null;
        Image before = null;
        try (MotionEstimator estimator = motions.get()) {
            for (Shown f : frames) {
                Image fresh = stylizer.stylize(f.image(), Optional.empty(), 0);
                Optional<Motion> motion = before == null ? Optional.empty()
                        : Optional.of(estimator.between(before, f.image()));
                Image painted = rule.next(f.image(), fresh, motion);
                if (motion.isPresent()) {
                    own += WarpError.of(last, painted, f.truth(), occluded(f));
                    alone += WarpError.of(lastAlone, fresh, f.truth(), occluded(f));
                }
                last = painted;
                lastAlone = fresh;
                before = f.image();
            }
        }
        return new Result(own / alone, Sharpness.of(last) / Sharpness.of(lastAlone), untrusted[0], 1000 * alone / (frames.size() - 1));
    }

    static MotionEstimator motion() {
        return new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM));
    }

    /** A frame's true motion, as {@code render --motion} takes it. */
    static Motion truth(Shown f) {
        return KnownMotion.motion(f.truth(), occluded(f));
    }

    static Plane occluded(Shown f) {
        Plane occluded = new Plane(f.image().width(), f.image().height());
        for (int i = 0; i < f.visible().length; i++) {
            occluded.data()[i] = f.visible()[i] ? 0 : 1;
        }
        return occluded;
    }
}
