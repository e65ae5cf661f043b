package org.impasto.scene;

/**
 * A moving picture with an outline.
 *
 * @param paint what is on it
 * @param path how it moves
 * @param opacity share of the paint that shows, over time; below 0.5 the layer counts as not there for the flow
 */
record Layer(Paint paint, Path path, Opacity opacity) {
    Layer(Paint paint, Path path) {
        this(paint, path, t -> 1);
    }

    /** A share, 0 to 1, at a time in frames. */
    @FunctionalInterface
    interface Opacity {
        double at(double t);
    }
}
