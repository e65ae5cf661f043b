package org.impasto.style;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * Prints milliseconds a frame for networks on the processor (one thread, all threads) and on a graphics card, side by side: in each round every device paints
 * once, with a prior. Also how far the card's picture is from the processor's, in steps of 1/255, and whether the card gives the same bits each time, also after
 * the network was loaded anew. Arguments: the device, then ONNX files. Time with the card includes the transfers to it and back.
 */
public final class DeviceBench {
    private static final int[][] SIZES = {{640, 360}, {1920, 1080}};
    private static final int ROUNDS = 15;
    private static final long SEED = 7;

    private DeviceBench() {
    }

    public static void main(String[] args) {
        DeviceChoice device = DeviceChoice.parse(args[0]);
        int threads = Runtime.getRuntime().availableProcessors();
        System.out.printf("%-18s %-10s %10s %10s %10s %10s %10s  %s%n", "network", "frame", "1 thread", threads + " threads", device, "furthest", "mean", "same bits");
        for (String model : Arrays.asList(args).subList(1, args.length)) {
            Path file = Path.of(model);
            DeviceChoice cpu = DeviceChoice.parse("cpu");
            try (Stylizer one = Stylizers.load(file, cpu, 1, m -> { }); Stylizer all = Stylizers.load(file, cpu, threads, m -> { });
                    Stylizer card = Stylizers.load(file, device, 1, m -> { }); Stylizer again = Stylizers.load(file, device, 1, m -> { })) {
                for (int[] size : SIZES) {
                    row(file.getFileName().toString(), picture(size[0], size[1], 0.013), prior(size[0], size[1]), one, all, card, again);
                }
            }
        }
    }

    private static void row(String name, Image frame, Prior prior, Stylizer one, Stylizer all, Stylizer card, Stylizer again) {
        double[][] ms = new double[3][ROUNDS];
        Image wanted = null;
        Image painted = null;
        boolean same = true;
        for (int round = -2; round < ROUNDS; round++) {
            Stylizer[] each = {one, all, card};
            for (int d = 0; d < each.length; d++) {
                // The processor needs no fifteen rounds of what takes seconds.
                if (d == 0 && round > 2) {
                    ms[0][round] = ms[0][round - 1];
                    continue;
                }
                long begun = System.nanoTime();
                Image result = each[d].stylize(frame, Optional.of(prior), SEED);
                if (round >= 0) {
                    ms[d][round] = (System.nanoTime() - begun) / 1e6;
                }
                if (d == 0) {
                    wanted = result;
                } else if (d == 2) {
                    same &= painted == null || Arrays.equals(painted.data(), result.data());
                    painted = result;
                }
            }
        }
        same &= Arrays.equals(painted.data(), again.stylize(frame, Optional.of(prior), SEED).data());
        double furthest = 0;
        double sum = 0;
        for (int i = 0; i < painted.data().length; i++) {
            double off = 255 * Math.abs(painted.data()[i] - wanted.data()[i]);
            furthest = Math.max(furthest, off);
            sum += off;
        }
        System.out.printf(Locale.ROOT, "%-18s %-10s %10.1f %10.1f %10.1f %10.4f %10.6f  %s%n", name, frame.width() + "x" + frame.height(), median(ms[0]), median(ms[1]),
                median(ms[2]), furthest, sum / painted.data().length, same ? "yes" : "no");
    }

    private static double median(double[] ms) {
        Arrays.sort(ms);
        return ms[ms.length / 2];
    }

    private static Prior prior(int w, int h) {
        Plane trust = new Plane(w, h);
        for (int i = 0; i < trust.data().length; i++) {
            trust.data()[i] = (i % w / 40 + i / w / 30) % 3 == 0 ? 0 : 1;
        }
        return new Prior(picture(w, h, 0.017), trust);
    }

    private static Image picture(int w, int h, double frequency) {
        Image frame = new Image(w, h);
        for (int i = 0; i < frame.data().length; i++) {
            frame.data()[i] = (float) (0.5 + 0.4 * Math.sin(i % w * frequency + Math.cos(i / w * frequency * 3)));
        }
        return frame;
    }
}
