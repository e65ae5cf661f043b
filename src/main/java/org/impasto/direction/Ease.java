package org.impasto.direction;

/** The course of a transition: which share of the way is done at a share of the time. */
enum Ease {
    LINEAR {
        @Override
        double at(double t) {
            return t;
        }
    },
    /** Starts and ends without a jolt. */
    SMOOTH {
        @Override
        double at(double t) {
            return t * t * (3 - 2 * t);
        }
    };

    /** Exactly 0 at 0 and exactly 1 at 1. */
    abstract double at(double t);
}
