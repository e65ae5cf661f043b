package org.impasto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that {@code compare} makes, and the page that {@code report} makes again. */
class CompareCommandTest {
    private static final int W = 128;
    private static final int H = 72;
    private static final int FRAMES = 14;

    @TempDir
    static Path folder;
    private static Path clip;
    private static Path model;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void make() {
        clip = folder.resolve("clip.mkv");
        VideoInfo info = new VideoInfo("ffv1", W, H, "gbrp", 8, new Rational(1, 1000), new Rational(25, 1), Rational.ONE, FRAMES, 0, false,
                new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        EncodeSettings lossless = new EncodeSettings(Optional.of("ffv1"), OptionalInt.empty(), Optional.empty(), Optional.empty(), Map.of(), false);
        Scene scene = Scenes.random(2, W, H, FRAMES);
        try (FrameSink sink = Clips.create(clip, info, lossless, true, m -> { }, Optional.empty())) {
            for (int t = 0; t < FRAMES; t++) {
                sink.write(new Frame(t, 40L * t, 40, scene.frame(t).image()));
            }
            sink.finish();
        }
        model = TinyNetworks.flickeryPainter().write(folder.resolve("painter.onnx"));
    }

    private int run(Object... args) {
        return new App(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    private int compare(Path target, Object... more) {
        List<Object> args = new ArrayList<>(List.of("compare", "-i", clip, "-o", target, "--style", model, "--device", "cpu", "--progress", "none"));
        args.addAll(List.of(more));
        return run(args.toArray());
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void itsFiguresAreThoseThatMeasureFinds() throws IOException {
        Path target = folder.resolve("lossless");
        assertEquals(0, compare(target, "--codec", "ffv1"), err.toString());
        assertTrue(out.toString().contains("flicker"), out.toString());
        Path alone = folder.resolve("measured.json");
        assertEquals(0, run("measure", "-i", clip, "-s", target.resolve("coherent.mkv"), "--reference", target.resolve("baseline.mkv"), "--json", alone));
        JsonNode own = json(target.resolve("metrics.json"));
        JsonNode other = json(alone);
        assertEquals(other.get("verdict").get("outcome"), own.get("verdict").get("outcome"));
        other.get("clip").properties().forEach(e -> assertEquals(e.getValue().get("mean").asDouble(), own.get("clip").get(e.getKey()).get("mean").asDouble(),
                0.01 * e.getValue().get("max").asDouble() + 1e-4, e.getKey() + ": one is measured before the frames are stored in 8 bits"));
        assertEquals(1, own.get("comparisonSchema").asInt());
        assertEquals(64, own.get("made").get("inputSha256").asText().length());
        assertTrue(own.get("made").get("command").asText().startsWith("impasto compare -i "));
        assertEquals(FRAMES + 1, Files.readAllLines(target.resolve("frames.csv")).size());
        assertTrue(Files.exists(target.resolve(own.get("panels").get("file").asText())));
        own.get("worst").forEach(w -> w.get("files").forEach(f -> assertTrue(Files.exists(target.resolve(f.asText())), f.asText())));
        assertFalse(Files.list(folder).anyMatch(f -> f.toString().endsWith(".part")));
    }

    @Test
    void oneSmallTurnedFrameIsNoVerdictAndStillAPage() throws IOException {
        Path small = folder.resolve("small.mp4");
        VideoInfo info = new VideoInfo("", 50, 36, "yuv420p", 8, new Rational(1, 25), new Rational(25, 1), new Rational(4, 3), 1, 90, false,
                new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        try (FrameSink sink = Clips.create(small, info, EncodeSettings.DEFAULTS, true, m -> { }, Optional.empty())) {
            sink.write(new Frame(0, 0, 1, Scenes.random(2, 50, 36, 1).frame(0).image()));
            sink.finish();
        }
        Path target = folder.resolve("one");
        assertEquals(0, run("compare", "-i", small, "-o", target, "--style", model + ":abstraction=3", "--device", "cpu", "--progress", "none"), err.toString());
        assertTrue(out.toString().contains("No verdict"), out.toString());
        JsonNode panels = json(target.resolve("metrics.json")).get("panels");
        assertEquals(36, panels.get("width").asInt(), "the picture stands upright");
        assertEquals(36 * 0.75 / 50, panels.get("aspect").asDouble(), 1e-9, "pixels four thirds as high as wide");
        VideoInfo beside = Clips.probe(target.resolve("side-by-side.mp4")).video();
        assertEquals(0, beside.rotation());
        assertEquals(3 * 36 + 2 * 4, beside.width());
        assertTrue(Files.readString(target.resolve("report.html")).contains("No verdict"));
        assertTrue(Files.readString(target.resolve("report.html")).contains(", abstraction 3, strength 1.00)"));
    }

    @Test
    void aFolderIsReplacedOnlyWhenAsked() throws IOException {
        Path target = folder.resolve("twice");
        assertEquals(0, compare(target, "--frames", "3-6"), err.toString());
        Files.writeString(target.resolve("notes.txt"), "mine");
        assertEquals(5, compare(target));
        assertTrue(err.toString().contains("give -y to replace"), err.toString());
        assertEquals(0, compare(target, "-y", "--frames", "2-4", "--codec", "ffv1"), err.toString());
        assertEquals("mine", Files.readString(target.resolve("notes.txt")));
        assertFalse(Files.exists(target.resolve("coherent.mp4")), "of the older comparison");
        JsonNode frames = json(target.resolve("metrics.json")).get("frames");
        assertEquals(3, frames.size());
        assertEquals(2, frames.get(0).get("frame").asInt());
        assertEquals(0, frames.get(0).get("seconds").asDouble());
    }

    @Test
    void anotherRenderTakesTheBaselinesPlace() throws IOException {
        Path target = folder.resolve("against");
        assertEquals(0, compare(target, "--against", clip), err.toString());
        assertFalse(Files.exists(target.resolve("baseline.mp4")));
        JsonNode made = json(target.resolve("metrics.json"));
        assertEquals(clip.toString(), made.get("reference").asText());
        assertEquals(made.get("made").get("inputSha256"), made.get("made").get("againstSha256"));
        assertEquals("other", made.get("panels").get("labels").get(1).asText());
    }

    @Test
    void whatCannotBeComparedIsSaidInOneSentence() throws IOException {
        assertEquals(3, run("compare", "-i", "nowhere.mp4", "-o", folder.resolve("x")));
        assertEquals(3, compare(folder.resolve("x"), "--against", "nowhere.mp4"));
        assertEquals(3, compare(folder.resolve("x"), "--flow", "dos"));
        assertEquals(2, compare(folder.resolve("x"), "--frames", "1-2", "--start", "1"));
        assertEquals(5, compare(folder), "the clip is in it");
        assertEquals(5, err.toString().lines().count(), err.toString());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void thePageIsMadeAgainFromTheFigures() throws IOException {
        Path target = folder.resolve("again");
        assertEquals(0, compare(target), err.toString());
        String page = Files.readString(target.resolve("report.html"));
        Files.delete(target.resolve("report.html"));
        assertEquals(0, run("report", "--from", target.resolve("metrics.json")), err.toString());
        assertEquals(page, Files.readString(target.resolve("report.html")));
        Path copy = folder.resolve("copy");
        assertEquals(0, run("report", "--from", target.resolve("metrics.json"), "-o", copy), err.toString());
        assertEquals(page, Files.readString(copy.resolve("report.html")));
        assertTrue(Files.exists(copy.resolve("side-by-side.mp4")));
    }

    @Test
    void figuresThatAreNotOursAreRefused() throws IOException {
        Path file = folder.resolve("strange.json");
        for (String text : List.of("no json", "{}", "{\"comparisonSchema\":99}", "{\"comparisonSchema\":1}")) {
            Files.writeString(file, text);
            assertEquals(3, run("report", "--from", file), text);
        }
        Files.writeString(file, """
                {"comparisonSchema":1,"verdict":{},"panels":{"file":"../../secret.mp4"},"made":{},"clip":{},"shots":[],"frames":[{}],"worst":[]}""");
        assertEquals(3, run("report", "--from", file));
        assertTrue(err.toString().contains("names a file that a comparison does not have: ../../secret.mp4"), err.toString());
    }
}
