package org.impasto.flow;

import org.impasto.image.Plane;

/**
 * Takes trust from the ground beside what was uncovered. A network paints a thing's outline a few pixels over its ground; where the
 * thing has moved on, that ground shows the same in both frames and its flow is right, but its paint is the outline's and would stay behind as a dash.
 */
final class UncoveredMargin {
    // Pixels. With 3 the mill's sails still leave some; docs/decisions.md has what it costs.
    private static final int REACH = 4;
    // Of the trust: new paint takes the place of what may be an outline within a few frames. At once, it flickers; docs/decisions.md has the table.
    static final float LEFT = 0.4f;
    // What moves otherwise than what was uncovered is the thing, whose paint goes with it.
    private static final float SAME_MOTION = 1;

    private UncoveredMargin() {
    }

    /**
     * Lowers trust in place.
     *
     * @param trust of a frame's pixels
     * @param uncovered which of them the frame before did not show, though its picture reaches there
     * @param backward their displacement to it
     * @param left of the trust beside them
     */
    static void open(Plane trust, boolean[] uncovered, FlowField backward, float left) {
        int w = trust.width();
        int h = trust.height();
        for (int i = 0; i < uncovered.length; i++) {
            if (uncovered[i]) {
                for (int y = Math.max(i / w - REACH, 0); y <= Math.min(i / w + REACH, h - 1); y++) {
                    for (int x = Math.max(i % w - REACH, 0); x <= Math.min(i % w + REACH, w - 1); x++) {
                        int j = y * w + x;
                        if (Math.abs(backward.u()[j] - backward.u()[i]) + Math.abs(backward.v()[j] - backward.v()[i]) < SAME_MOTION) {
                            trust.data()[j] = Math.min(trust.data()[j], left);
                        }
                    }
                }
            }
        }
    }
}
