package org.impasto.scene.bake;

/** A small random stream (SplitMix64) whose state is its own: one per texel, so that threads cannot change a result. */
public final class Rng {
    private long state;

    public Rng(long seed) {
        state = seed * 0x9E3779B97F4A7C15L + 0x1234567;
    }

    public long bits() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Uniform in [0, 1). */
    public double next() {
        return (bits() >>> 11) * 0x1p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * next();
    }

    /** About standard normal (sum of uniforms: no logarithm, same bits everywhere). */
    public double normal() {
        return (next() + next() + next() + next() - 2) * 1.7320508;
    }

    public int below(int n) {
        return (int) (next() * n);
    }

    public <T> T pick(T[] from) {
        return from[below(from.length)];
    }

    /** A horizontal vector of a length and a random direction. */
    public Vec inDisc(double length) {
        double angle = between(0, 2 * Math.PI);
        return Vec.of(length * StrictMath.cos(angle), 0, length * StrictMath.sin(angle));
    }

    /** A uniformly distributed point inside the unit ball. */
    public Vec inBall() {
        while (true) {
            Vec v = Vec.of(between(-1, 1), between(-1, 1), between(-1, 1));
            if (v.dot(v) <= 1) {
                return v;
            }
        }
    }

    /** A unit direction about the unit normal, denser towards it (cosine law). */
    Vec aboutNormal(Vec normal) {
        Vec v = inBall();
        double length = v.length();
        Vec sum = normal.plus(length > 1e-9 ? 1 / length : 0, v);
        return sum.length() < 1e-6 ? normal : sum.unit();
    }
}
