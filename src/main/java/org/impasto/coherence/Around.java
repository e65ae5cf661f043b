package org.impasto.coherence;

/**
 * The four pixels around a point inside a picture, and which of them is nearest.
 *
 * @param ax how far the point is from the left ones to the right ones, 0 to 1; {@code ay} likewise downwards
 */
record Around(int x1, int y1, int x2, int y2, float ax, float ay) {
    static final int COUNT = 4;

    /** @param px 0 to width - 1; {@code py} likewise */
    static Around of(float px, float py, int width, int height) {
        int x1 = (int) px;
        int y1 = (int) py;
        return new Around(x1, y1, Math.min(x1 + 1, width - 1), Math.min(y1 + 1, height - 1), px - x1, py - y1);
    }

    /** Where pixel {@code i} comes from by this displacement, or the place inside the picture that is nearest to that. */
    static Around displaced(int i, float u, float v, int width, int height) {
        return of(clamp(i % width + u, width - 1), clamp(i / width + v, height - 1), width, height);
    }

    int nearestX() {
        return ax < 0.5f ? x1 : x2;
    }

    int nearestY() {
        return ay < 0.5f ? y1 : y2;
    }

    int x(int k) {
        return (k & 1) == 0 ? x1 : x2;
    }

    int y(int k) {
        return (k & 2) == 0 ? y1 : y2;
    }

    /** Bilinear; of all four together 1. */
    float weight(int k) {
        return ((k & 1) == 0 ? 1 - ax : ax) * ((k & 2) == 0 ? 1 - ay : ay);
    }

    static float clamp(float v, int most) {
        return v >= most ? most : v > 0 ? v : 0;
    }
}
