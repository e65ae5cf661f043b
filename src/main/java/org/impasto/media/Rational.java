package org.impasto.media;

import java.math.BigInteger;

/**
 * An exact fraction, for times and rates: never a double, because 1001/30000 s has none.
 *
 * @param num numerator
 * @param den denominator, greater than 0
 */
public record Rational(long num, long den) implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(0, 1);
    public static final Rational ONE = new Rational(1, 1);

    public Rational {
        if (den <= 0) {
            throw new IllegalArgumentException("a denominator must be positive, but is " + den);
        }
    }

    /** Reads what {@link #toString} writes. */
    public static Rational parse(String text) {
        String[] parts = text.split("/");
        return new Rational(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    public double toDouble() {
        return (double) num / den;
    }

    /** Compares the values, not the terms: 1/2 and 2/4 compare as 0 (but are not {@code equals}). No overflow. */
    @Override
    public int compareTo(Rational other) {
        return BigInteger.valueOf(num).multiply(BigInteger.valueOf(other.den))
                .compareTo(BigInteger.valueOf(other.num).multiply(BigInteger.valueOf(den)));
    }

    @Override
    public String toString() {
        return num + "/" + den;
    }
}
