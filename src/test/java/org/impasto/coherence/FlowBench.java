package org.impasto.coherence;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.impasto.flow.DisFlow;
import org.impasto.flow.FlowEstimator;
import org.impasto.flow.FlowField;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Plane;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/**
 * Prints what presets, scales and smoothing of the flow do to a render: warp error and sharpness as {@link CoherenceBench} has them, and
 * the time of both directions with their masks on one thread, as a multiple of the first row's. Arguments: one ONNX file, then
 * names of test clips or clips. {@code -Donly=medium} takes the rows that begin so, {@code -Dprior=true} uses a video stylizer as what it is.
 */
public final class FlowBench {
    private FlowBench() {
    }

    public static void main(String[] args) {
        Map<String, Supplier<MotionEstimator>> ways = new LinkedHashMap<>();
        for (DisFlow.Preset preset : DisFlow.Preset.values()) {
            ways.put(preset.toString().toLowerCase(Locale.ROOT), () -> new MotionEstimator(new DisFlow(preset)));
        }
        ways.put("medium, half size", () -> new MotionEstimator(new HalfSize(new DisFlow(DisFlow.Preset.MEDIUM))));
        for (MotionEstimator.Way way : MotionEstimator.Way.values()) {
            ways.put("medium, " + way.toString().toLowerCase(Locale.ROOT).replace('_', ' '), () -> new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM), way));
        }
        System.out.printf("%-14s %-32s %10s %9s %6s%n", "source", "flow", "warp error", "sharpness", "time");
        String only = System.getProperty("only", "");
        ways.keySet().removeIf(way -> !way.startsWith(only));
        try (Stylizer stylizer = Stylizers.load(Path.of(args[0]), DeviceChoice.parse("cpu"), 1, m -> { })) {
            boolean asImage = !Boolean.getBoolean("prior");
            for (String source : List.of(args).subList(1, args.length)) {
                List<CoherenceBench.Shown> frames = CoherenceBench.source(source);
                double first = 0;
                for (Map.Entry<String, Supplier<MotionEstimator>> way : ways.entrySet()) {
                    CoherenceBench.Result r = CoherenceBench.run(frames, stylizer, CoherenceSettings.of(asImage ? 1 : stylizer.info().carry(), 1),
                            way.getValue(), asImage);
                    double seconds = time(way.getValue(), frames);
                    first = first == 0 ? seconds : first;
                    System.out.printf(Locale.ROOT, "%-14s %-32s %10.3f %9.3f %6.2f%n", Path.of(source).getFileName(), way.getKey(),
                            r.warpError(), r.sharpness(), seconds / first);
                }
            }
        }
    }

    private static double time(Supplier<MotionEstimator> way, List<CoherenceBench.Shown> frames) {
        double best = Double.MAX_VALUE;
        try (MotionEstimator estimator = way.get()) {
            for (int t = 1; t < 9; t++) {
                long begun = System.nanoTime();
                estimator.between(frames.get(t - 1).image(), frames.get(t).image());
                best = Math.min(best, (System.nanoTime() - begun) / 1e9);
            }
        }
        return best;
    }

    /** Flow of pictures of half the size. */
    private record HalfSize(FlowEstimator flow) implements FlowEstimator {
        @Override
        public FlowField estimate(Plane from, Plane to) {
            return enlarge(flow.estimate(half(from), half(to)), from.width(), from.height());
        }

        private static Plane half(Plane p) {
            Plane small = new Plane((p.width() + 1) / 2, (p.height() + 1) / 2);
            for (int i = 0; i < small.data().length; i++) {
                int x = 2 * (i % small.width());
                int y = 2 * (i / small.width());
                int x2 = Math.min(x + 1, p.width() - 1);
                int y2 = Math.min(y + 1, p.height() - 1);
                small.data()[i] = (p.at(x, y) + p.at(x2, y) + p.at(x, y2) + p.at(x2, y2)) / 4;
            }
            return small;
        }

        private static FlowField enlarge(FlowField small, int w, int h) {
            FlowField large = new FlowField(w, h);
            for (int i = 0; i < w * h; i++) {
                float px = Math.min(Math.max((i % w + 0.5f) / 2 - 0.5f, 0), small.width() - 1);
                float py = Math.min(Math.max((i / w + 0.5f) / 2 - 0.5f, 0), small.height() - 1);
                int x = (int) px;
                int y = (int) py;
                int a = y * small.width() + x;
                int right = x + 1 < small.width() ? 1 : 0;
                int below = y + 1 < small.height() ? small.width() : 0;
                large.u()[i] = 2 * at(small.u(), a, right, below, px - x, py - y);
                large.v()[i] = 2 * at(small.v(), a, right, below, px - x, py - y);
            }
            return large;
        }

        private static float at(float[] d, int a, int right, int below, float ax, float ay) {
            float top = d[a] + ax * (d[a + right] - d[a]);
            float bottom = d[a + below] + ax * (d[a + below + right] - d[a + below]);
            return top + ay * (bottom - top);
        }

        @Override
        public void close() {
            flow.close();
        }
    }
}
