package org.impasto.measure;

/** Where the motion comes from that a render is measured with. Used by one thread. */
interface MotionSource extends AutoCloseable {
    /** For the reader of the figures: which flow this is. */
    String description();

    /** Whether a step that hides everything is a cut, and nothing else is. Estimates cannot tell: then the pictures decide. */
    boolean knowsCuts();

    /**
     * The motion to a frame from the one before.
     *
     * @param index of the later frame, at least 1, counted from 0
     */
    Step to(long index, Samples earlier, Samples later);

    @Override
    void close();
}
