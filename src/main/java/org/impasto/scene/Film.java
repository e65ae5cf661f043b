package org.impasto.scene;

import java.util.stream.IntStream;
import org.impasto.image.Image;
import org.impasto.scene.bake.Noise;

/** Turns linear light into a picture: bloom and vignette of the lens, the curve and the grain of the film. */
final class Film {
    private static final int STEPS = 4096;
    /** Light at which the curve's table ends. */
    private static final double BRIGHTEST = 8;

    private final Look look;
    private final double scale;
    /** Encoded value by the square root of light, so that shadows have steps enough. */
    private final float[] curve = new float[STEPS + 2];

    Film(Look look, double scale) {
        this.look = look;
        this.scale = scale;
        for (int i = 0; i < curve.length; i++) {
            double root = (double) i / STEPS;
            double light = root * root * BRIGHTEST;
            curve[i] = (float) encoded(look.film() ? rollOff(light) : Math.min(1, light));
        }
    }

    /** Works in place. */
    Image develop(Image light, int t) {
        if (look.bloom() > 0) {
            Bloom.add(light, look.bloom(), scale);
        }
        int w = light.width();
        int h = light.height();
        float[] data = light.data();
        IntStream.range(0, h).parallel().forEach(y -> {
            for (int x = 0; x < w; x++) {
                double dx = (x + 0.5) / w - 0.5;
                double dy = ((double) y + 0.5) / h - 0.5;
                double corner = Math.min(1, 2 * (dx * dx + dy * dy));
                float shade = (float) (1 - look.vignette() * corner * corner - look.vignette() * 0.5 * corner);
                float noise = look.grain() > 0 ? grain(x, y, t) : 0;
                for (int c = 0; c < 3; c++) {
                    int i = (c * h + y) * w + x;
                    data[i] = withGrain(develop(data[i] * shade), noise, x, y, t, c);
                }
            }
        });
        return light;
    }

    private float develop(float light) {
        double at = Math.sqrt(Math.max(0, Math.min(BRIGHTEST * 0.9999, light)) / BRIGHTEST) * STEPS;
        int i = (int) at;
        return curve[i] + (curve[i + 1] - curve[i]) * (float) (at - i);
    }

    /** Mostly grey grain, strongest in the middle tones. */
    private float withGrain(float value, float noise, int x, int y, int t, int c) {
        if (look.grain() == 0) {
            return value;
        }
        float own = (float) (Noise.uniform(x, y, t * 4 + c + 1, 77) - 0.5) * 1.4f;
        float strength = (float) look.grain() * (0.35f + 2.6f * value * (1 - value));
        return Math.max(0, Math.min(1, value + strength * (noise + 0.5f * own)));
    }

    /** Noise of unit deviation with a grain of about one and a half pixels. */
    private static float grain(int x, int y, int t) {
        double sum = 0;
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                double weight = (i == 0 ? 1 : 0.45) * (j == 0 ? 1 : 0.45);
                sum += weight * (Noise.uniform(x + i, y + j, t * 4, 77) - 0.5);
            }
        }
        return (float) (sum * 2.92);
    }

    /** Linear to about 0.5, then bending towards 1. */
    private static double rollOff(double light) {
        double knee = 0.45;
        if (light <= knee) {
            return light;
        }
        double over = (light - knee) / (1 - knee);
        return knee + (1 - knee) * (1 - 1 / (1 + over + 0.35 * over * over));
    }

    private static double encoded(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
    }
}
