package org.impasto.scene.bake;

/**
 * Noise that is a pure function of position and seed: the same bits on every machine.
 */
public final class Noise {
    private Noise() {
    }

    /** A hash of three lattice coordinates and a seed; all 32 bits are usable. */
    public static int hash(int x, int y, int z, int seed) {
        int h = seed * 0x9E3779B1 ^ x * 0x85EBCA77 ^ y * 0xC2B2AE3D ^ z * 0x27D4EB2F;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return h ^ h >>> 15;
    }

    /** Uniform in [0, 1). */
    public static double uniform(int x, int y, int z, int seed) {
        return (hash(x, y, z, seed) >>> 8) * 0x1p-24;
    }

    /** Gradient noise of one octave, about -1 to 1, one feature per unit of length. */
    public static double at(double x, double y, double z, int seed) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        double fz = Math.floor(z);
        int ix = (int) fx;
        int iy = (int) fy;
        int iz = (int) fz;
        double dx = x - fx;
        double dy = y - fy;
        double dz = z - fz;
        double u = fade(dx);
        double v = fade(dy);
        double w = fade(dz);
        double near = mix(mix(corner(ix, iy, iz, dx, dy, dz, seed), corner(ix + 1, iy, iz, dx - 1, dy, dz, seed), u),
                mix(corner(ix, iy + 1, iz, dx, dy - 1, dz, seed),
                        corner(ix + 1, iy + 1, iz, dx - 1, dy - 1, dz, seed), u), v);
        double far = mix(mix(corner(ix, iy, iz + 1, dx, dy, dz - 1, seed),
                        corner(ix + 1, iy, iz + 1, dx - 1, dy, dz - 1, seed), u),
                mix(corner(ix, iy + 1, iz + 1, dx, dy - 1, dz - 1, seed),
                        corner(ix + 1, iy + 1, iz + 1, dx - 1, dy - 1, dz - 1, seed), u), v);
        return mix(near, far, w);
    }

    /** Fractal noise: octaves at doubled frequency and {@code gain} times the height; about -1 to 1. */
    public static double fbm(double x, double y, double z, int octaves, double gain, int seed) {
        double sum = 0;
        double height = 1;
        double norm = 0;
        for (int i = 0; i < octaves; i++) {
            sum += height * at(x, y, z, seed + i);
            norm += height;
            height *= gain;
            x = x * 2.03 + 17.1;
            y = y * 2.03 + 5.7;
            z = z * 2.03 + 31.3;
        }
        return sum / norm * 1.4;
    }

    public static double fbm(Vec p, double frequency, int octaves, int seed) {
        return fbm(p.x() * frequency, p.y() * frequency, p.z() * frequency, octaves, 0.55, seed);
    }

    /** Ridged fractal noise, 0 to 1: sharp crests with smooth valleys, as eroded mountains have. */
    public static double ridged(double x, double z, int octaves, int seed) {
        double sum = 0;
        double height = 0.5;
        double weight = 1;
        for (int i = 0; i < octaves; i++) {
            double crest = 1 - Math.min(1, Math.abs(at(x, 0.37 * i, z, seed + i)) * 1.6);
            crest *= crest * weight;
            weight = Math.min(1, crest * 1.8);
            sum += crest * height;
            height *= 0.5;
            x = x * 2.07 + 11.3;
            z = z * 2.07 + 7.9;
        }
        return sum;
    }

    /** 0 below {@code from}, 1 above {@code to}, smooth in between. */
    public static double step(double from, double to, double value) {
        double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return t * t * (3 - 2 * t);
    }

    private static double corner(int x, int y, int z, double dx, double dy, double dz, int seed) {
        int h = hash(x, y, z, seed) >>> 28;
        // Perlin's twelve edge directions of the cube (four of them twice).
        double u = h < 8 ? dx : dy;
        double v = h < 4 ? dy : h == 12 || h == 14 ? dx : dz;
        return ((h & 1) == 0 ? u : -u) + ((h & 2) == 0 ? v : -v);
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
