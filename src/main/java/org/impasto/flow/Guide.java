package org.impasto.flow;

import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * The picture along which a flow is smoothed ({@link FlowSmoother}): the frame, and where there is nothing in it but grain, the frame smoothed. Grain is an edge at
 * every pixel for a filter that stops at edges, so across a grainy sky no motion is carried. What is grain is told by the motion: it does not move with the picture.
 * Not safe for use by several threads at once.
 */
final class Guide implements AutoCloseable {
    // Energy of the frame that is up to so many times that of its grain is taken for grain.
    private static final float GRAIN = 16;
    // What was uncovered is not explained by motion either. It is narrow, and so the least in a window is the grain's.
    private static final int REACH = 10;

    private final WindowExtremes extremes = new WindowExtremes(REACH);

    /** @param residual energy of what the motion does not explain */
    Image of(Side side, Plane residual) {
        Image image = side.image();
        int n = image.pixels();
        float[] grain = extremes.least(residual.data(), image.width(), image.height());
        Image result = new Image(image.width(), image.height());
        for (int i = 0; i < n; i++) {
            float own = side.structure().beyond(i, GRAIN * grain[i]);
            for (int j = i; j < 3 * n; j += n) {
                float smooth = side.look().data()[j];
                result.data()[j] = smooth + own * (image.data()[j] - smooth);
            }
        }
        return result;
    }

    @Override
    public void close() {
        extremes.close();
    }
}
