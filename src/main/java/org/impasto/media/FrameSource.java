package org.impasto.media;

import java.util.Optional;

/**
 * The frames of a clip, in presentation order.
 *
 * <ol>
 *   <li>{@link #info()} may be called at any time until close.
 *   <li>{@link #next()} is called until it returns empty; after that it returns empty again.
 *   <li>{@link #close()} once, by the owner; then nothing else.
 * </ol>
 * Used by one thread at a time. Every frame that is returned is the caller's own: the source does not touch it again.
 */
public interface FrameSource extends AutoCloseable {
    ClipInfo info();

    /**
     * The next frame, or empty at the end of the clip.
     *
     * @throws org.impasto.ImpastoException.BadInput where the clip cannot be decoded any further
     */
    Optional<Frame> next();

    /** How many packets could not be decoded so far: their frames are missing, or wrong. */
    long damagedPackets();

    @Override
    void close();
}
