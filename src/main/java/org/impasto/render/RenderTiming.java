package org.impasto.render;

import java.util.Map;

/**
 * Where the time of a render went, and how near it came to the shortest possible one. No order of the same work is faster
 * than the stylization by itself, nor than all work shared out evenly to all cores.
 *
 * @param wallSeconds from the request to the file at the output path
 * @param cores processors that the JVM may use
 * @param cpuSeconds processor time of the whole process meanwhile: our threads, those inside the libraries (network, codecs),
 *     the compiler's and the garbage collector's
 * @param cpuSecondsPerCore {@code cpuSeconds / cores}
 * @param stylizeAloneSeconds time during which a frame was being stylized: the busy time of the stage "stylize"
 * @param boundSeconds the larger of {@code stylizeAloneSeconds} and {@code cpuSecondsPerCore}
 * @param wallOverBound {@code wallSeconds / boundSeconds}: 1 is ideal; larger where the stages wait for each other, or where
 *     other programs use the cores
 * @param stages by name: "decode", "flow", "stylize", "coherence", "encode"; "wait" is the time in which the thread that paints
 *     waited for one of the others
 */
public record RenderTiming(double wallSeconds, int cores, double cpuSeconds, double cpuSecondsPerCore,
        double stylizeAloneSeconds, double boundSeconds, double wallOverBound, Map<String, StageCost> stages) {

    static RenderTiming of(double wallSeconds, int cores, double cpuSeconds, Map<String, StageCost> stages) {
        double stylize = stages.getOrDefault("stylize", StageCost.NONE).busySeconds();
        double bound = Math.max(stylize, cpuSeconds / cores);
        return new RenderTiming(wallSeconds, cores, cpuSeconds, cpuSeconds / cores, stylize, bound,
                bound > 0 ? wallSeconds / bound : 0, stages);
    }
}
