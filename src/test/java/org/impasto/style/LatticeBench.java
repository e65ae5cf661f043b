package org.impasto.style;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.scene.Scenes;

/**
 * Prints, as a table in Markdown, how much of a painted sky is fine (of the energy of its luma the share of periods from 2 to 7 pixels), and how much of what is fine lies along lines and columns, within
 * 12 degrees: a quarter of what has no direction. Frame 24 of the mill, painted alone, its upper third in windows of 64 pixels. Arguments: ONNX files.
 */
public final class LatticeBench {
    private static final int SIDE = 64;
    private static final double FINEST = 1 / 2.0;
    private static final double FINE = 1 / 7.0;
    private static final double ALONG = Math.tan(Math.toRadians(12));

    private LatticeBench() {
    }

    public static void main(String[] args) {
        Image sky = Scenes.clip("mill").frame(24).image();
        System.out.println("| network | fine | along lines and columns |\n|---|---|---|");
        for (String model : args) {
            try (Stylizer s = Stylizers.load(Path.of(model), DeviceChoice.parse("cpu"), 2, m -> { })) {
                double[][] energy = spectrum(s.stylize(sky, Optional.empty(), 0));
                double all = 0;
                double fine = 0;
                double along = 0;
                for (int v = 0; v < SIDE; v++) {
                    for (int u = 0; u < SIDE; u++) {
                        double fx = Math.min(u, SIDE - u) / (double) SIDE;
                        double fy = Math.min(v, SIDE - v) / (double) SIDE;
                        double f = Math.hypot(fx, fy);
                        all += energy[v][u];
                        if (f >= FINE && f < FINEST) {
                            fine += energy[v][u];
                            along += Math.min(fx, fy) < ALONG * Math.max(fx, fy) ? energy[v][u] : 0;
                        }
                    }
                }
                System.out.printf(Locale.ROOT, "| %s | %.4f | %.2f |%n", s.info().name(), fine / all, along / fine);
            }
        }
    }

    /** The energy at each pair of frequencies, summed over windows that overlap by half. */
    private static double[][] spectrum(Image picture) {
        double[][] energy = new double[SIDE][SIDE];
        for (int top = 0; top + SIDE <= picture.height() / 3; top += SIDE / 2) {
            for (int left = 0; left + SIDE <= picture.width(); left += SIDE / 2) {
                add(window(picture, left, top), energy);
            }
        }
        return energy;
    }

    /** Luma less its mean, faded out towards the edges. */
    private static double[][] window(Image picture, int left, int top) {
        double[][] v = new double[SIDE][SIDE];
        double mean = 0;
        int n = picture.pixels();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int i = (top + y) * picture.width() + left + x;
                v[y][x] = Luma.of(picture.data()[i], picture.data()[n + i], picture.data()[2 * n + i]);
                mean += v[y][x] / (SIDE * SIDE);
            }
        }
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                v[y][x] = (v[y][x] - mean) * hann(x) * hann(y);
            }
        }
        return v;
    }

    private static double hann(int k) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (k + 0.5) / SIDE);
    }

    private static void add(double[][] v, double[][] energy) {
        double[][] re = new double[SIDE][SIDE];
        double[][] im = new double[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < SIDE; u++) {
                for (int x = 0; x < SIDE; x++) {
                    re[y][u] += v[y][x] * Math.cos(2 * Math.PI * u * x / SIDE);
                    im[y][u] -= v[y][x] * Math.sin(2 * Math.PI * u * x / SIDE);
                }
            }
        }
        for (int u = 0; u < SIDE; u++) {
            for (int w = 0; w < SIDE; w++) {
                double sr = 0;
                double si = 0;
                for (int y = 0; y < SIDE; y++) {
                    double c = Math.cos(2 * Math.PI * w * y / SIDE);
                    double s = Math.sin(2 * Math.PI * w * y / SIDE);
                    sr += re[y][u] * c + im[y][u] * s;
                    si += im[y][u] * c - re[y][u] * s;
                }
                energy[w][u] += sr * sr + si * si;
            }
        }
    }
}
