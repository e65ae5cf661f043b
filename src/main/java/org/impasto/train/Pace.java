package org.impasto.train;

/**
 * How long steps take, and so how many fit into a time. Later steps paint longer sequences: their cost is told from that of the
 * first ones by the share that preparing a step (making the sequence, painting it without gradients) has of it.
 */
final class Pace {
    /** The number of steps is fixed after this one; before it the schedule is the same whatever the number will be. */
    static final long MEASURED = 20;
    private static final int AT_LEAST = 5;
    // The first ones compile, allocate and read pictures.
    private static final int SKIPPED = 3;
    // A sequence of n frames before the judged one takes (n + 1.5) / (1 + 1.5) of the preparation of one with a single frame.
    private static final double BESIDES = 1.5;

    private final Schedule schedule;
    private int seen;
    private double total;
    private double preparing;
    private double frames;

    /** @param schedule of the run, with or without a number of steps */
    Pace(Schedule schedule) {
        this.schedule = schedule;
    }

    void add(long step, double seconds, double preparation) {
        if (++seen > SKIPPED) {
            total += seconds;
            preparing += preparation;
            frames += mean(step);
        }
    }

    boolean known(long step) {
        return step >= MEASURED && seen >= SKIPPED + AT_LEAST;
    }

    boolean measured() {
        return seen > SKIPPED;
    }

    /** Seconds that the steps from one to before another will take. */
    double seconds(long from, long to) {
        double sum = 0;
        for (long step = from; step < to; step++) {
            sum += cost(step);
        }
        return sum;
    }

    /** The step that is reached from this one in so many seconds. */
    long reach(long from, double seconds) {
        long step = from;
        for (double left = seconds - cost(step); left >= 0; left -= cost(step)) {
            step++;
        }
        return step;
    }

    private double cost(long step) {
        int n = Math.max(1, seen - SKIPPED);
        double usual = frames / n + BESIDES;
        return (total - preparing) / n + preparing / n * (mean(step) + BESIDES) / usual;
    }

    /** Of the frames before the judged one: one to the longest, equally often, in steps with priors; one in the others. */
    private double mean(long step) {
        return (TrainSettings.TOLD - 1 + (1 + schedule.longest(step)) / 2.0) / TrainSettings.TOLD;
    }
}
