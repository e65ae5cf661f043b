package org.impasto.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.impasto.coherence.CoherenceRule;
import org.impasto.coherence.CoherenceSettings;
import org.impasto.coherence.CoherenceState;
import org.impasto.flow.DisFlow;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.measure.Verdict.Outcome;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict on films that are calm for bad reasons, and on an honest one: moving layers, painted by a network that flickers. */
class VerdictFilmsTest {
    private static final int W = 192;
    private static final int H = 108;
    private static final int FRAMES = 16;

    @TempDir
    static Path folder;
    private static final List<List<Image>> SOURCES = new ArrayList<>();
    private static final List<List<Image>> BASELINES = new ArrayList<>();
    private static final List<List<Image>> COHERENT = new ArrayList<>();

    @BeforeAll
    static void paint() {
        Path model = TinyNetworks.flickeryPainter().write(folder.resolve("painter.onnx"));
        try (Stylizer stylizer = Stylizers.load(model, DeviceChoice.parse("cpu"), 1, m -> { })) {
            for (long seed = 1; seed <= 4; seed++) {
                Scene scene = Scenes.random(seed, W, H, FRAMES);
                List<Image> source = new ArrayList<>();
                List<Image> baseline = new ArrayList<>();
                for (int t = 0; t < FRAMES; t++) {
                    source.add(scene.frame(t).image());
                    baseline.add(stylizer.stylize(source.get(t), Optional.empty(), 0));
                }
                SOURCES.add(source);
                BASELINES.add(baseline);
                COHERENT.add(coherent(source, baseline));
            }
        }
    }

    private static List<Image> coherent(List<Image> source, List<Image> baseline) {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        List<Image> painted = new ArrayList<>();
        try (MotionEstimator motion = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM))) {
            CoherenceState state = null;
            for (int t = 0; t < source.size(); t++) {
                Image fresh = baseline.get(t);
                state = t == 0 ? rule.first(source.get(0), (p, n) -> fresh)
                        : rule.next(state, source.get(t), motion.between(source.get(t - 1), source.get(t)), (p, n) -> fresh);
                painted.add(state.painted());
            }
        }
        return painted;
    }

    private static Verdict verdict(int film, IntFunction<Image> render) {
        try (MotionSource motion = FlowChoice.open("farneback", Path.of("film.mkv"))) {
            Meter meter = new Meter(motion);
            List<FrameFigures> all = new ArrayList<>();
            for (int t = 0; t < FRAMES; t++) {
                Map<Track, Samples> frames = new EnumMap<>(Track.class);
                frames.put(Track.SOURCE, Samples.of(SOURCES.get(film).get(t)));
                frames.put(Track.STYLIZED, Samples.of(render.apply(t)));
                frames.put(Track.REFERENCE, Samples.of(BASELINES.get(film).get(t)));
                all.add(meter.next(frames, t / 25.0, false));
            }
            return Verdict.of(all);
        }
    }

    private static void called(String word, int film, IntFunction<Image> render) {
        Verdict v = verdict(film, render);
        assertTrue(v.outcome() != Outcome.BETTER && v.outcome() != Outcome.NO_DIFFERENCE && v.headline().contains(word), film + ": " + v);
    }

    @Test
    void theHonestRenderIsPraised() {
        for (int film = 0; film < SOURCES.size(); film++) {
            assertEquals(Outcome.BETTER, verdict(film, COHERENT.get(film)::get).outcome());
        }
    }

    @Test
    void theReferenceIsAsGoodAsItself() {
        for (int film = 0; film < SOURCES.size(); film++) {
            assertEquals(Outcome.NO_DIFFERENCE, verdict(film, BASELINES.get(film)::get).outcome());
        }
    }

    @Test
    void blurIsCalledOut() {
        for (int film = 0; film < SOURCES.size(); film++) {
            List<Image> baseline = BASELINES.get(film);
            called("softer", film, t -> Given.blurred(baseline.get(t), 1));
            called("softer", film, t -> Given.blurred(baseline.get(t), 2));
        }
    }

    @Test
    void aFrozenFilmIsCalledOut() {
        for (int film = 0; film < SOURCES.size(); film++) {
            List<Image> baseline = BASELINES.get(film);
            called("stands still", film, t -> baseline.get(0));
            called("stands still", film, t -> baseline.get(t - t % 2));
        }
    }

    @Test
    void aRenderThatIsAFrameOffIsCalledOut() {
        for (int film = 0; film < SOURCES.size(); film++) {
            for (List<Image> render : List.of(BASELINES.get(film), COHERENT.get(film))) {
                called("is late", film, t -> render.get(Math.max(0, t - 1)));
                called("is early", film, t -> render.get(Math.min(FRAMES - 1, t + 1)));
            }
        }
    }

    @Test
    void noiseIsWorse() {
        called("noisier", 0, t -> {
            Image image = new Image(W, H, BASELINES.get(0).get(t).data().clone());
            Random random = new Random(t);
            for (int i = 0; i < image.data().length; i++) {
                image.data()[i] += (float) (0.1 * random.nextGaussian());
            }
            return image;
        });
    }
}
