package org.impasto.media;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Decodes a stream and encodes it anew, for containers that cannot hold it as it is. */
interface Transcoder extends AutoCloseable {
    /** Takes a packet of the source; damaged ones are silently skipped, as players do. */
    void add(AVPacket packet, Consumer<AVPacket> out);

    /** No more packets come: hands out what is still inside. */
    void flush(Consumer<AVPacket> out);

    @Override
    void close();
}
