package org.impasto.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.impasto.cli.App;
import org.impasto.media.Audio;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of a comparison in a real browser: a clip of odd size, of two shots, with sound, and with a name that would like to be a script. */
@Timeout(300)
class PageInBrowserTest {
    private static final int W = 161;
    private static final int H = 91;
    private static final int FRAMES = 30;
    private static final int CUT = 16;
    private static final String NAME = "\"><script>document.title='owned'<&.mkv";

    @TempDir
    static Path folder;
    private static Path compared;
    private static Browser browser;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        Optional<Path> chromium = Browser.executable();
        assumeTrue(chromium.isPresent(), "no chromium on the PATH: the page is not tested in a browser");
        compared = folder.resolve("compared");
        Path model = TinyNetworks.flickeryPainter().write(folder.resolve("painter.onnx"));
        assertEquals(0, new App(new PrintStream(PrintStream.nullOutputStream()), System.err).run("compare", "-i", clip().toString(), "-o", compared.toString(), "--style",
                model.toString(), "--device", "cpu", "--progress", "none"));
        assertTrue(Clips.probe(compared.resolve("side-by-side.mp4")).otherStreams().toString().contains("audio"), "the source's sound");
        browser = Browser.start(chromium.get());
    }

    private static Path clip() {
        Path file = folder.resolve(NAME);
        VideoInfo info = new VideoInfo("ffv1", W, H, "gbrp", 8, new Rational(1, 1000), new Rational(25, 1), Rational.ONE, FRAMES, 0, false,
                new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        EncodeSettings lossless = new EncodeSettings(Optional.of("ffv1"), OptionalInt.empty(), Optional.empty(), Optional.empty(), Map.of(), false);
        Scene one = Scenes.random(1, W, H, CUT);
        Scene two = Scenes.random(2, W, H, FRAMES - CUT);
        try (FrameSink sink = Clips.create(file, info, lossless, true, m -> { }, Optional.of(new Audio(48000, 1, new float[48000 * FRAMES / 25])))) {
            for (int t = 0; t < FRAMES; t++) {
                sink.write(new Frame(t, 40L * t, 40, (t < CUT ? one.frame(t) : two.frame(t - CUT)).image()));
            }
            sink.finish();
        }
        return file;
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.size(1280, 900, false);
        browser.open(compared.resolve("report.html"));
        browser.await("document.querySelector('#film').readyState >= 2");
    }

    private static int frame() {
        return browser.eval("Number(document.querySelector('#scrub').value)").asInt();
    }

    /** What the left picture shows, as a string that differs where the picture does. */
    private static String seen() {
        browser.await("!document.querySelector('#film').seeking");
        browser.eval("document.querySelector('.stage').scrollIntoView({behavior: 'instant', block: 'center'})");
        browser.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        String picture = browser.call("Page.captureScreenshot", Map.of("format", "png", "clip", clipOf(".stage"))).path("data").asText();
        return picture.length() + " letters, " + picture.hashCode();
    }

    private static JsonNode clipOf(String selector) {
        return browser.eval("(r => ({x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height, scale: 1}))(document.querySelector('" + selector
                + "').getBoundingClientRect())");
    }

    @Test
    void itLoadsWithoutComplaintAndItsNameIsHarmless() {
        assertEquals(List.of(), browser.complaints());
        assertEquals(NAME, browser.eval("document.querySelector('h1').textContent").asText());
        assertTrue(browser.eval("document.title").asText().startsWith(NAME));
        assertEquals(2, browser.eval("document.scripts.length").asInt(), "the data and ours");
        assertTrue(browser.eval("document.querySelector('#provenance').textContent").asText().contains(NAME.replace("'", "'\\''")));
        assertTrue(browser.eval("[...document.images].every(i => i.loading === 'lazy')").asBoolean());
        browser.eval("[...document.images].forEach(i => i.loading = 'eager')");
        browser.await("[...document.images].every(i => i.complete && i.naturalWidth > 0)");
        assertTrue(browser.eval("document.images.length").asInt() > 0);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void theFilmPlaysAndStopsByKey() {
        browser.key(" ");
        browser.await("Number(document.querySelector('#scrub').value) > 5");
        browser.key(" ");
        browser.await("document.querySelector('#film').paused");
        int at = frame();
        assertTrue(at > 5, "frame " + at);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void everyFrameCanBeSteppedTo() {
        String before = seen();
        for (int t = 1; t < FRAMES; t++) {
            browser.key(".");
            String now = seen();
            assertEquals(t, frame());
            assertNotEquals(before, now, "frame " + t + " looks like the one before");
            assertEquals(t, (int) Math.floor(browser.eval("document.querySelector('#film').currentTime").asDouble() * 25), "the film stands in the middle of a frame");
            before = now;
        }
        browser.key(",");
        seen();
        assertEquals(FRAMES - 2, frame());
    }

    @Test
    void theWipeMoves() {
        browser.eval("document.querySelector('#wipe').focus()");
        String half = seen();
        for (int i = 0; i < 20; i++) {
            browser.key("ArrowRight");
        }
        assertNotEquals(half, seen());
        assertEquals("60", browser.eval("document.querySelector('#wipe').value").asText());
        assertTrue(browser.eval("document.querySelector('.stage .b').style.clipPath").asText().contains("60%"));
        browser.click(".stage", 0.25);
        assertEquals(25, browser.eval("Number(document.querySelector('#wipe').value)").asDouble(), 1);
    }

    @Test
    void keysShowEachPictureAlone() {
        browser.key(".");
        browser.key("1");
        String source = seen();
        browser.key("2");
        String baseline = seen();
        browser.key("3");
        String coherent = seen();
        browser.key("d");
        String difference = seen();
        assertEquals(4, List.of(source, baseline, coherent, difference).stream().distinct().count());
        browser.key("2");
        browser.key("s");
        assertEquals("coherent", browser.eval("document.querySelector('.tag.left').textContent").asText());
        assertNotEquals(baseline, seen());
        browser.key("w");
        browser.key("s");
        assertEquals("coherent", browser.eval("document.querySelector('.tag.left').textContent").asText());
        assertEquals("baseline", browser.eval("document.querySelector('.tag.right').textContent").asText());
        browser.key("l");
        assertFalse(browser.eval("document.querySelector('.loupes').hidden").asBoolean());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aClickOnAPlotSeeks() {
        browser.click("[data-plot=e_warp] .area", 0.72);
        seen();
        assertEquals((int) (0.72 * FRAMES), frame());
        browser.key("ArrowRight");
        seen();
        assertEquals((int) (0.72 * FRAMES) + 1, frame());
        assertTrue(browser.eval("document.querySelector('[data-plot=e_warp] .values').textContent").asText().startsWith("frame 22: source 0.0"));
        assertEquals(1, browser.eval("document.querySelectorAll('[data-plot=e_warp] .cut').length").asInt());
    }

    @Test
    void tabReachesEverythingAndShowsWhere() {
        browser.eval("document.body.focus()");
        int stops = browser.eval("document.querySelectorAll('a, button, input, [tabindex=\"0\"]').length").asInt();
        for (int i = 0; i < stops; i++) {
            browser.key("Tab");
            assertEquals("solid", browser.eval("getComputedStyle(document.activeElement).outlineStyle").asText(), "stop " + i);
        }
        assertEquals(stops - 1, browser.eval("[...document.querySelectorAll('a, button, input, [tabindex=\"0\"]')].indexOf(document.activeElement)").asInt());
    }

    @Test
    void nothingIsWiderThanANarrowScreen() throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {400, 1280}) {
                browser.size(width, 900, dark);
                assertTrue(browser.eval("document.documentElement.scrollWidth").asInt() <= width);
                Path pictures = Files.createDirectories(Path.of("target", "page"));
                Files.write(pictures.resolve(width + (dark ? "-dark" : "-light") + ".png"), browser.picture());
            }
        }
        JsonNode figures = new ObjectMapper().readTree(compared.resolve("metrics.json").toFile());
        assertEquals(FRAMES, figures.get("frames").size());
    }
}
