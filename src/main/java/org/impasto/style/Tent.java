package org.impasto.style;

/**
 * Weights that fall off in a straight line on both sides of a middle, for sums of smooth noise that keep its variance however much of them lies outside the picture: each sum is divided by what it makes of samples
 * that are one in part.
 */
final class Tent {
    private final float[] weight;
    // By how many samples there are on either side of the middle.
    private final float[][] gain;

    /**
     * @param side samples on each side of the middle
     * @param apart from one sample to the next, pixels
     * @param variance of the kernel that made the noise of white noise, pixels squared
     */
    Tent(int side, double apart, double variance) {
        weight = new float[side + 1];
        for (int k = 0; k <= side; k++) {
            weight[k] = 1 - k / (side + 1f);
        }
        // How far samples that are so many steps apart are one.
        double[] common = new double[2 * side + 1];
        for (int k = 0; k < common.length; k++) {
            common[k] = StrictMath.exp(-apart * apart * k * k / (4 * variance));
        }
        gain = new float[side + 1][side + 1];
        for (int back = 0; back <= side; back++) {
            for (int on = 0; on <= side; on++) {
                gain[back][on] = gain(back, on, common);
            }
        }
    }

    private float gain(int back, int on, double[] common) {
        double variance = 0;
        for (int j = -back; j <= on; j++) {
            for (int k = -back; k <= on; k++) {
                variance += weight[Math.abs(j)] * weight[Math.abs(k)] * common[Math.abs(j - k)];
            }
        }
        return (float) (1 / Math.sqrt(variance));
    }

    int side() {
        return weight.length - 1;
    }

    /** Of the sample that is so many from the middle. */
    float weight(int away) {
        return weight[away];
    }

    /** By what a weighted sum of samples keeps their variance where so many of them lie before the middle and so many after it. */
    float gain(int back, int on) {
        return gain[back][on];
    }
}
