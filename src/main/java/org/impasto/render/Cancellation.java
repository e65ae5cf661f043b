package org.impasto.render;

/** A flag that asks a running render to stop; set from a shutdown hook, read between frames. */
public final class Cancellation {
    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }

    /** @throws org.impasto.ImpastoException.Cancelled if {@link #request()} was called */
    public void check() {
        if (requested) {
            throw new org.impasto.ImpastoException.Cancelled("stopped: nothing was written to the output path");
        }
    }
}
