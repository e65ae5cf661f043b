package org.impasto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.impasto.flow.FloFile;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.media.Clips;
import org.impasto.media.ColorInfo;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.Rational;
import org.impasto.media.VideoInfo;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.impasto.scene.TrueMotion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on lossless clips: two shots of 12 and 6 frames of moving layers. */
class MeasureCommandTest {
    private static final int W = 128;
    private static final int H = 72;
    private static final int FRAMES = 18;
    private static final int CUT = 12;

    @TempDir
    static Path folder;
    private static Path source;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void make() {
        source = clip("source.mkv", FRAMES, 25, MeasureCommandTest::shown);
    }

    private static Image shown(int t) {
        Scene one = Scenes.random(1, W, H, CUT);
        Scene two = Scenes.random(2, W, H, FRAMES - CUT);
        return t < CUT ? one.frame(t).image() : two.frame(t - CUT).image();
    }

    private static Path clip(String name, int frames, int rate, IntFunction<Image> pictures) {
        Image first = pictures.apply(0);
        VideoInfo info = new VideoInfo("ffv1", first.width(), first.height(), "gbrp", 8, new Rational(1, 1000), new Rational(rate, 1), Rational.ONE,
                frames, 0, false, new ColorInfo("unknown", "unknown", "unknown", "unknown"));
        EncodeSettings lossless = new EncodeSettings(Optional.of("ffv1"), OptionalInt.empty(), Optional.empty(), Optional.empty(), Map.of(), false);
        Path file = folder.resolve(name);
        try (FrameSink sink = Clips.create(file, info, lossless, true, m -> { }, Optional.empty())) {
            for (int t = 0; t < frames; t++) {
                sink.write(new Frame(t, 1000L * t / rate, 1000 / rate, pictures.apply(t)));
            }
            sink.finish();
        }
        return file;
    }

