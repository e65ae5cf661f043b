package org.impasto.direction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.junit.jupiter.api.Test;

/** Frames that are shown, from known answers. */
class GradeTest {
    private static final Optional<String> A = Optional.of("a");
    private static final Optional<String> B = Optional.of("b");
    private static final int W = 37;
    private static final int H = 53;

    private final Image source = noise(1);
    private final Image a = noise(2);
    private final Image b = noise(3);
    private final Map<Optional<String>, Image> painted = new HashMap<>(Map.of(A, a, B, b));

    private static Image noise(int seed) {
        Image image = new Image(W, H);
        Random random = new Random(seed);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = random.nextInt(256) / 255f;
        }
        return image;
    }

    private static Image flat(float r, float g, float blue) {
        Image image = new Image(4, 3);
        for (int i = 0; i < 12; i++) {
            image.data()[i] = r;
            image.data()[12 + i] = g;
            image.data()[24 + i] = blue;
        }
        return image;
    }

    private static Plane plane(int w, int h, float value) {
        Plane plane = new Plane(w, h);
        Arrays.fill(plane.data(), value);
        return plane;
    }

    private static FrameDirection direction(double strength, double colors, Optional<MatteUse> matte, StyleShare... styles) {
        return new FrameDirection(List.of(styles), strength, 1, colors, matte);
    }

    private static StyleShare share(Optional<String> style, double share) {
        return new StyleShare(style, share);
    }

    private static Optional<MatteUse> matte(Optional<String> other) {
        return Optional.of(new MatteUse(Path.of("m.mp4"), MatteUse.Kind.CLIP, other, false));
    }

    private Image grade(FrameDirection d, Optional<Plane> plane) {
        return Grade.apply(source, painted, d, plane, Rows.SERIAL);
    }

    private static Image grade(Image source, Image one, double strength, double colors) {
        return Grade.apply(source, Map.of(A, one), direction(strength, colors, Optional.empty(), share(A, 1)), Optional.empty(), Rows.SERIAL);
    }

    private static void assertFlat(Image image, double r, double g, double blue) {
        int n = image.pixels();
        for (int i = 0; i < n; i++) {
            assertEquals(r, image.data()[i], 1e-6);
            assertEquals(g, image.data()[n + i], 1e-6);
            assertEquals(blue, image.data()[2 * n + i], 1e-6);
        }
    }

    @Test
    void whereNothingIsAskedItIsThePaintedFrameItself() {
        assertSame(a, grade(direction(1, 0, Optional.empty(), share(A, 1)), Optional.empty()));
        assertSame(source, grade(direction(0, 0.5, matte(B), share(A, 1)), Optional.of(plane(W, H, 0.5f))));
    }

    @Test
    void strengthMixesWithTheSource() {
        assertFlat(grade(flat(0, 0.5f, 1), flat(1, 0.5f, 0), 0.25, 0), 0.25, 0.5, 0.75);
        assertArrayEquals(a.data(), grade(a, a, 0.3, 0).data(), "the same mixed with itself stays, to the bit");
    }

    @Test
    void aCrossfadeWeighsBothStyles() {
        Map<Optional<String>, Image> two = Map.of(A, flat(0, 0, 1), B, flat(1, 0.5f, 0));
        FrameDirection d = direction(1, 0, Optional.empty(), share(A, 0.75), share(B, 0.25));
        assertFlat(Grade.apply(flat(0, 0, 0), two, d, Optional.empty(), Rows.SERIAL), 0.25, 0.125, 0.75);
        painted.put(B, a);
        assertArrayEquals(a.data(), grade(direction(1, 0, Optional.empty(), share(A, 0.6), share(B, 0.4)), Optional.empty()).data());
    }

    @Test
    void aMatteIsExactWhereItIsBlackOrWhite() {
        Plane half = plane(W, H, 0);
        Arrays.fill(half.data(), 0, W * 20, 1);
        Image overSource = grade(direction(0.5, 1, matte(Optional.empty()), share(A, 1)), Optional.of(half));
        Image all = grade(direction(0.5, 1, Optional.empty(), share(A, 1)), Optional.empty());
        Image overB = grade(direction(1, 0, matte(B), share(A, 1)), Optional.of(half));
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < W * H; i++) {
                boolean white = i < W * 20;
                int at = c * W * H + i;
                assertEquals(white ? all.data()[at] : source.data()[at], overSource.data()[at]);
                assertEquals(white ? a.data()[at] : b.data()[at], overB.data()[at]);
            }
        }
        Map<Optional<String>, Image> two = Map.of(A, flat(1, 1, 0), B, flat(0, 1, 0));
        assertFlat(Grade.apply(flat(0, 0, 1), two, direction(1, 0, matte(B), share(A, 1)), Optional.of(plane(4, 3, 0.25f)), Rows.SERIAL),
                0.25, 1, 0);
        assertFlat(Grade.apply(flat(0, 0, 1), two, direction(1, 0, matte(Optional.empty()), share(A, 1)), Optional.of(plane(4, 3, 0.25f)),
                Rows.SERIAL), 0.25, 0.25, 0.75);
    }

    @Test
    void aGreySourceMakesThePaintGrey() {
        float luma = 0.2126f * 0.8f + 0.7152f * 0.3f + 0.0722f * 0.1f;
        assertFlat(grade(flat(0.4f, 0.4f, 0.4f), flat(0.8f, 0.3f, 0.1f), 1, 1), luma, luma, luma);
        Image grey = grade(flat(0.4f, 0.4f, 0.4f), flat(0.8f, 0.3f, 0.1f), 1, 0.5);
        assertFlat(grey, (0.8 + luma) / 2, (0.3 + luma) / 2, (0.1 + luma) / 2);
    }

    @Test
    void greyPaintTakesTheSourcesColourAtItsOwnBrightness() {
        float luma = 0.2126f * 0.6f + 0.7152f * 0.4f + 0.0722f * 0.5f;
        Image result = grade(flat(0.6f, 0.4f, 0.5f), flat(0.5f, 0.5f, 0.5f), 1, 1);
        assertFlat(result, 0.5 + 0.6 - luma, 0.5 + 0.4 - luma, 0.5 + 0.5 - luma);
        assertEquals(0.5, Luma.of(result).data()[0], 1e-6);
    }

    /** Source and painted frame with each other's chroma: what comes out has Y' of one and Cb, Cr of the other. */
    @Test
    void coloursSwap() {
        Image one = flat(0.55f, 0.45f, 0.4f);
        Image two = flat(0.4f, 0.5f, 0.6f);
        for (Image[] pair : new Image[][] {{one, two}, {two, one}}) {
            float[] got = yCbCr(grade(pair[0], pair[1], 1, 1));
            assertEquals(yCbCr(pair[1])[0], got[0], 1e-6);
            assertEquals(yCbCr(pair[0])[1], got[1], 1e-6);
            assertEquals(yCbCr(pair[0])[2], got[2], 1e-6);
        }
        assertArrayEquals(a.data(), grade(a, a, 1, 1).data(), "its own chroma changes nothing, to the bit");
    }

    @Test
    void impossibleColoursAreClipped() {
        Image result = grade(flat(1, 0, 0), flat(1, 1, 1), 1, 1);
        assertFlat(result, 1, 1 - 0.2126, 1 - 0.2126);
        for (float v : grade(source, a, 1, 1).data()) {
            assertTrue(v >= 0 && v <= 1);
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        FrameDirection d = direction(0.7, 0.6, matte(B), share(A, 0.3), share(B, 0.7));
        Plane plane = new Plane(W, H, Arrays.copyOf(noise(4).data(), W * H));
        try (Rows rows = new Rows(3)) {
            assertArrayEquals(grade(d, Optional.of(plane)).data(), Grade.apply(source, painted, d, Optional.of(plane), rows).data());
        }
    }

    @Test
    void whatIsMissingIsABug() {
        assertThrows(IllegalArgumentException.class, () -> grade(direction(1, 0, Optional.empty(), share(Optional.empty(), 1)), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> grade(direction(1, 0, matte(B), share(A, 1)), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> grade(direction(1, 0, matte(B), share(A, 1)), Optional.of(plane(3, 3, 1))));
    }

    private static float[] yCbCr(Image image) {
        int n = image.pixels();
        float y = Luma.of(image).data()[0];
        return new float[] {y, (image.data()[2 * n] - y) / 1.8556f, (image.data()[0] - y) / 1.5748f};
    }
}
