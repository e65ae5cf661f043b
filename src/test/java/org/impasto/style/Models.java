package org.impasto.style;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.style.onnx.OnnxGraph;

/** What the tests of this package share. */
final class Models {
    static final DeviceChoice CPU = DeviceChoice.parse("cpu");

    private Models() {
    }

    static Stylizer load(Path folder, OnnxGraph graph) {
        return load(folder, graph, 1);
    }

    static Stylizer load(Path folder, OnnxGraph graph, int threads) {
        return load(folder, graph, threads, new ArrayList<>());
    }

    static Stylizer load(Path folder, OnnxGraph graph, int threads, List<String> messages) {
        return Stylizers.load(graph.write(folder.resolve("net.onnx")), CPU, threads, messages::add);
    }

    static Image picture(int width, int height, long seed) {
        Image image = new Image(width, height);
        fill(image.data(), seed);
        return image;
    }

    static Plane plane(int width, int height, long seed) {
        Plane plane = new Plane(width, height);
        fill(plane.data(), seed);
        return plane;
    }

    private static void fill(float[] data, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextFloat();
        }
    }

    static float furthest(float[] a, float[] b) {
        float d = 0;
        for (int i = 0; i < a.length; i++) {
            d = Math.max(d, Math.abs(a[i] - b[i]));
        }
        return d;
    }
}
