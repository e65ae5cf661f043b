package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.rand;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossWeightsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void libtorch() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
    }

    @Test
    void torchvisionsNamesAreReadWithItsNormalisation() throws IOException {
        Path file = folder.resolve("vgg.safetensors");
        TinyTraining.network(file, TinyTraining.TORCHVISION, 3);
        Map<String, Tensor> weights = LossWeights.read(file);
        assertEquals(12, weights.size());
        assertArrayEquals(Pictures.floats(new Safetensors(file).tensor("features.10.weight")),
                Pictures.floats(weights.get("conv3_1.weight")));
        // ImageNet's mean must come out as 0, and one deviation above it as 1.
        float[] w = Pictures.floats(weights.get("preprocess.weight"));
        float[] b = Pictures.floats(weights.get("preprocess.bias"));
        assertEquals(0, w[0] * 0.485 + b[0], 1e-6);
        assertEquals(1, w[4] * (0.456 + 0.224) + b[1], 1e-6);
        assertEquals(0, w[8] * 0.406 + b[2], 1e-6);
        assertEquals(4, new LossNetwork(file, Place.PROCESSOR).features(rand(1, 3, 32, 32)).size());
    }

    @Test
    void otherFilesAreRefusedWithWhatWasExpectedAndFound() throws IOException {
        Path file = folder.resolve("x.safetensors");
        Files.writeString(file, "this is a text and no network at all");
        refused(file, "does not begin with the length of a header");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0});
        refused(file, "it is a zip, as PyTorch's own .pth files are");
        Files.write(file, new byte[0]);
        refused(file, "does not begin with the length of a header");
        TinyTraining.network(file, new String[] {"a", "b", "c", "d", "e"}, 3);
        refused(file, "there is no features.0.weight but a.bias, a.weight");
        TinyTraining.network(file, TinyTraining.TORCHVISION, 5);
        refused(file, "features.0.weight should have the shape [any, 3, 3, 3] but has [4, 5, 3, 3]");
        TinyTraining.network(file, new String[] {"features.0", "features.1", "features.3", "features.4", "features.7"}, 3);
        refused(file, "batch norm");
        TinyTraining.network(file, TinyTraining.OURS, 3);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 10));
        refused(file, "conv3_1.bias lies outside the file, which seems to be cut off");
    }

    private static void refused(Path file, String why) {
        ImpastoException e = assertThrows(ImpastoException.BadInput.class, () -> LossWeights.read(file));
        assertTrue(e.getMessage().contains(why) && e.getMessage().contains(file.toString()), e.getMessage());
    }
}
