package org.impasto.flow;

import org.impasto.image.Plane;

/**
 * Estimates optical flow. Not safe for use by several threads at once: each thread has its own. The same arguments give
 * the same bits.
 */
public interface FlowEstimator extends AutoCloseable {
    /**
     * Where each pixel of one picture is in another.
     *
     * @param from luma, 0 to 1
     * @param to luma of the same size
     * @return displacements on the grid of {@code from}
     */
    FlowField estimate(Plane from, Plane to);

    @Override
    void close();
}
