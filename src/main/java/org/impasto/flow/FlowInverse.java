package org.impasto.flow;

import org.impasto.image.Plane;

/**
 * A flow turned round: from the pixels of the earlier frame to those of the later one.
 *
 * <p>Each pixel that stays visible lands between four others and tells them, weighted bilinearly, where they come from. Where nothing has landed, something
 * has been uncovered; such pixels get the displacement that was found nearest to their left or right, whichever is the slower, as what is behind usually is.
 *
 * @param backward on the pixels of the later frame, where each was in the earlier one
 * @param uncovered 1 where the later frame shows what the earlier does not, else 0
 */
record FlowInverse(FlowField backward, Plane uncovered) {
    // Weight from which on a pixel counts as landed on. A picture that grows by a tenth a frame still leaves 0.8.
    private static final float LANDED = 0.5f;
    // Pixels by which the forward flow at the place that was found may lead beside the pixel.
    private static final float CONSISTENT = 0.25f;

    /**
     * Turns a forward flow round.
     *
     * @param forward on the pixels of the earlier frame
     * @param hidden 1 where the later frame does not show a pixel, or its flow is not known; else 0
     */
    static FlowInverse of(FlowField forward, Plane hidden) {
        int w = forward.width();
        int h = forward.height();
        float[] weight = new float[w * h];
        FlowField backward = new FlowField(w, h);
        for (int i = 0; i < w * h; i++) {
            float x = i % w + forward.u()[i];
            float y = i / w + forward.v()[i];
            // Written so that a NaN counts as outside.
            if (hidden.data()[i] == 0 && x > -1 && x < w && y > -1 && y < h) {
                land(forward, i, x, y, weight, backward);
            }
        }
        Plane uncovered = new Plane(w, h);
        for (int i = 0; i < w * h; i++) {
            if (weight[i] > 0) {
                backward.u()[i] /= weight[i];
                backward.v()[i] /= weight[i];
            }
            uncovered.data()[i] = weight[i] < LANDED || !leadsBack(forward, backward, i) ? 1 : 0;
        }
        for (int y = 0; y < h; y++) {
            fill(backward, uncovered, y * w, (y + 1) * w);
        }
        return new FlowInverse(backward, uncovered);
    }

    private static void land(FlowField forward, int from, float x, float y, float[] weight, FlowField backward) {
        int w = forward.width();
        int h = forward.height();
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        for (int row = Math.max(top, 0); row <= Math.min(top + 1, h - 1); row++) {
            for (int column = Math.max(left, 0); column <= Math.min(left + 1, w - 1); column++) {
                float share = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
                int at = row * w + column;
                weight[at] += share;
                backward.u()[at] -= share * forward.u()[from];
                backward.v()[at] -= share * forward.v()[from];
            }
        }
    }

    /** Not where two things have landed on one pixel, and their mean leads to neither. */
    private static boolean leadsBack(FlowField forward, FlowField backward, int i) {
        int w = forward.width();
        int x = Math.round(i % w + backward.u()[i]);
        int y = Math.round(i / w + backward.v()[i]);
        if (x < 0 || x >= w || y < 0 || y >= forward.height()) {
            // At the picture's edge: nothing to ask.
            return true;
        }
        int there = y * w + x;
        // What lies half a pixel beside may move a little otherwise.
        return Math.abs(forward.u()[there] + backward.u()[i]) <= CONSISTENT && Math.abs(forward.v()[there] + backward.v()[i]) <= CONSISTENT;
    }

    /** Gives the uncovered pixels of a row a displacement. */
    private static void fill(FlowField backward, Plane uncovered, int from, int to) {
        for (int i = from; i < to; i++) {
            if (uncovered.data()[i] == 0) {
                continue;
            }
            int end = i;
            while (end < to && uncovered.data()[end] != 0) {
                end++;
            }
            int before = i - 1;
            int source = before < from ? end : end == to ? before : speed(backward, before) <= speed(backward, end) ? before : end;
            for (int k = i; k < end; k++) {
                boolean known = source >= from && source < to;
                backward.u()[k] = known ? backward.u()[source] : 0;
                backward.v()[k] = known ? backward.v()[source] : 0;
            }
            i = end;
        }
    }

    private static float speed(FlowField flow, int i) {
        return flow.u()[i] * flow.u()[i] + flow.v()[i] * flow.v()[i];
    }
}
