package org.impasto.render;

import java.util.function.Consumer;

/**
 * Looks at every frame of a comparison, in order, on a thread of its own that is a few frames behind at most.
 *
 * @param stage its name among the stages of the render
 * @param work called by one thread
 */
public record Follower(String stage, Consumer<Painted> work) {
}
