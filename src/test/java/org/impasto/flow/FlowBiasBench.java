package org.impasto.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.media.Clips;
import org.impasto.media.FrameSource;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.impasto.testing.EightBits;

/**
 * Prints by how much estimated flow is off the true one in a window, in pixels to the right and down, of a frame and of all together: what is wrong the same way in each frame is how far paint slides that is carried.
 * Of a scene's frames as they are computed, of these rounded to 8 bits a channel, and of the clip in {@code test-clips}. Arguments: the test clip, the window's left, top, width and height, and the first and the
 * last frame, such as {@code mill 520 95 25 20 20 33} for a cloud's edge.
 */
public final class FlowBiasBench {
    private FlowBiasBench() {
    }

    public static void main(String[] args) {
        int[] n = IntStream.range(1, args.length).map(i -> Integer.parseInt(args[i])).toArray();
        Scene scene = Scenes.clip(args[0]);
        List<SceneFrame> frames = IntStream.rangeClosed(n[4], n[5]).mapToObj(scene::frame).toList();
        List<Image> computed = IntStream.rangeClosed(n[4] - 1, n[5]).mapToObj(t -> scene.frame(t).image()).toList();
        System.out.printf("%-8s %-12s %21s %15s%n", "frames", "flow", "off in a frame", "in all");
        print("computed", computed, frames, n);
        print("8 bits", computed.stream().map(EightBits::of).toList(), frames, n);
        print("file", read(Path.of("test-clips", args[0] + ".mp4"), n[4] - 1, n[5]), frames, n);
    }

    private static void print(String name, List<Image> images, List<SceneFrame> frames, int[] n) {
        try (MotionEstimator engine = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM)); FlowEstimator farneback = new FarnebackFlow(); FlowEstimator tvl1 = new TvL1Flow()) {
            print(name, "a render's", images, frames, n, (before, now) -> engine.between(before, now).backward());
            print(name, "farneback", images, frames, n, (before, now) -> farneback.estimate(Luma.of(now), Luma.of(before)));
            print(name, "tvl1", images, frames, n, (before, now) -> tvl1.estimate(Luma.of(now), Luma.of(before)));
        }
    }

    private interface Estimate {
        FlowField backward(Image before, Image now);
    }

    private static void print(String name, String flow, List<Image> images, List<SceneFrame> frames, int[] n, Estimate estimate) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double right = 0;
        double down = 0;
        for (int t = 0; t < frames.size(); t++) {
            FlowField found = estimate.backward(images.get(t), images.get(t + 1));
            FlowField truth = frames.get(t).backward().flow();
            double u = mean(found.u(), truth.u(), found.width(), n);
            least = Math.min(least, u);
            most = Math.max(most, u);
            right += u;
            down += mean(found.v(), truth.v(), found.width(), n);
        }
        System.out.printf(Locale.ROOT, "%-8s %-12s %8.2f to %6.2f %10.2f %6.2f%n", name, flow, least, most, right, down);
    }

    private static double mean(float[] found, float[] truth, int width, int[] n) {
        return IntStream.range(0, n[2] * n[3]).map(k -> (n[1] + k / n[2]) * width + n[0] + k % n[2]).mapToDouble(i -> found[i] - truth[i]).average().orElseThrow();
    }

    private static List<Image> read(Path clip, int first, int last) {
        List<Image> images = new ArrayList<>();
        try (FrameSource source = Clips.open(clip, 1)) {
            for (int t = 0; t <= last; t++) {
                images.add(source.next().orElseThrow().image());
            }
        }
        return images.subList(first, last + 1);
    }
}
