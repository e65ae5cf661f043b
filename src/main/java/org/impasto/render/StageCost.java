package org.impasto.render;

/**
 * What one stage of a render cost, in seconds; stages overlap. Wall and processor time leave out the stages inside it.
 *
 * @param wallSeconds time between entering and leaving it, summed over the threads that were in it
 * @param cpuSeconds processor time of these threads in it; what a library does on threads of its own is not in it
 * @param busySeconds time during which at least one thread was in it, in a stage inside it included
 */
public record StageCost(double wallSeconds, double cpuSeconds, double busySeconds) {
    static final StageCost NONE = new StageCost(0, 0, 0);
}
