package org.impasto.coherence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.impasto.flow.DisFlow;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Rows;
import org.impasto.measure.Sharpness;
import org.impasto.measure.WarpError;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.impasto.testing.TinyNetworks;

/**
 * Prints what the coherence rule does on scenes with exact flow: warp error and sharpness as shares of the baseline's. Run by
 * hand: {@code mvn test-compile exec} is not needed, any JVM with the test class path will do. Arguments: ONNX files; without one the
 * painter in code.
 */
public final class CoherenceBench {
    /** What a rule costs: both relative to every frame alone, mean over frames from the second, last frame. */
    record Result(double warpError, double sharpness) {
    }

    private CoherenceBench() {
    }

    public static void main(String[] args) throws Exception {
        List<Path> models = new ArrayList<>();
        for (String arg : args) {
            models.add(Path.of(arg));
        }
        if (models.isEmpty()) {
            Path file = Files.createTempFile("painter", ".onnx");
            Files.write(file, TinyNetworks.flickeryPainter().toBytes());
            models.add(file);
        }
        for (Path model : models) {
            try (Stylizer stylizer = Stylizers.load(model, DeviceChoice.parse("cpu"), 2, m -> { })) {
                for (Scene scene : List.of(Scenes.random(1, 320, 180, 16), Scenes.random(2, 320, 180, 16),
                        Scenes.zoom(320, 180, 1.01, 16))) {
                    for (DisFlow.Preset preset : new DisFlow.Preset[] {DisFlow.Preset.FAST, DisFlow.Preset.MEDIUM}) {
                        for (CoherenceSettings s : List.of(new CoherenceSettings(0.8, 1, false), new CoherenceSettings(0.8, 1, true),
                                new CoherenceSettings(0.92, 1, false), new CoherenceSettings(0.92, 1, true))) {
                            Result r = run(scene, stylizer, s, preset, true);
                            System.out.printf(Locale.ROOT, "%s %s %s carry %.2f restore %s: warp error %.3f sharpness %.3f%n",
                                    model.getFileName(), scene.name(), preset, s.carry(), s.restoreContrast(), r.warpError(), r.sharpness());
                        }
                    }
                }
            }
        }
    }

    static Result run(Scene scene, Stylizer stylizer, CoherenceSettings settings, DisFlow.Preset preset, boolean asImage) {
        CoherenceRule rule = new CoherenceRule(settings, Rows.SERIAL);
        CoherenceState state = null;
        Image lastAlone = null;
        Image before = null;
        double own = 0;
        double alone = 0;
        double sharp = 0;
        double sharpAlone = 0;
        try (MotionEstimator estimator = new MotionEstimator(new DisFlow(preset), 1)) {
            for (int t = 0; t < scene.frames(); t++) {
                SceneFrame f = scene.frame(t);
                Image content = f.image();
                Image fresh = stylizer.stylize(content, Optional.empty(), 0);
                CoherenceState next;
                if (state == null) {
                    next = rule.first(content, p -> fresh);
                } else {
                    Motion motion = estimator.between(Luma.of(before), Luma.of(content));
                    next = rule.next(state, content, motion, p -> asImage ? fresh : stylizer.stylize(content, p, 0));
                    own += WarpError.of(state.painted(), next.painted(), f.backward().flow(), f.backward().occlusion());
                    alone += WarpError.of(lastAlone, fresh, f.backward().flow(), f.backward().occlusion());
                    sharp = Sharpness.of(next.painted());
                    sharpAlone = Sharpness.of(fresh);
                }
                state = next;
                lastAlone = fresh;
                before = content;
            }
        }
        return new Result(own / alone, sharp / sharpAlone);
    }
}
