package org.impasto.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise of the test clips, at a quarter of their size: true motion, known occlusion, the same bits each time. */
class ClipScenesTest {
    private static final double SCALE = 0.25;
    /** With fewer the noise of the light is finer than a pixel, and no warp can follow it. */
    private static final int SAMPLES = 4;
    private static final Map<String, Scene> SCENES = new ConcurrentHashMap<>();

    private static Scene scene(String name) {
        return SCENES.computeIfAbsent(name, n -> Scenes.clip(n, SCALE, SAMPLES));
    }

    /**
     * What is left where all moves as the flow says is the error of reading between pixels, twice, of a picture with
     * detail up to the last pixel. Frames of dissolve and lightning are left out: there the light changes.
     */
    @ParameterizedTest
    @CsvSource({"harbour, 1, 0.009", "harbour, 48, 0.009", "harbour, 95, 0.009", "mill, 1, 0.014", "mill, 40, 0.014",
        "mill, 74, 0.014", "cuts, 3, 0.004", "cuts, 29, 0.004", "cuts, 31, 0.010", "cuts, 53, 0.010", "cuts, 67, 0.005",
        "cuts, 79, 0.005", "cuts, 93, 0.005", "subtitle, 1, 0.004", "subtitle, 33, 0.004", "subtitle, 74, 0.004"})
    void theFrameBeforeWarpedIsTheFrame(String name, int t, double bound) {
        explains(scene(name), t, bound);
    }

    /** Grain is new in each frame: the flow explains what is under it, and the rest is not more than two grains. */
    @Test
    void grainAndExposureHideNothingElse() {
        Scene clean = Hills.scene(SCALE, Hills.layers(SCALE, SAMPLES), Look.FILM);
        explains(clean, 1, 0.004);
        explains(clean, 40, 0.004);
        Scene scene = scene("grain");
        double rms = Errors.warp(scene.frame(39), scene.frame(40));
        assertTrue(rms < 0.04, "rms " + rms);
        assertArrayEquals(clean.frame(40).backward().flow().u(), scene.frame(40).backward().flow().u());
    }

    private static void explains(Scene scene, int t, double bound) {
        SceneFrame before = scene.frame(t - 1);
        SceneFrame frame = scene.frame(t);
        double rms = Errors.warp(before, frame);
        assertTrue(rms < bound, scene.name() + " " + t + ": rms " + rms);
        double still = Errors.unwarped(before, frame);
        assertTrue(rms < 0.75 * still, scene.name() + " " + t + ": rms " + rms + ", without flow " + still);
        double occluded = Errors.share(frame.backward().occlusion());
        assertTrue(occluded > 0 && occluded < 0.1, "occluded " + occluded);
    }

    @ParameterizedTest
    @CsvSource({"0", "30", "60"})
    void acrossACutNothingIsVisibleBefore(int t) {
        SceneFrame frame = scene("cuts").frame(t);
        assertEquals(1, Errors.share(frame.backward().occlusion()));
        assertEquals(1, Errors.share(frame.forward().occlusion()));
        assertEquals(0, Errors.max(frame.backward().flow().u(), new float[frame.backward().flow().u().length]));
    }

    /** Painted anew by one thread, in the other order of frames. */
    @ParameterizedTest
    @MethodSource("org.impasto.scene.Scenes#clips")
    void theSameFramesTwiceAreTheSameBits(String name) throws Exception {
        SceneFrame late = scene(name).frame(70);
        SceneFrame early = scene(name).frame(35);
        ForkJoinPool alone = new ForkJoinPool(1);
        try {
            Scene again = alone.submit(() -> Scenes.clip(name, SCALE, SAMPLES)).get();
            same(early, alone.submit(() -> again.frame(35)).get());
            same(late, alone.submit(() -> again.frame(70)).get());
        } finally {
            alone.shutdown();
        }
    }

    private static void same(SceneFrame a, SceneFrame b) {
        assertArrayEquals(a.image().data(), b.image().data());
        same(a.backward(), b.backward());
        same(a.forward(), b.forward());
    }

    private static void same(TrueMotion a, TrueMotion b) {
        assertArrayEquals(a.flow().u(), b.flow().u());
        assertArrayEquals(a.flow().v(), b.flow().v());
        assertArrayEquals(a.occlusion().data(), b.occlusion().data());
    }
}
