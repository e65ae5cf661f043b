package org.impasto.style;

/**
 * The size a frame has inside the network: at least the smallest the network is known to take, a multiple of {@code k},
 * or the one size it takes. The frame lies {@code margin} pixels from the left and the top, and is mirrored beyond its edges.
 */
record Canvas(int width, int height, int margin) {
    Canvas(int width, int height) {
        this(width, height, 0);
    }

    /** @param margin at least so wide on all sides */
    static Canvas around(int width, int height, int multiple, int least, int margin) {
        // A multiple, so that the frame's pixels stay where the network's strides found them.
        int before = (margin + multiple - 1) / multiple * multiple;
        return new Canvas(side(width + before + margin, multiple, least), side(height + before + margin, multiple, least), before);
    }

    private static int side(int n, int multiple, int least) {
        return Math.multiplyExact(Math.floorDiv(Math.max(n, least) + multiple - 1, multiple), multiple);
    }

    int pixels() {
        return Math.multiplyExact(width, height);
    }

    /** For every index of a padded side the index in the side of length {@code n} that is shown there. */
    int[] mirror(int n, int padded) {
        int[] source = new int[padded];
        int period = Math.max(1, 2 * (n - 1));
        for (int i = 0; i < padded; i++) {
            int p = Math.floorMod(i - margin, period);
            source[i] = p < n ? p : period - p;
        }
        return source;
    }
}
