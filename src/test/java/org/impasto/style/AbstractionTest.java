package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.impasto.image.Image;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbstractionTest {
    private static final int W = 48;
    private static final int H = 40;

    @TempDir
    Path folder;

    private static Image grey(BiFunction<Integer, Integer, Double> value) {
        Image image = new Image(W, H);
        for (int i = 0; i < W * H; i++) {
            float v = value.apply(i % W, i / W).floatValue();
            for (int c = 0; c < 3; c++) {
                image.data()[i + c * W * H] = v;
            }
        }
        return image;
    }

    private static double furthest(Image a, Image b) {
        return Models.furthest(a.data(), b.data());
    }

    @Test
    void noughtLeavesTheFrameAsItIs() {
        Image frame = Models.picture(W, H, 1);
        assertSame(frame, Abstraction.of(frame, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 20, 64})
    void whatIsFlatStaysAndNothingIsBeyondTheFramesValues(int radius) {
        Image flat = grey((x, y) -> 0.3);
        assertTrue(furthest(flat, Abstraction.of(flat, radius)) < 1e-6);
        Image noise = Abstraction.of(Models.picture(W, H, 2), radius);
        for (float v : noise.data()) {
            assertTrue(v >= 0 && v <= 1, "value " + v);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void anOutlineStaysWhereItIsAndSharp(int radius) {
        Image edge = grey((x, y) -> x < W / 2 ? 0.2 : 0.8);
        assertEquals(0, furthest(edge, Abstraction.of(edge, radius)), 0.01);
    }

    @Test
    void whatIsNarrowGoes() {
        Image line = grey((x, y) -> x == W / 2 ? 0.0 : 0.8);
        // A tenth of it is left: the discs meet there.
        assertEquals(0, furthest(grey((x, y) -> 0.8), Abstraction.of(line, 3)), 0.09);
        Image bars = grey((x, y) -> x % 4 < 2 ? 0.3 : 0.7);
        Image left = Abstraction.of(bars, 4);
        for (int x = 12; x < W - 12; x++) {
            assertEquals(0.5, left.at(1, x, H / 2), 0.03);
        }
    }

    /** Film grain: below the floor nothing is calmer by chance, so it is averaged. */
    @Test
    void grainChoosesNothing() {
        Random random = new Random(5);
        Image flat = Abstraction.of(grey((x, y) -> 0.5 + 0.004 * random.nextGaussian()), 3);
        double square = 0;
        for (int i = 0; i < W * H; i++) {
            square += Math.pow(flat.data()[i] - 0.5, 2);
        }
        assertTrue(Math.sqrt(square / (W * H)) < 0.004 / 5, "deviation " + Math.sqrt(square / (W * H)));
    }

    @Test
    void movesWithThePicture() {
        Image wide = Models.picture(W, H, 6);
        Image moved = new Image(W, H);
        for (int i = 0; i < 3 * W * H; i++) {
            moved.data()[i] = wide.data()[i % W < 5 ? i : i - 5];
        }
        Image a = Abstraction.of(wide, 3);
        Image b = Abstraction.of(moved, 3);
        for (int x = 14; x < W - 14; x++) {
            assertEquals(a.at(0, x, 20), b.at(0, x + 5, 20), 1e-5);
        }
    }

    @Test
    void oneByOneAndEveryRadiusWork() {
        for (int radius = 0; radius <= Abstraction.MOST; radius++) {
            assertEquals(0.25f, Abstraction.of(new Image(1, 1, new float[] {0.25f, 0.25f, 0.25f}), radius).data()[1], 1e-6f);
        }
    }

    /** The network sees the frame without its detail, and a prior as it is; what the JSON says can be chosen otherwise. */
    @Test
    void theStyleSaysHowMuchAndTheChoiceOverridesIt() throws Exception {
        Path model = TinyNetworks.identity01().write(folder.resolve("net.onnx"));
        Files.writeString(folder.resolve("net.json"), "{\"abstraction\": 3}");
        Image frame = Models.picture(37, 29, 7);
        try (Stylizer s = Stylizers.load(model, Models.CPU, 1, m -> { })) {
            assertEquals(3, s.info().options().abstraction());
            assertTrue(s.info().conventions().endsWith(", abstraction 3"), s.info().conventions());
            assertTrue(furthest(Abstraction.of(frame, 3), s.stylize(frame, Optional.empty(), 0)) < 1e-5);
        }
        Gallery gallery = new Gallery(folder);
        for (String choice : Arrays.asList("net:abstraction=0", model + ":abstraction=0")) {
            try (Stylizer s = Stylizers.load(gallery.find(choice), Models.CPU, 1, m -> { })) {
                assertEquals(s.info().sha256(), s.info().identity());
                assertArrayEquals(frame.data(), s.stylize(frame, Optional.empty(), 0).data(), 1e-5f);
            }
        }
        try (Stylizer a = Stylizers.load(gallery.find("net"), Models.CPU, 1, m -> { }); Stylizer b = Stylizers.load(gallery.find("net:abstraction=3"), Models.CPU, 1, m -> { })) {
            assertEquals(a.info().identity(), b.info().identity());
        }
    }
}
