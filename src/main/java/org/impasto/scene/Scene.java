package org.impasto.scene;

import org.impasto.media.Rational;

/** A synthetic clip. Frames may be asked for in any order and by many threads; the same number gives the same bits. */
public interface Scene {
    /** A short name in lower case. */
    String name();

    int width();

    int height();

    /** Number of frames, at least 1. */
    int frames();

    /** Frames per second. */
    Rational frameRate();

    /**
     * One frame with its true motion.
     *
     * @param t 0 to {@code frames() - 1}
     */
    SceneFrame frame(int t);
}
