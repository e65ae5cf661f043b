package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Counts the packets of a file's video stream, each of which is a frame. */
final class PacketCount {
    private PacketCount() {
    }

    static long of(Path file) {
        AVPacket packet = av_packet_alloc();
        try (Demuxer demuxer = new Demuxer(file)) {
            long count = 0;
            while (av_read_frame(demuxer.context, packet) >= 0) {
                count += packet.stream_index() == demuxer.video.index() ? 1 : 0;
                av_packet_unref(packet);
            }
            return count;
        } finally {
            av_packet_free(packet);
        }
    }
}
