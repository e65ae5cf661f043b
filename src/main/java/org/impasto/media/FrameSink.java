package org.impasto.media;

/**
 * Takes the frames of the output clip, in presentation order, and makes a file of them.
 *
 * <ol>
 *   <li>{@link #write} for each frame.
 *   <li>{@link #finish()} once: the file is completed, verified and moved to the output path.
 *   <li>{@link #close()} always; without a {@code finish()} before it, everything written so far is deleted and nothing
 *       appears at the output path.
 * </ol>
 * Used by one thread at a time.
 */
public interface FrameSink extends AutoCloseable {
    /** The encoder that is used and its settings, in words. */
    String encoder();

    /** @throws org.impasto.ImpastoException.OutputFailed where the file cannot be written */
    void write(Frame frame);

    /** @throws org.impasto.ImpastoException.OutputFailed where the file cannot be completed */
    void finish();

    @Override
    void close();
}
