package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Prior;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxExportTest {
    /** With full trust no noise enters, so that both sides see the same inputs. */
    @ParameterizedTest
    @EnumSource(Preset.class)
    void exportedNetworkEqualsTheTrainedOne(Preset preset, @TempDir Path folder) throws IOException {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
        StyleNetwork net = new StyleNetwork(preset);
        int w = 64;
        int h = 64;
        Random random = new Random(4);
        Image content = random(random, w, h);
        Image prior = random(random, w, h);
        Plane trust = new Plane(w, h);
        Arrays.fill(trust.data(), 1);
        try (NoGradGuard none = new NoGradGuard()) {
            // One pass in training mode, so that the statistics that are folded are not the initial ones.
            Tensor c = Pictures.tensor(content.data(), 1, 3, h, w);
            Tensor p = Pictures.tensor(prior.data(), 1, 3, h, w);
            Tensor m = ones(1, 1, h, w);
            net.train(true);
            net.forward(c, p, m, randn(1, 1, h, w));
            net.eval();
            // The stylizer mirrors what it gives a video network over its edges.
            int side = 8;
            int all = w + 2 * side;
            Tensor whole = net.forward(wider(c, side), wider(p, side), ones(1, 1, all, all), randn(1, 1, all, all));
            float[] wanted = Pictures.floats(whole.narrow(2, side, h).narrow(3, side, w));
            Path file = folder.resolve("net.onnx");
            OnnxExport.write(net, file);
            // And a size that needs no padding, which would change pixels near the edges.
            Files.writeString(folder.resolve("net.json"), "{\"input\":{\"range\":[0,1],\"multiple\":4},\"output\":{\"range\":[0,1]}}");
            try (Stylizer stylizer = Stylizers.load(file, DeviceChoice.parse("cpu"), 1, s -> { })) {
                float[] found = stylizer.stylize(content, Optional.of(new Prior(prior, trust)), 0).data();
                for (int i = 0; i < wanted.length; i++) {
                    assertEquals(wanted[i], found[i], 1e-4f);
                }
            }
        }
    }

    private static Tensor wider(Tensor t, int side) {
        return reflection_pad2d(t, side, side, side, side);
    }

    private static Image random(Random random, int w, int h) {
        Image image = new Image(w, h);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = random.nextFloat();
        }
        return image;
    }
}
