package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.impasto.ImpastoException.BadModel;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.style.onnx.OnnxGraph;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose output is known in closed form. */
class StylizerTest {
    private static final int[][] SIZES = {{1, 1}, {2, 2}, {1, 7}, {3, 2}, {16, 16}, {17, 33}, {37, 35}, {64, 48},
            {65, 47}, {101, 203}};

    @TempDir
    Path folder;

    @Test
    void identitiesGiveThePictureBackAtEverySize() {
        List<Supplier<OnnxGraph>> all = List.of(TinyNetworks::identity, TinyNetworks::identity01,
                TinyNetworks::identity255, () -> TinyNetworks.reflecting(4), () -> TinyNetworks.reflecting(40));
        for (Supplier<OnnxGraph> graph : all) {
            try (Stylizer s = Models.load(folder, graph.get())) {
                for (int[] size : SIZES) {
                    Image in = Models.picture(size[0], size[1], 5);
                    Image out = s.stylize(in, Optional.empty(), 0);
                    assertTrue(in.sameSize(out));
                    assertTrue(Models.furthest(in.data(), out.data()) < 1e-6,
                            s.info().conventions() + " at " + size[0] + "x" + size[1]);
                }
            }
        }
    }

    @Test
    void rangesAreDetected() {
        assertEquals("0..255 (detected)", conventions(TinyNetworks.identity255()));
        assertEquals("0..255 (detected)", conventions(TinyNetworks.identity()));
        assertEquals("0..1 (detected)", conventions(TinyNetworks.identity01()));
        assertEquals("0..1 (detected)", conventions(TinyNetworks.negative()));
        assertEquals("-1..1 (detected)", conventions(TinyNetworks.tanh()));
        assertEquals("0..1 (detected)", conventions(TinyNetworks.realSized(true, 4)));
        assertEquals("0..1 (detected)", conventions(TinyNetworks.flickeryPainter()));
        assertEquals("0..1 (detected)", conventions(TinyNetworks.videoBlend()));
    }

    private String conventions(OnnxGraph graph) {
        try (Stylizer s = Models.load(folder, graph)) {
            return s.info().conventions();
        }
    }

