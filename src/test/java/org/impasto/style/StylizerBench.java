package org.impasto.style;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.testing.TinyNetworks;

/**
 * Milliseconds a frame of 640x360 on the 16-32-64 network, for the choice of spinning and threads. Not a test; run with
 * {@code -Dimpasto.spinning=0|1} and arguments THREADS NORM(true|false) BUSY, where BUSY threads compute beside it.
 */
final class StylizerBench {
    private static volatile double sink;

    private StylizerBench() {
    }

    public static void main(String[] args) throws Exception {
        Path model = Files.createTempFile("bench", ".onnx");
        TinyNetworks.realSized(Boolean.parseBoolean(args[1])).write(model);
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            Thread t = new Thread(() -> {
                for (double x = 1;; x += Math.sin(x)) {
                    sink = x;
                }
            });
            t.setDaemon(true);
            t.start();
        }
        try (Stylizer s = Stylizers.load(model, Models.CPU, Integer.parseInt(args[0]), m -> { })) {
            Image image = Models.picture(640, 360, 1);
            double[] ms = new double[15];
            for (int i = 0; i < ms.length; i++) {
                long start = System.nanoTime();
                s.stylize(image, Optional.empty(), 0);
                ms[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(ms);
            System.out.printf("threads %s norm %s busy %s spinning %s: best %.0f median %.0f ms%n", args[0], args[1],
                    args[2], System.getProperty("impasto.spinning", "0"), ms[0], ms[ms.length / 2]);
        }
        Files.delete(model);
    }
}
