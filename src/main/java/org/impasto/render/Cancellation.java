package org.impasto.render;

import java.util.function.BooleanSupplier;

/** A flag that asks a running render to stop; set from a shutdown hook, read between frames. */
public final class Cancellation {
    private final BooleanSupplier also;
    private volatile boolean requested;

    public Cancellation() {
        this(() -> false);
    }

    private Cancellation(BooleanSupplier also) {
        this.also = also;
    }

    /** One that is requested also where one of these two is. */
    Cancellation or(Cancellation other) {
        return new Cancellation(() -> requested() || other.requested());
    }

    public void request() {
        requested = true;
    }

    public boolean requested() {
        return requested || also.getAsBoolean();
    }

    /** @throws org.impasto.ImpastoException.Cancelled if {@link #request()} was called */
    public void check() {
        if (requested()) {
            throw new org.impasto.ImpastoException.Cancelled("stopped: nothing was written to the output path");
        }
    }
}
