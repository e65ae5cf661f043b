package org.impasto.measure;

/**
 * Distance of the colours from the reference's: by how much the values of a channel would have to be moved, on average, to be distributed as
 * the reference's are, whatever lies where.
 *
 * <p>Formula: mean over R, G and B of the sum over 256 steps of |F(v) - F_ref(v)| / 256, F the share of values up to v: Wasserstein's distance
 * of order 1 (Villani, "Topics in optimal transportation", 2003), of one channel at a time. Unit: coded value. Range: 0 (the same colours,
 * be they elsewhere) to 1; all values brighter by d give d. Source: as a figure of style, the simplest of those that compare
 * distributions.
 */
final class Palette {
    private static final int STEPS = 256;

    private Palette() {
    }

    static double distance(Samples a, Samples b) {
        int n = a.pixels();
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            int[] difference = new int[STEPS];
            for (int i = c * n; i < (c + 1) * n; i++) {
                difference[a.raw(i) >> 8]++;
                difference[b.raw(i) >> 8]--;
            }
            long more = 0;
            for (int d : difference) {
                more += d;
                sum += Math.abs(more);
            }
        }
        return sum / (3.0 * STEPS * n);
    }
}
