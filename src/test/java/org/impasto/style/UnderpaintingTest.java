package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderpaintingTest {
    private static final int W = 160;
    private static final int H = 96;
    private static final float SHARE = 0.05f;

    @TempDir
    Path folder;

    private static StyleOptions broad(int times) {
        return new StyleOptions(0, 0, 1, times);
    }

    private static Image grey() {
        Image grey = new Image(W, H);
        Arrays.fill(grey.data(), 0.5f);
        return grey;
    }

    /** A network that lays its noise on the scene. */
    private static Image withNoise(Image scene, Plane noise) {
        return each(scene, (v, i) -> v + SHARE * noise.data()[i]);
    }

    private interface Value {
        float of(float before, int pixel);
    }

    private static Image each(Image picture, Value value) {
        return picture.map(channel -> {
            for (int i = 0; i < channel.data().length; i++) {
                channel.data()[i] = value.of(channel.data()[i], i);
            }
            return channel;
        });
    }

    private static Plane red(Image image) {
        return image.channel(0);
    }

    /** Correlation of what differs from grey with the same so many pixels further to the right. */
    private static double common(Plane p, int apart) {
        double sum = 0;
        double square = 0;
        for (int y = 0; y < H; y++) {
            for (int x = 0; x + apart < W; x++) {
                sum += (p.at(x, y) - 0.5) * (p.at(x + apart, y) - 0.5);
                square += (p.at(x, y) - 0.5) * (p.at(x, y) - 0.5);
            }
        }
        return sum / square;
    }

    @Test
    void withoutBroadStrokesTheFrameIsTheScene() {
        Image frame = grey();
        assertSame(frame, new Underpainting(broad(1), (scene, noise) -> {
            throw new AssertionError("nothing is painted for it");
        }).of(frame, new NoisePlane(1).of(W, H)));
    }

    /** Noise of a kernel with deviation s has at distance d a correlation of exp(-d²/4s²). */
    @Test
    void strokesAreTwiceAsBroad() {
        Plane noise = new NoisePlane(1).of(W, H);
        Plane own = red(withNoise(grey(), noise));
        Plane two = red(new Underpainting(broad(2), UnderpaintingTest::withNoise).of(grey(), noise));
        assertEquals(common(own, 3), common(two, 6), 0.1);
        assertTrue(common(two, 3) > 0.85 && common(own, 3) < 0.75, common(two, 3) + " and " + common(own, 3));
    }

    /** With four there are those of two, too: a quarter's under a half's, each painted on the other. */
    @Test
    void broaderOnesLieUnderneath() {
        List<String> painted = new ArrayList<>();
        Plane noise = new NoisePlane(1).of(W, H);
        Image four = new Underpainting(broad(4), (scene, strokes) -> {
            boolean bare = true;
            for (float v : strokes.data()) {
                bare &= v == 0;
            }
            painted.add(scene.width() + "x" + scene.height() + (bare ? " bare" : ""));
            return withNoise(scene, strokes);
        }).of(grey(), noise);
        assertEquals(List.of("40x24", "40x24 bare", "80x48", "80x48 bare"), painted);
        assertTrue(common(red(four), 8) > common(red(new Underpainting(broad(2), UnderpaintingTest::withNoise).of(grey(), noise)), 8) + 0.1);
    }

    /** Of a network that paints otherwise what is not noise nothing comes: outlines stay the frame's, and so do colours. */
    @Test
    void onlyStrokesAreLaidOnTheFrame() {
        Image frame = new Image(W, H);
        for (int i = 0; i < frame.data().length; i++) {
            frame.data()[i] = i % W < 50 ? 0.2f : 0.8f;
        }
        Image scene = new Underpainting(broad(8), (picture, noise) -> each(picture, (v, i) -> 1 - v)).of(frame, new NoisePlane(1).of(W, H));
        assertArrayEquals(frame.data(), scene.data());
    }

    @Test
    void aThingKeepsItsColour() {
        // Where there is noise the picture is lighter: that is no stroke.
        Image scene = new Underpainting(broad(2), (picture, noise) -> each(picture, (v, i) -> noise.at(0, 0) == 0 ? v : v + 0.3f)).of(grey(), new NoisePlane(1).of(W, H));
        assertArrayEquals(grey().data(), scene.data(), 1e-5f);
    }

    /** Mean squares over a thousand places in the plane, in the middle, along an edge and in a corner: strokes are no stronger where a pan brings things in. */
    @Test
    void noiseKeepsItsStrengthAndIsAsSmooth() {
        double[] square = new double[3];
        double beside = 0;
        int places = 1000;
        for (int seed = 0; seed < places; seed++) {
            Plane wide = Underpainting.wide(new NoisePlane(seed).of(40, 40));
            float middle = wide.at(10, 10);
            square[0] += middle * middle;
            square[1] += wide.at(0, 10) * wide.at(0, 10);
            square[2] += wide.at(19, 19) * wide.at(19, 19);
            beside += middle * wide.at(13, 10);
        }
        for (double s : square) {
            assertEquals(1, s / places, 0.2);
        }
        assertEquals(Math.exp(-9 / (4 * NoisePlane.VARIANCE)), beside / square[0], 0.05);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 9", "17, 3", "5, 5"})
    void smallAndOddFramesWork(int width, int height) {
        Image scene = new Underpainting(broad(8), UnderpaintingTest::withNoise).of(new Image(width, height), new NoisePlane(1).of(width, height));
        assertEquals(width, scene.width());
        assertEquals(height, scene.height());
        for (float v : scene.data()) {
            assertTrue(v >= 0 && v <= 1, "value " + v);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theStyleSaysHowBroad(int times) throws Exception {
        Path model = TinyNetworks.videoBlendNoise(SHARE).write(folder.resolve("net.onnx"));
        Files.writeString(folder.resolve("net.json"), "{\"noise\": \"carried\", \"broad\": " + times + "}");
        Plane noise = new NoisePlane(5).of(W, H);
        try (Stylizer s = Stylizers.load(model, Models.CPU, 1, m -> { }); Stylizer two = Stylizers.load(new Gallery(folder).find("net:broad=2"), Models.CPU, 1, m -> { })) {
            assertEquals(broad(times), s.info().options());
            Image painted = s.stylize(grey(), Optional.empty(), noise);
            Image scene = new Underpainting(broad(times), UnderpaintingTest::withNoise).of(grey(), noise);
            assertArrayEquals(withNoise(scene, noise).data(), painted.data(), 1e-5f);
            assertTrue(Models.furthest(painted.data(), two.stylize(grey(), Optional.empty(), noise).data()) > 0.01);
            assertNotEquals(s.info().identity(), two.info().identity());
            assertArrayEquals(painted.data(), s.stylize(grey(), Optional.empty(), noise).data());
        }
    }
}
