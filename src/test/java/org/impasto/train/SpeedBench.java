package org.impasto.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;
import org.impasto.testing.TinyNetworks;

/**
 * Prints milliseconds a frame on one thread for the presets (with random weights; needs -Dtrain) and for a 16-channel Johnson network (16-32-64 channels,
 * 9x9 first and last, five residual blocks, instance norm), side by side: in each round every network paints once. The frame of 624x344 is
 * one of 640x360 to the network, with the mirrored margin: it shows what the margin costs. An argument sets the number of rounds.
 */
public final class SpeedBench {
    private SpeedBench() {
    }

    private record Row(Stylizer stylizer, Image frame, double[] ms) {
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        Path folder = Files.createTempDirectory("speed");
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Preset p : Preset.values()) {
            Path file = folder.resolve(p + ".onnx");
            StyleNetwork net = new StyleNetwork(p);
            net.eval();
            OnnxExport.write(net, file);
            Files.writeString(folder.resolve(p + ".json"), "{\"input\":{\"range\":[0,1],\"multiple\":4},\"output\":{\"range\":[0,1]},\"noise\":\"carried\",\"abstraction\":2,\"along\":32,\"broad\":2}");
            rows.put(p.toString(), row(file.toString(), 640, 360, rounds));
            if (p == Preset.FAST) {
                rows.put("fast, 624x344", row(file.toString(), 624, 344, rounds));
                rows.put("fast, no broad strokes", row(file + ":broad=1", 640, 360, rounds));
                rows.put("fast, nor along forms", row(file + ":along=0:broad=1", 640, 360, rounds));
                rows.put("fast, the network alone", row(file + ":abstraction=0:along=0:broad=1", 640, 360, rounds));
            }
        }
        rows.put("johnson-16", row(TinyNetworks.realSized(true, 16, 5).write(folder.resolve("johnson.onnx")).toString(), 640, 360, rounds));
        for (int round = -1; round < rounds; round++) {
            for (Row r : rows.values()) {
                long begun = System.nanoTime();
                r.stylizer().stylize(r.frame(), Optional.empty(), 0);
                if (round >= 0) {
                    r.ms()[round] = (System.nanoTime() - begun) / 1e6;
                }
            }
        }
        System.out.printf("%-24s %8s %8s  (ms a frame, one thread)%n", "network", "best", "median");
        rows.forEach((name, r) -> {
            Arrays.sort(r.ms());
            System.out.printf(Locale.ROOT, "%-24s %8.0f %8.0f%n", name, r.ms()[0], r.ms()[rounds / 2]);
            r.stylizer().close();
        });
    }

    /** @param style as {@code --style} takes it */
    private static Row row(String style, int w, int h, int rounds) {
        Image frame = new Image(w, h);
        for (int i = 0; i < frame.data().length; i++) {
            frame.data()[i] = (float) (0.5 + 0.4 * Math.sin(i * 0.01));
        }
        return new Row(Stylizers.load(Gallery.locate().find(style), DeviceChoice.parse("cpu"), 1, m -> { }), frame, new double[rounds]);
    }
}
