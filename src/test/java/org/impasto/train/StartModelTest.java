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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.impasto.ImpastoException;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Prior;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.impasto.style.onnx.OnnxGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartModelTest {
    private static final Path SHIPPED = Path.of("models/starry-night.onnx");

    @TempDir
    private Path folder;
    private TinyTraining tiny;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        tiny = new TinyTraining(folder);
    }

    @Test
    void beforeAnyStepTheNetworkIsTheOneStartedFrom() throws IOException {
        TrainSettings settings = from("a", 4, SHIPPED, Optional.empty());
        StyleNetwork net = new TrainRun(settings, tiny, () -> false).trainer().network();
        double gain = net.layers().get(3).norm().weight().sub(torch.ones(48)).abs().max().item_float();
        assertTrue(gain > 0.01, "the batch norms have statistics of their own");
        Path file = folder.resolve("again.onnx");
        OnnxExport.write(net, file);
        float[] wanted = paint(SHIPPED);
        float[] found = paint(file);
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], found[i], 1e-4f);
        }
    }

    @Test
    void resumedRunGivesTheBitsOfTheUninterruptedOne() throws IOException {
        tiny.run(from("whole", 5, SHIPPED, Optional.empty()));
        TrainSettings halves = from("halves", 5, SHIPPED, Optional.empty());
        assertThrows(ImpastoException.Cancelled.class, () -> tiny.stopped(halves, 2));
        Optional<Path> checkpoint = Optional.of(halves.checkpoint());
        ImpastoException.Usage e = assertThrows(ImpastoException.Usage.class, () -> tiny.run(tiny.settings("halves", 0, checkpoint, 64)));
        assertTrue(e.getMessage().contains("was made with --start-from "), e.getMessage());
        tiny.run(from("halves", 0, SHIPPED, checkpoint));
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole.onnx")), Files.readAllBytes(halves.output()));
        assertFalse(Arrays.equals(Files.readAllBytes(SHIPPED), Files.readAllBytes(halves.output())));
    }

    /** The painting is what another style makes of the photographs; that style is found, and what is no network of ours is passed over. */
    @Test
    void nearestStyleIsTakenAndHasThePaintingsColours() throws IOException {
        Path auvers = Path.of("models/auvers.onnx");
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
        TrainSettings settings = tiny.settings("a", 1, Start.nearest(List.of(text, SHIPPED, auvers)), Optional.empty(), 64);
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            Tensor painted = alone(tiny.settings("b", 1, Start.from(auvers), Optional.empty(), 64));
            Pictures.write(List.of(painted.narrow(0, 0, 1), painted.narrow(0, 1, 1), painted.narrow(0, 2, 1)), tiny.painting);
            Tensor found = alone(settings);
            assertEquals(0, Math.abs(mean(found, 0) - mean(painted, 0)), 0.05);
            assertTrue(Math.abs(mean(alone(from("c", 1, SHIPPED, Optional.empty())), 0) - mean(painted, 0)) > 0.1, "the other style's red is another");
        }
        tiny.run(settings);
        JsonNode training = new ObjectMapper().readTree(folder.resolve("a.json").toFile()).path("training");
        assertEquals("auvers.onnx", training.path("startFrom").asText());
        assertTrue(training.path("recoloured").asBoolean());
        assertTrue(tiny.messages.stream().anyMatch(m -> m.contains("nearest style, " + auvers)), tiny.messages.toString());
    }

    @Test
    void whereNoStyleFitsTheWeightsAreRandom() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
        tiny.run(tiny.settings("a", 1, Start.nearest(List.of(text)), Optional.empty(), 64));
        tiny.run(tiny.settings("b", 1));
        assertArrayEquals(Files.readAllBytes(folder.resolve("b.onnx")), Files.readAllBytes(folder.resolve("a.onnx")));
    }

    /** The gallery need not be asked again: the checkpoint says which style it was. */
    @Test
    void resumedRunBeginsWithTheStyleThatWasNearest() throws IOException {
        Start nearest = Start.nearest(List.of(SHIPPED, Path.of("models/the-scream.onnx")));
        tiny.run(tiny.settings("whole", 4, nearest, Optional.empty(), 64));
        TrainSettings halves = tiny.settings("halves", 4, nearest, Optional.empty(), 64);
        assertThrows(ImpastoException.Cancelled.class, () -> tiny.stopped(halves, 2));
        tiny.run(tiny.settings("halves", 0, nearest, Optional.of(halves.checkpoint()), 64));
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole.onnx")), Files.readAllBytes(halves.output()));
        ObjectMapper json = new ObjectMapper();
        assertEquals(json.readTree(folder.resolve("whole.json").toFile()).path("training"), json.readTree(folder.resolve("halves.json").toFile()).path("training"));
    }

    private Tensor alone(TrainSettings settings) {
        StyleNetwork net = new TrainRun(settings, tiny, () -> false).trainer().network();
        net.eval();
        Tensor photographs = Sequences.stack(IntStream.range(0, 3)
                .mapToObj(i -> Pictures.read(tiny.content.resolve("photo" + i + ".png"), 48).narrow(2, 0, 48).narrow(3, 0, 48)).toList());
        return net.forward(photographs, torch.zeros(3, 3, 48, 48), torch.zeros(3, 1, 48, 48), torch.zeros(3, 1, 48, 48));
    }

    private static float mean(Tensor pictures, int channel) {
        return pictures.narrow(1, channel, 1).mean().item_float();
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
        refused(text, "is not a model that impasto train wrote");
        OnnxGraph g = new OnnxGraph("other");
        String x = g.input("x", 1, 3, -1, -1);
        g.output(g.conv(x, new float[81], new float[3], 3, 3, 3, 1, 1), "y", 1, 3, -1, -1);
        refused(g.write(folder.resolve("other.onnx")), "convolution 1 of 14 should be 8 to 32 channels, 6x6, stride 2, is 3 to 3 channels, 3x3");
        refused(folder.resolve("none.onnx"), "does not exist");
    }

    private void refused(Path model, String why) {
        ImpastoException e = assertThrows(ImpastoException.BadInput.class, () -> tiny.run(from("a", 1, model, Optional.empty())));
        assertTrue(e.getMessage().startsWith("--start-from: ") && e.getMessage().contains(why), e.getMessage());
    }

    private TrainSettings from(String name, long steps, Path model, Optional<Path> resume) {
        return tiny.settings(name, steps, Start.from(model), resume, 64);
    }

    private float[] paint(Path model) throws IOException {
        Image content = Pattern.of(64, 48, 3);
        Plane trust = new Plane(64, 48);
        Arrays.fill(trust.data(), 0, 64 * 24, 1);
        Path copy = Files.copy(model, folder.resolve("copy-" + model.getFileName()));
        Files.writeString(folder.resolve(copy.getFileName().toString().replace(".onnx", ".json")),
                "{\"input\":{\"range\":[0,1],\"multiple\":4},\"output\":{\"range\":[0,1]}}");
        try (Stylizer stylizer = Stylizers.load(copy, DeviceChoice.parse("cpu"), 1, s -> { })) {
            return stylizer.stylize(content, Optional.of(new Prior(Pattern.of(64, 48, 5), trust)), 0).data();
        }
    }

    /** Smooth pictures. */
    private static final class Pattern {
        static Image of(int w, int h, double pace) {
            Image image = new Image(w, h);
            for (int i = 0; i < image.data().length; i++) {
                image.data()[i] = (float) (0.5 + 0.4 * Math.sin(i % w / pace + i / w * 0.1 * pace));
            }
            return image;
        }
    }
}
