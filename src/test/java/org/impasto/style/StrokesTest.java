package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesTest {
    private static final int W = 160;
    private static final int H = 120;

    @TempDir
    Path folder;

    private interface Picture {
        double at(double x, double y);
    }

    private static Image grey(int w, int h, Picture picture) {
        Image image = new Image(w, h);
        for (int i = 0; i < 3 * w * h; i++) {
            image.data()[i] = (float) picture.at(i % w, i / w % h);
        }
        return image;
    }

    /** Stripes that run at an angle to the level. */
    private static Image stripes(double degrees, double phase) {
        double a = Math.toRadians(degrees);
        return grey(W, H, (x, y) -> 0.5 + 0.3 * Math.sin((y * Math.cos(a) - x * Math.sin(a) + phase) / 3));
    }

    private static StyleOptions along(int pixels) {
        return new StyleOptions(0, pixels, 1, 1);
    }

    /** As a {@link NoisePlane}, but another one for each seed and not another place in the same. */
    private static Plane smoothNoise(int seed) {
        Plane noise = WhiteNoise.of(W + 20, H + 20, seed);
        for (int i = 0; i < NoisePlane.BOXES; i++) {
            noise = BoxBlur.of(noise, NoisePlane.BOX / 2, Rows.SERIAL);
        }
        Plane middle = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            middle.data()[i] = (float) NoisePlane.GAIN * noise.at(i % W + 10, i / W + 10);
        }
        return middle;
    }

    /** Correlation of pixels that lie so far apart. */
    private static double common(Plane p, double dx, double dy) {
        double sum = 0;
        double square = 0;
        for (int y = 20; y < H - 20; y++) {
            for (int x = 20; x < W - 20; x++) {
                sum += p.at(x, y) * p.at((int) Math.round(x + dx), (int) Math.round(y + dy));
                square += p.at(x, y) * p.at(x, y);
            }
        }
        return sum / square;
    }

    @Test
    void noughtLeavesTheNoiseAsItIs() {
        Plane noise = new NoisePlane(1).of(W, H);
        assertSame(noise, Strokes.of(noise, stripes(30, 0), along(0)));
        Plane twice = Strokes.of(noise, stripes(30, 0), new StyleOptions(0, 0, 2, 1));
        assertEquals(2 * noise.at(7, 9), twice.at(7, 9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 45, 90, 115, 170})
    void tangentsRunAlongOutlines(int degrees) {
        Tangents found = Tangents.of(stripes(degrees, 0));
        double x = Math.cos(Math.toRadians(degrees));
        double y = Math.sin(Math.toRadians(degrees));
        for (int row = 8; row < found.height() - 8; row++) {
            for (int i = row * found.width() + 8; i < (row + 1) * found.width() - 8; i++) {
                assertEquals(1, Math.abs(x * found.x()[i] + y * found.y()[i]), 0.01, "at " + i);
            }
        }
    }

    /** 28 pixels away from the only outline, and on a picture without any. */
    @Test
    void whereThereAreNoOutlinesTheNearestDecide() {
        Tangents edge = Tangents.of(grey(W, H, (x, y) -> x + y < 140 ? 0.2 : 0.8));
        int i = 40 * edge.width() + 50;
        assertEquals(1, Math.abs(edge.x()[i] - edge.y()[i]) / Math.sqrt(2), 0.01);
        Tangents none = Tangents.of(grey(W, H, (x, y) -> 0.4));
        assertEquals(1, Math.abs(none.x()[i]), 1e-6);
        assertEquals(0, none.y()[i], 1e-6);
    }

    /** In the middle as at the edges, where lines end. */
    @ParameterizedTest
    @ValueSource(ints = {2, 8, 32, 64})
    void noiseKeepsItsStrength(int length) {
        for (int degrees : new int[] {0, 35, 90, 140}) {
            Image scene = stripes(degrees, 0);
            double[] sum = new double[2];
            int[] n = new int[2];
            for (int seed = 0; seed < 60; seed++) {
                Plane drawn = Strokes.of(smoothNoise(seed), scene, along(length));
                for (int i = 0; i < W * H; i++) {
                    int edge = Math.min(Math.min(i % W, W - 1 - i % W), Math.min(i / W, H - 1 - i / W)) < 8 ? 1 : 0;
                    sum[edge] += drawn.data()[i] * drawn.data()[i];
                    n[edge]++;
                }
            }
            assertEquals(1, sum[0] / n[0], 0.1, "in the middle, at " + degrees);
            assertEquals(1, sum[1] / n[1], 0.1, "at the edges, at " + degrees);
        }
    }

    /** Ten pixels on, noise as it is has forgotten what it was. */
    @Test
    void strokesAreLongAlongFormsAndNarrowAcross() {
        double a = Math.toRadians(25);
        Plane noise = new NoisePlane(3).of(W, H);
        Plane drawn = Strokes.of(noise, stripes(25, 0), along(32));
        double along = common(drawn, 10 * Math.cos(a), 10 * Math.sin(a));
        double across = common(drawn, -10 * Math.sin(a), 10 * Math.cos(a));
        assertTrue(along > 0.5, "along " + along);
        assertTrue(Math.abs(across) < 0.25, "across " + across);
        assertTrue(Math.abs(common(noise, 10 * Math.cos(a), 10 * Math.sin(a))) < 0.25, "before");
    }

    /** What has moved with its noise gets the same strokes. */
    @Test
    void strokesMoveWithThings() {
        Picture scene = (x, y) -> 0.5 + 0.2 * Math.sin(x / 9 + y / 14) + 0.1 * Math.sin(y / 5 - x / 23);
        NoisePlane noise = new NoisePlane(8);
        Plane before = Strokes.of(noise.of(W, H), grey(W, H, scene), along(32));
        Plane moved = new Plane(W, H);
        for (int i = 0; i < W * H; i++) {
            moved.data()[i] = noise.at(i % W + 7, i / W - 4);
        }
        Plane after = Strokes.of(moved, grey(W, H, (x, y) -> scene.at(x + 7, y - 4)), along(32));
        double wrong = 0;
        int n = 0;
        for (int y = 60; y < H - 20; y++) {
            for (int x = 60; x < W - 60; x++) {
                wrong += Math.pow(before.at(x + 7, y - 4) - after.at(x, y), 2);
                n++;
            }
        }
        assertTrue(wrong / n < 0.01, "mean square difference " + wrong / n);
    }

    @Test
    void smallAndOddFramesWork() {
        for (int[] size : new int[][] {{1, 1}, {2, 1}, {1, 9}, {17, 3}, {5, 5}}) {
            Plane drawn = Strokes.of(new NoisePlane(2).of(size[0], size[1]), grey(size[0], size[1], (x, y) -> x / 20), along(64));
            for (float v : drawn.data()) {
                assertTrue(Math.abs(v) < 20, "value " + v);
            }
        }
    }

    /** The network gets what was drawn along the frame as it is painted: without its detail. */
    @Test
    void theStyleSaysHowFar() throws Exception {
        Path model = TinyNetworks.videoBlendNoise(0.05f).write(folder.resolve("net.onnx"));
        Files.writeString(folder.resolve("net.json"), "{\"noise\": \"carried\", \"abstraction\": 2, \"along\": 16, \"strokes\": 0.5}");
        Image frame = stripes(60, 1);
        Plane noise = new NoisePlane(5).of(W, H);
        Gallery gallery = new Gallery(folder);
        try (Stylizer s = Stylizers.load(model, Models.CPU, 1, m -> { }); Stylizer plain = Stylizers.load(gallery.find("net:along=0:strokes=1"), Models.CPU, 1, m -> { })) {
            assertEquals(new StyleOptions(2, 16, 0.5, 1), s.info().options());
            assertTrue(s.info().conventions().endsWith(", abstraction 2, strokes along forms for 16, strokes 0.5"), s.info().conventions());
            Plane drawn = Strokes.of(noise, Abstraction.of(frame, 2), new StyleOptions(2, 16, 0.5, 1));
            assertArrayEquals(plain.stylize(frame, Optional.empty(), drawn).data(), s.stylize(frame, Optional.empty(), noise).data(), 1e-5f);
        }
    }
}
