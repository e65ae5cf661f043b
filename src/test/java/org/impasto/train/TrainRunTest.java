package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException;
import org.impasto.image.Image;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainRunTest {
    @TempDir
    private Path folder;
    private TinyTraining tiny;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        tiny = new TinyTraining(folder);
    }

    @Test
    void resumedRunGivesTheBitsOfTheUninterruptedOne() throws IOException {
        assertEquals(8, tiny.run(tiny.settings("whole", 8)));
        TrainSettings halves = tiny.settings("halves", 8);
        ImpastoException.Cancelled stopped = assertThrows(ImpastoException.Cancelled.class, () -> tiny.stopped(halves, 3));
        assertTrue(stopped.getMessage().contains("after step 3"), stopped.getMessage());
        assertFalse(Files.exists(halves.output()));
        assertEquals(3, Checkpoint.state(halves.checkpoint()).step());
        // The number of steps comes with the checkpoint.
        assertEquals(8, tiny.run(tiny.settings("halves", 0, Optional.of(halves.checkpoint()), 64)));
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole.onnx")), Files.readAllBytes(halves.output()));
        // Steps do change the weights.
        tiny.run(tiny.settings("short", 1));
        assertFalse(Arrays.equals(Files.readAllBytes(folder.resolve("short.onnx")), Files.readAllBytes(halves.output())));
    }

    @Test
    void modelComesWithItsNotesAndPaints() throws IOException {
        tiny.run(tiny.settings("tiny-style", 2));
        JsonNode json = new ObjectMapper().readTree(folder.resolve("tiny-style.json").toFile());
        assertEquals("Tiny Style", json.path("title").asText());
        assertEquals("video", json.path("kind").asText());
        assertEquals(2, json.path("training").path("steps").asInt());
        assertEquals(org.impasto.Digests.ofInput(folder.resolve("tiny-style.onnx")), json.path("sha256").asText());
        assertTrue(Files.size(folder.resolve("tiny-style.preview.png")) > 0);
        assertEquals(2, tiny.progress.get(tiny.progress.size() - 1).step());
        try (Stylizer stylizer = Stylizers.load(folder.resolve("tiny-style.onnx"), DeviceChoice.parse("cpu"), 1, s -> { })) {
            assertEquals(30 * 22 * 3, stylizer.stylize(new Image(30, 22), Optional.empty(), 0).data().length);
        }
        assertThrows(ImpastoException.OutputFailed.class, () -> tiny.run(tiny.settings("tiny-style", 2)));
    }

    @Test
    void otherSettingsAreRefusedByName() throws IOException {
        TrainSettings first = tiny.settings("a", 4);
        assertThrows(ImpastoException.Cancelled.class, () -> tiny.stopped(first, 1));
        Optional<Path> resume = Optional.of(first.checkpoint());
        refused("--stroke 64, now it is 80", tiny.settings("a", 4, resume, 80));
        refused("made with --steps 4, not with --steps 5", tiny.settings("a", 5, resume, 64));
        TinyTraining.picture(tiny.painting, 2, 90, 70);
        refused("another --style-image", tiny.settings("a", 4, resume, 64));
        Files.write(folder.resolve("no.checkpoint"), new byte[100]);
        ImpastoException e = assertThrows(ImpastoException.BadInput.class,
                () -> tiny.run(tiny.settings("a", 4, Optional.of(folder.resolve("no.checkpoint")), 64)));
        assertTrue(e.getMessage().contains("not a whole checkpoint"), e.getMessage());
    }

    private void refused(String why, TrainSettings settings) {
        ImpastoException e = assertThrows(ImpastoException.Usage.class, () -> tiny.run(settings));
        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void lossThatIsNoNumberStopsAndKeepsTheCheckpoint() throws IOException {
        TrainSettings first = tiny.settings("a", 4);
        assertThrows(ImpastoException.Cancelled.class, () -> tiny.stopped(first, 2));
        byte[] good = Files.readAllBytes(first.checkpoint());
        TrainRun run = new TrainRun(tiny.settings("a", 4, Optional.of(first.checkpoint()), 64), tiny, () -> false);
        try (NoGradGuard none = new NoGradGuard()) {
            Tensor weight = run.trainer().network().layers().get(0).conv().weight();
            weight.mul_(new Scalar(Double.NaN));
        }
        Diverged e = assertThrows(Diverged.class, run::run);
        assertTrue(e.getMessage().contains("step 3") && e.getMessage().contains("checkpoint of step 2 is kept"), e.getMessage());
        assertArrayEquals(good, Files.readAllBytes(first.checkpoint()));
        assertFalse(Files.exists(first.output()));
    }

    @Test
    void unreadablePhotographsAreSkippedAsLongAsOneIsLeft() throws IOException {
        Files.writeString(tiny.content.resolve("photo0.png"), "no picture");
        Files.writeString(tiny.content.resolve("photo2.png"), "no picture");
        assertEquals(1, tiny.run(tiny.settings("a", 1)));
        assertEquals(1, tiny.messages.stream().filter(m -> m.contains("photo0.png") && m.endsWith("skipped")).count(),
                tiny.messages.toString());
        Files.writeString(tiny.content.resolve("photo1.png"), "no picture");
        ImpastoException e = assertThrows(ImpastoException.BadInput.class, () -> tiny.run(tiny.settings("b", 1)));
        assertTrue(e.getMessage().contains("none of the 3 pictures"), e.getMessage());
    }
}