    private int run(Object... args) {
        String[] line = new String[args.length + 1];
        line[0] = "measure";
        for (int i = 0; i < args.length; i++) {
            line[i + 1] = args[i].toString();
        }
        return new App(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)).run(line);
    }

    private JsonNode measured(Path stylized) throws IOException {
        Path json = folder.resolve("figures.json");
        assertEquals(0, run("-i", source, "-s", stylized, "--reference", source, "--json", json), err.toString());
        return new ObjectMapper().readTree(json.toFile());
    }

    private void refused(String expected, Object... args) {
        assertEquals(3, run(args), err.toString());
        assertTrue(err.toString().contains(expected), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertEquals("", out.toString());
    }

    private static double mean(JsonNode figures, String metric) {
        return figures.get("clip").get(metric).get("mean").asDouble();
    }

    @Test
    void theSourceAgainstItselfIsItsOwnFloor() throws IOException {
        Path csv = folder.resolve("figures.csv");
        Path json = folder.resolve("all.json");
        assertEquals(0, run("-i", source, "-s", source, "--json", json, "--csv", csv), err.toString());
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertEquals(1, figures.get("schema").asInt());
        assertTrue(figures.get("flow").asText().startsWith("farneback"), "the flow is named");
        assertEquals(mean(figures, "source_e_warp"), mean(figures, "e_warp"));
        assertEquals(FRAMES - 2, figures.get("clip").get("e_warp").get("frames").asInt(), "no figure at a shot's beginning");
        assertEquals(2, figures.get("shots").size());
        assertEquals(CUT, figures.get("shots").get(1).get("firstFrame").asInt());
        assertEquals(2, figures.get("shots").get(0).get("figures").get("e_warp_10").get("frames").asInt());
        assertFalse(figures.get("clip").has("sharpness"), "without a reference");
        assertFalse(figures.toString().contains("NaN"));
        List<String> lines = Files.readAllLines(csv);
        assertEquals(FRAMES + 1, lines.size());
        int columns = lines.get(0).split(",", -1).length;
        assertTrue(lines.stream().allMatch(l -> l.split(",", -1).length == columns));
        assertTrue(out.toString().contains("shot from frame 12, 0.480 s"), out.toString());
    }

    @Test
    void flickerIsLessCalm() throws IOException {
        JsonNode figures = measured(clip("flicker.mkv", FRAMES, 25, t -> brighter(shown(t), t % 2 == 0 ? 0.1f : 0)));
        assertTrue(mean(figures, "e_warp") > 3 * mean(figures, "source_e_warp"));
    }

    @Test
    void blurIsCalmerAndSofter() throws IOException {
        JsonNode figures = measured(clip("blur.mkv", FRAMES, 25, t -> blurred(shown(t))));
        assertTrue(mean(figures, "e_warp") < mean(figures, "source_e_warp"), "the warp error praises it");
        assertTrue(mean(figures, "sharpness_fine") < 0.2, "the sharpness does not");
        assertTrue(mean(figures, "structure_distance") > 0.02);
    }

    @Test
    void aFrozenFilmIsFarFromItsReference() throws IOException {
        JsonNode figures = measured(clip("frozen.mkv", FRAMES, 25, t -> shown(0)));
        assertTrue(mean(figures, "structure_distance") > 0.2);
        assertTrue(mean(figures, "e_warp") > 2 * mean(figures, "source_e_warp"), "the source moves");
    }

    @Test
    void aRenderThatIsAFrameLateIsFarFromItsReference() throws IOException {
        JsonNode figures = measured(clip("late.mkv", FRAMES, 25, t -> shown(Math.max(0, t - 1))));
        assertTrue(mean(figures, "structure_distance") > 0.02, figures.get("clip").get("structure_distance").toString());
        assertEquals(1, mean(figures, "sharpness"), 0.1);
    }

    @Test
    void trueMotionFromFilesExplainsTheSourceBetterThanAnEstimate() throws IOException {
        Scene scene = Scenes.random(1, W, H, CUT);
        Path clip = clip("layers.mkv", CUT, 25, t -> scene.frame(t).image());
        for (int t = 1; t < CUT; t++) {
            TrueMotion motion = scene.frame(t).forward();
            Path flow = Files.createDirectories(folder.resolve("motion/flow/layers"));
            FloFile.write(flow.resolve(String.format("frame_%04d.flo", t)), motion.flow());
            BufferedImage mask = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < W * H; i++) {
                mask.getRaster().setSample(i % W, i / W, 0, motion.occlusion().data()[i] > 0 ? 255 : 0);
            }
            Path masks = Files.createDirectories(folder.resolve("motion/occlusions/layers"));
            ImageIO.write(mask, "png", masks.resolve(String.format("frame_%04d.png", t)).toFile());
        }
        Path json = folder.resolve("true.json");
        assertEquals(0, run("-i", clip, "-s", clip, "--flow", folder.resolve("motion"), "--json", json), err.toString());
        JsonNode exact = new ObjectMapper().readTree(json.toFile());
        assertEquals(0, run("-i", clip, "-s", clip, "--json", json), err.toString());
        JsonNode estimated = new ObjectMapper().readTree(json.toFile());
        assertEquals("true motion from files, sequence layers", exact.get("flow").asText());
        assertTrue(mean(exact, "e_stab") < mean(estimated, "e_stab") || mean(exact, "measured") > mean(estimated, "measured"),
                exact.get("clip") + " " + estimated.get("clip"));
        assertFalse(exact.get("clip").has("ghosting"), "forward flow alone does not tell what appears");
    }

    private static Image brighter(Image image, float by) {
        Image result = new Image(W, H);
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = 0.8f * image.data()[i] + by;
        }
        return result;
    }

    private static Image blurred(Image image) {
        Image result = new Image(W, H);
        for (int c = 0; c < 3; c++) {
            Plane channel = new Plane(W, H);
            System.arraycopy(image.data(), c * W * H, channel.data(), 0, W * H);
            System.arraycopy(BoxBlur.of(channel, 2, Rows.SERIAL).data(), 0, result.data(), c * W * H, W * H);
        }
        return result;
    }

    @Test
    void clipsOfOtherSizeLengthOrRateAreRefused() {
        Path small = clip("small.mkv", FRAMES, 25, t -> new Image(64, 48));
        refused("small.mkv is 64x48, but the source 128x72", "-i", source, "-s", small);
        err.reset();
        Path cut = clip("cut.mkv", 15, 25, MeasureCommandTest::shown);
        refused("cut.mkv ends after 15 frames, but", "-i", source, "-s", cut);
        err.reset();
        refused("cut.mkv ends after 15 frames, but", "-i", source, "-s", source, "--reference", cut);
        err.reset();
        refused("cut.mkv ends after 15 frames, but", "-i", cut, "-s", source);
        err.reset();
        Path slow = clip("slow.mkv", FRAMES, 24, MeasureCommandTest::shown);
        refused("slow.mkv shows frame 2 at 0.0830 s", "-i", source, "-s", slow);
    }

    @Test
    void whatIsMissingIsSaid() {
        refused("nowhere.mp4 does not exist", "-i", source, "-s", "nowhere.mp4");
        err.reset();
        refused("--flow: 'dos' is neither farneback nor tvl1 nor dis nor a folder", "-i", source, "-s", source, "--flow", "dos");
        err.reset();
        assertEquals(2, run("-i", source, "-s", source, "--json", source));
        assertTrue(err.toString().contains("--json: " + source + " is the clip itself"), err.toString());
        err.reset();
        assertEquals(5, run("-i", source, "-s", source, "--csv", folder.resolve("no/where.csv")));
    }
}
