package org.impasto.train;

/** A training run whose loss is not a number any more. */
public final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Diverged(String sentence) {
        super(sentence);
    }
}
