package org.impasto.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.impasto.testing.EightBits;

/**
 * Prints how wrong estimated flow is on test clips, in 8 bits a channel as in a file, whose motion is known: mean distance to the true displacement in pixels, shares of the pixels that
 * the frame before shows, too, by how wrong they are, and the share that is wrong by more than a pixel and yet trusted (all in percent). Rows: what renders can use
 * ({@link MotionEstimator.Way}), and the flows to measure with. Every eighth frame up to the 23rd. Arguments: names of test clips.
 */
public final class FlowErrorBench {
    private static final int STEP = 8;
    private static final int FRAMES = 24;

    private interface Estimate {
        Motion between(Image previous, Image current);
    }

    private record Pair(Image previous, Image current, SceneFrame now) {
    }

    private FlowErrorBench() {
    }

    public static void main(String[] args) {
        System.out.printf("%-10s %-24s %6s %6s %6s %6s %12s%n", "clip", "flow", "mean", "> 0.5", "> 1", "> 3", "> 1, trusted");
        for (String clip : args) {
            Scene scene = Scenes.clip(clip, 1, 4);
            List<Pair> pairs = new ArrayList<>();
            for (int t = STEP; t < FRAMES; t += STEP) {
                SceneFrame now = scene.frame(t);
                pairs.add(new Pair(EightBits.of(scene.frame(t - 1).image()), EightBits.of(now.image()), now));
            }
            for (MotionEstimator.Way way : MotionEstimator.Way.values()) {
                try (MotionEstimator estimator = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM), way)) {
                    print(clip, way.toString().toLowerCase(Locale.ROOT).replace('_', ' '), pairs, estimator::between);
                }
            }
            for (FlowEstimator flow : new FlowEstimator[] {new FarnebackFlow(), new TvL1Flow()}) {
                try (flow) {
                    print(clip, flow.getClass().getSimpleName(), pairs, (p, c) -> bare(flow, Luma.of(p), Luma.of(c)));
                }
            }
        }
    }

    private static Motion bare(FlowEstimator flow, Plane previous, Plane current) {
        FlowField backward = flow.estimate(current, previous);
        return new Motion(backward, TrustMask.of(backward, flow.estimate(previous, current), TrustMask.Border.FULL, Rows.SERIAL));
    }

    private static void print(String clip, String name, List<Pair> pairs, Estimate estimate) {
        double visible = 0;
        double sum = 0;
        double[] beyond = new double[3];
        double trusted = 0;
        for (Pair pair : pairs) {
            Motion found = estimate.between(pair.previous(), pair.current());
            FlowField truth = pair.now().backward().flow();
            for (int i = 0; i < pair.previous().pixels(); i++) {
                if (pair.now().backward().occlusion().data()[i] != 0) {
                    continue;
                }
                double wrong = Math.hypot(found.backward().u()[i] - truth.u()[i], found.backward().v()[i] - truth.v()[i]);
                visible++;
                sum += wrong;
                beyond[0] += wrong > 0.5 ? 1 : 0;
                beyond[1] += wrong > 1 ? 1 : 0;
                beyond[2] += wrong > 3 ? 1 : 0;
                trusted += wrong > 1 ? found.trust().data()[i] : 0;
            }
        }
        System.out.printf(Locale.ROOT, "%-10s %-24s %6.3f %6.2f %6.2f %6.2f %12.2f%n", clip, name, sum / visible, 100 * beyond[0] / visible,
                100 * beyond[1] / visible, 100 * beyond[2] / visible, 100 * trusted / visible);
    }
}