    @Test
    void tanhNetworkIsFedFromMinusOneToOne() {
        try (Stylizer s = Models.load(folder, TinyNetworks.tanh())) {
            Image in = Models.picture(20, 10, 1);
            Image out = s.stylize(in, Optional.empty(), 0);
            for (int i = 0; i < in.data().length; i++) {
                double expected = (Math.tanh(1.2 * (2 * in.data()[i] - 1)) + 1) / 2;
                assertEquals(expected, out.data()[i], 1e-5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void sizesAreRoundedUpToWhatTheNetworkNeeds(int levels) {
        try (Stylizer s = Models.load(folder, TinyNetworks.multipleOf(levels))) {
            int step = 1 << levels;
            for (int[] size : SIZES) {
                Image in = Models.picture(size[0], size[1], 2);
                Image out = s.stylize(in, Optional.empty(), 0);
                // The top left pixel of each square of the step is repeated over it.
                for (int y = 0; y < size[1]; y++) {
                    for (int x = 0; x < size[0]; x++) {
                        assertEquals(in.at(1, x / step * step, y / step * step), out.at(1, x, y), 1e-6);
                    }
                }
            }
        }
    }

    @Test
    void videoNetworksGetPriorAndMask() {
        for (OnnxGraph graph : List.of(TinyNetworks.videoBlend(), TinyNetworks.videoBlendNoise(0))) {
            try (Stylizer s = Models.load(folder, graph)) {
                assertEquals(StylizerKind.VIDEO, s.info().kind());
                for (int[] size : SIZES) {
                    checkBlend(s, size[0], size[1], false);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void stackedVideoNetworksGetPriorTimesMask(int channels) {
        try (Stylizer s = Models.load(folder, TinyNetworks.videoStacked(channels))) {
            assertEquals(StylizerKind.VIDEO, s.info().kind());
            checkBlend(s, 33, 21, true);
        }
    }

    private static void checkBlend(Stylizer s, int width, int height, boolean premultiplied) {
        Image content = Models.picture(width, height, 1);
        Image prior = Models.picture(width, height, 2);
        Plane trust = Models.plane(width, height, 3);
        Image out = s.stylize(content, Optional.of(new Prior(prior, trust)), 9);
        for (int i = 0; i < out.data().length; i++) {
            float m = trust.data()[i % content.pixels()];
            float p = premultiplied ? prior.data()[i] * m : prior.data()[i];
            assertEquals(p * m + (1 - m) * content.data()[i], out.data()[i], 1e-6);
        }
        assertArrayEquals(content.data(), s.stylize(content, Optional.empty(), 9).data(), 1e-6f);
    }

    @Test
    void noiseDependsOnPlaceAndSeedOnly() {
        try (Stylizer s = Models.load(folder, TinyNetworks.videoBlendNoise(0.05f))) {
            Image grey = new Image(40, 50);
            java.util.Arrays.fill(grey.data(), 0.5f);
            Image a = s.stylize(grey, Optional.empty(), 1);
            assertArrayEquals(a.data(), s.stylize(grey, Optional.empty(), 1).data());
            assertTrue(Models.furthest(a.data(), s.stylize(grey, Optional.empty(), 2).data()) > 0.05);
            assertEquals(0.5 + 0.05 * WhiteNoise.at(7, 11, 1), a.at(2, 7, 11), 1e-6);
        }
    }

    @Test
    void noiseHasMeanNoughtAndVarianceOneAndIsSmooth() {
        double sum = 0;
        double squares = 0;
        double neighbours = 0;
        float[] v = new NoisePlane(3).of(512, 512).data();
        for (int i = 0; i < v.length; i++) {
            sum += v[i];
            squares += v[i] * v[i];
            neighbours += v[i] * v[(i + 3) % v.length];
        }
        assertEquals(0, sum / v.length, 0.05);
        assertEquals(1, squares / v.length, 0.05);
        // Of three boxes of five: the kernel's autocorrelation after three pixels.
        assertEquals(1246.0 / 1751, neighbours / squares, 0.03);
        assertEquals(-1.064282f, WhiteNoise.at(3, 5, 7), "the same bits on every machine");
    }

    @Test
    void noiseGoesOnBetweenPixelsAndBeyondTheFrame() {
        NoisePlane noise = new NoisePlane(3);
        float[] v = noise.of(40, 30).data();
        assertEquals(v[5 * 40 + 7], noise.at(7, 5));
        assertEquals((v[5 * 40 + 7] + v[5 * 40 + 8]) / 2, noise.at(7.5f, 5), 1e-6);
        assertEquals(noise.at(-3.25f, 1000.5f), noise.at(512 - 3.25f, 1000.5f - 512), 1e-5);
    }

    @ParameterizedTest
    @CsvSource({"8,6", "7,5", "1,1"})
    void fixedSizeTakesFramesUpToIt(int width, int height) {
        try (Stylizer s = Models.load(folder, TinyNetworks.fixedSize(8, 6))) {
            Image in = Models.picture(width, height, 4);
            assertArrayEquals(in.data(), s.stylize(in, Optional.empty(), 0).data(), 1e-6f);
        }
    }

    @Test
    void fixedSizeRefusesLargerFrames() {
        try (Stylizer s = Models.load(folder, TinyNetworks.fixedSize(8, 6))) {
            BadModel e = assertThrows(BadModel.class, () -> s.stylize(new Image(9, 6), Optional.empty(), 0));
            assertTrue(e.getMessage().contains("8x6") && e.getMessage().contains("9x6"), e.getMessage());
        }
    }

    @Test
    void jsonDecidesRangeMeanAndOrder() throws IOException {
        Files.writeString(folder.resolve("net.json"), """
                {"name": "n", "title": "T", "unknown": [1],
                 "input": {"range": [0, 255], "mean": [10, 20, 30], "std": [2, 2, 2], "order": "BGR"},
                 "output": {"range": [-10, 120]}}""");
        OnnxGraph g = TinyNetworks.identity();
        try (Stylizer s = Models.load(folder, g)) {
            assertEquals("T", s.info().title());
            assertEquals("0..255 to -10..120, mean 10/20/30, deviation 2/2/2, BGR (JSON)", s.info().conventions());
            Image in = Models.picture(5, 4, 4);
            Image out = s.stylize(in, Optional.empty(), 0);
            float[] mean = {30, 20, 10};
            for (int c = 0; c < 3; c++) {
                double v = ((in.at(c, 2, 3) * 255 - mean[c]) / 2 + 10) / 130;
                assertEquals(Math.min(1, Math.max(0, v)), out.at(c, 2, 3), 1e-5);
            }
        }
    }

    @Test
    void flatOutputIsSaidOnce() {
        List<String> messages = new ArrayList<>();
        try (Stylizer s = Models.load(folder, TinyNetworks.constantGrey(), 1, messages)) {
            s.stylize(Models.picture(9, 9, 1), Optional.empty(), 0);
            s.stylize(Models.picture(9, 9, 2), Optional.empty(), 0);
        }
        assertEquals(1, messages.size());
        assertTrue(messages.get(0).contains("flat"), messages.get(0));
    }

    @Test
    void notANumberIsRefusedWhereverItComes() {
        try (Stylizer s = Models.load(folder, TinyNetworks.nanInHighlights())) {
            throw new AssertionError("the rehearsal has highlights: " + s.info());
        } catch (BadModel e) {
            assertTrue(e.getMessage().contains("NaN"), e.getMessage());
        }
    }
}
