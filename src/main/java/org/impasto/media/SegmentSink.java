package org.impasto.media;

/** Takes the frames of one segment and makes a file of their packets, which {@link Clips#assemble} puts together with others. */
public interface SegmentSink extends FrameSink {
    /** After {@link #finish}: frames by which decoding order runs ahead of presentation order in this segment. */
    int delay();
}
