package org.impasto.train;

/**
 * How a run changes as it goes on: the learning rate falls along a cosine over all steps, sequences grow longer.
 *
 * @param steps in all; 0 while a limit in minutes has not been turned into steps yet, which counts as the very beginning
 * @param first what the run began with
 */
record Schedule(long steps, First first) {
    /** The first weights, and the rate that suits them. */
    enum First {
        RANDOM(2e-3),
        /** A trained network's in another painting's colours: with more, these run together into their mean within a hundred steps. */
        RECOLOURED(3e-4),
        GIVEN(6e-4);

        final double rate;

        First(double rate) {
            this.rate = rate;
        }
    }

    // From this share of the run on, batch norm stands still: what is exported is then what was trained.
    private static final double FROZEN = 0.75;
    private static final long WARM_UP = 50;
    // Steps that a trained network need not walk again: all that have shorter sequences. What drifts shows over long ones only.
    static final long PRACTICE = 1000;

    boolean open() {
        return steps == 0;
    }

    private double part(long step) {
        return open() ? 0 : (double) step / steps;
    }

    double rate(long step) {
        return first.rate * Math.min(1, (step + 1) / (double) WARM_UP) * (0.5 + 0.5 * Math.cos(Math.PI * part(step))) + 2e-5;
    }

    boolean frozen(long step) {
        return part(step) >= FROZEN;
    }

    /** The most frames that a sequence of this step has before the one that is judged. */
    int longest(long step) {
        long done = first == First.RANDOM ? step : step + PRACTICE;
        return done < 200 ? 1 : done < 500 ? 2 : done < 1000 ? 4 : 10;
    }
}
