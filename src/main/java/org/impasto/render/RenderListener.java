package org.impasto.render;

/** Is told how a render goes. Called from the render's own threads, one call at a time; by default does nothing. */
public interface RenderListener {
    /**
     * Before the first frame.
     *
     * @param plan what is known now, one line each, such as the device that is really used
     * @param totalFrames number of frames that will be written, or 0 where the container does not say
     */
    default void started(RenderPlan plan, long totalFrames) {
    }

    /** The clip is being looked through before anything is painted; {@code frames} were seen so far. */
    default void surveyed(long frames) {
    }

    /** Something the user should know, such as an audio stream that had to be re-encoded. */
    default void message(String sentence) {
    }

    /** Frames that an earlier run has finished are kept; {@link #frameDone} counts them. */
    default void framesKept(long frames) {
    }

    /** A frame was painted and handed to the encoder. {@code done} counts from 1. */
    default void frameDone(long done) {
    }
}
