package org.impasto.media;

/** What stands beside the picture in the output, written little by little so that memory stays bounded. */
interface SideTracks extends AutoCloseable {
    /**
     * Called once, before the header is written.
     *
     * @param start time of the first frame, or {@link Av#NO_TIME} where the clip is rendered from its beginning
     * @param shift is added to every time
     */
    void begin(long start, long shift);

    /** Writes what belongs before {@code pts}, a time of the source in units of the video. */
    void writeUntil(long pts);

    /** Writes the rest; up to {@code end}, or everything where it is {@link Av#NO_TIME}. */
    void finish(long end);

    @Override
    void close();
}
