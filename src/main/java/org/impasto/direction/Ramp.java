package org.impasto.direction;

/** A number over the frames of a section: from one value to another, or the same throughout. */
record Ramp(double from, double to, Ease ease) {
    static Ramp constant(double value) {
        return new Ramp(value, value, Ease.LINEAR);
    }

    /** @param t share of the section that has passed: 0 at its first frame, 1 at its last */
    double at(double t) {
        // At both ends exactly what was written.
        return t >= 1 ? to : from + (to - from) * ease.at(t);
    }
}
