package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.impasto.ImpastoException.Usage;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleChoiceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"starry-night, starry-night, 2, 32, 1, 2", "starry-night:abstraction=4, starry-night, 4, 32, 1, 2", "nets/a:b.onnx:abstraction=0, nets/a:b.onnx, 0, 32, 1, 2", "C:\\nets\\a.onnx, C:\\nets\\a.onnx, 2, 32, 1, 2",
        "C:\\a.onnx:abstraction=64, C:\\a.onnx, 64, 32, 1, 2", "wave:strokes=1.5, wave, 2, 32, 1.5, 2", "wave:abstraction=3:along=0:strokes=0:broad=1, wave, 3, 0, 0, 1", "wave:along=64:broad=8, wave, 2, 64, 1, 8",
        "a:b=1/net.onnx, a:b=1/net.onnx, 2, 32, 1, 2", ":abstraction=3, :abstraction=3, 2, 32, 1, 2"})
    void aStyleMayCarryItsOptions(String text, String style, int abstraction, int along, double strokes, int broad) {
        StyleChoice choice = StyleChoice.parse(text);
        assertEquals(style, choice.style());
        assertEquals(new StyleOptions(abstraction, along, strokes, broad), new StyleOptions(2, 32, 1, 2).with(choice.options()));
        assertEquals(text, choice.toString());
        assertEquals(text.replace(style, "b"), choice.of("b").toString());
    }

    @Test
    void theOrderDoesNotMatter() {
        assertEquals(StyleChoice.parse("wave:abstraction=3:along=8:strokes=2"), StyleChoice.parse("wave:along=8:strokes=2:abstraction=3"));
        assertEquals("wave:abstraction=3:along=8:strokes=2", StyleChoice.parse("wave:strokes=2:abstraction=3:along=8").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65", "2.5", "much", "99999999999", "0x2"})
    void whatIsNoNumberOfPixelsIsSaid(String value) {
        Usage e = assertThrows(Usage.class, () -> StyleChoice.parse("wave:abstraction=" + value));
        assertTrue(e.getMessage().endsWith("abstraction should be a whole number of pixels from 0 to 64 but is '" + value + "'"), e.getMessage());
        e = assertThrows(Usage.class, () -> StyleChoice.parse("wave:along=" + value));
        assertTrue(e.getMessage().endsWith("along should be a whole number of pixels from 0 to 64 but is '" + value + "'"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "4.1", "NaN", "1,5", "1e1"})
    void whatIsNoStrengthIsSaid(String value) {
        Usage e = assertThrows(Usage.class, () -> StyleChoice.parse("wave:strokes=" + value));
        assertTrue(e.getMessage().endsWith("strokes should be a number from 0 to 4 but is '" + value + "'"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "3", "16", "2.5", "999"})
    void whatIsNoPowerOfTwoIsSaid(String value) {
        Usage e = assertThrows(Usage.class, () -> StyleChoice.parse("wave:broad=" + value));
        assertTrue(e.getMessage().endsWith("broad should be 1, 2, 4 or 8 but is '" + value + "'"), e.getMessage());
    }

    @Test
    void otherOptionsAreSaid() {
        Usage e = assertThrows(Usage.class, () -> StyleChoice.parse("wave:abstracton=2"));
        assertTrue(e.getMessage().contains("behind a style may stand :abstraction=N, :along=N, :strokes=S and :broad=N, but there is 'abstracton'"), e.getMessage());
        assertTrue(assertThrows(Usage.class, () -> StyleChoice.parse("wave:strokes=1:strokes=2")).getMessage().endsWith("strokes stands twice"));
    }

    /** A network that adds its noise to the frame: with strokes at 2 it adds twice of it. */
    @Test
    void strokesAreTheNoise() {
        Path model = TinyNetworks.videoBlendNoise(0.05f).write(folder.resolve("net.onnx"));
        Image grey = new Image(24, 16);
        Arrays.fill(grey.data(), 0.5f);
        Plane noise = Models.plane(24, 16, 3);
        Gallery gallery = new Gallery(folder);
        try (Stylizer one = Stylizers.load(gallery.find("net"), Models.CPU, 1, m -> { }); Stylizer two = Stylizers.load(gallery.find("net:strokes=2"), Models.CPU, 1, m -> { });
                Stylizer none = Stylizers.load(gallery.find("net:strokes=0"), Models.CPU, 1, m -> { })) {
            float[] a = one.stylize(grey, Optional.empty(), noise).data();
            float[] b = two.stylize(grey, Optional.empty(), noise).data();
            assertArrayEquals(grey.data(), none.stylize(grey, Optional.empty(), noise).data(), 1e-5f);
            for (int i = 0; i < a.length; i++) {
                assertEquals(2 * (a[i] - 0.5f), b[i] - 0.5f, 1e-5f);
            }
            assertTrue(Models.furthest(a, grey.data()) > 0.02, "there is noise");
            assertNotEquals(one.info().identity(), two.info().identity());
        }
    }

    @Test
    void aNetworkWithoutNoiseHasNoStrokes() {
        TinyNetworks.identity01().write(folder.resolve("net.onnx"));
        Usage e = assertThrows(Usage.class, () -> Stylizers.load(new Gallery(folder).find("net:strokes=2"), Models.CPU, 1, m -> { }).close());
        assertTrue(e.getMessage().contains("takes no noise"), e.getMessage());
        e = assertThrows(Usage.class, () -> Stylizers.load(new Gallery(folder).find("net:along=8"), Models.CPU, 1, m -> { }).close());
        assertTrue(e.getMessage().endsWith("takes no noise that is carried with things, so along has to be 0 but is 8"), e.getMessage());
    }

    /** White noise has nothing to draw out: each of its pixels is another's. */
    @Test
    void whiteNoiseGoesAlongNothing() {
        TinyNetworks.videoBlendNoise(0.05f).write(folder.resolve("net.onnx"));
        Usage e = assertThrows(Usage.class, () -> Stylizers.load(new Gallery(folder).find("net:along=8"), Models.CPU, 1, m -> { }).close());
        assertTrue(e.getMessage().contains("carried"), e.getMessage());
        e = assertThrows(Usage.class, () -> Stylizers.load(new Gallery(folder).find("net:broad=2"), Models.CPU, 1, m -> { }).close());
        assertTrue(e.getMessage().endsWith("takes no noise that is carried with things, so broad has to be 1 but is 2"), e.getMessage());
    }
}
