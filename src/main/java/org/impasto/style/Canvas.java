package org.impasto.style;

/**
 * The size a frame has inside the network: at least the smallest the network is known to take, a multiple of {@code k},
 * or the one size it takes. The frame lies at the top left and is mirrored beyond its right and bottom edge.
 */
record Canvas(int width, int height) {
    static Canvas around(int width, int height, int multiple, int least) {
        return new Canvas(side(width, multiple, least), side(height, multiple, least));
    }

    private static int side(int n, int multiple, int least) {
        return Math.multiplyExact(Math.floorDiv(Math.max(n, least) + multiple - 1, multiple), multiple);
    }

    int pixels() {
        return Math.multiplyExact(width, height);
    }

    /** For every index of a padded side the index in the side of length {@code n} that is shown there. */
    static int[] mirror(int n, int padded) {
        int[] source = new int[padded];
        int period = Math.max(1, 2 * (n - 1));
        for (int i = 0; i < padded; i++) {
            int p = i % period;
            source[i] = p < n ? p : period - p;
        }
        return source;
    }
}
