package org.impasto.scene;

import java.util.Random;
import org.impasto.media.Audio;

/** The sound of a quay: surf that swells and ebbs, and a distant bell. */
final class Surf {
    private static final int RATE = 48000;

    private Surf() {
    }

    static Audio of(double seconds) {
        int n = (int) Math.round(seconds * RATE);
        float[] samples = new float[2 * n];
        Random random = new Random(5);
        double low = 0;
        for (int i = 0; i < n; i++) {
            double t = (double) i / RATE;
            low += 0.02 * (random.nextGaussian() - low);
            double swell = 0.6 + 0.4 * StrictMath.sin(2 * Math.PI * t / 2.7);
            double since = t % 1.6;
            double bell = StrictMath.exp(-3 * since) * (StrictMath.sin(2 * Math.PI * 523.25 * t) + 0.5 * StrictMath.sin(2 * Math.PI * 1318.5 * t));
            samples[2 * i] = (float) (0.9 * low * swell + 0.04 * bell);
            samples[2 * i + 1] = (float) (0.9 * low * swell + 0.06 * bell);
        }
        return new Audio(RATE, 2, samples);
    }
}
