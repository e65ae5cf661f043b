package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** What a stream says beside its codec: how the picture is turned, and what is known of its mastering. */
final class SideData {
    private SideData() {
    }

    static void copy(AVCodecParameters from, AVCodecParameters to) {
        for (int i = 0; i < from.nb_coded_side_data(); i++) {
            AVPacketSideData side = new AVPacketSideData(from.coded_side_data()).getPointer(i);
            int type = side.type();
            boolean ofPicture = type == AV_PKT_DATA_DISPLAYMATRIX || type == AV_PKT_DATA_MASTERING_DISPLAY_METADATA
                    || type == AV_PKT_DATA_CONTENT_LIGHT_LEVEL || type == AV_PKT_DATA_STEREO3D || type == AV_PKT_DATA_SPHERICAL;
            if (ofPicture) {
                add(to, side);
            }
        }
    }

    private static void add(AVCodecParameters to, AVPacketSideData side) {
        try (PointerPointer<AVPacketSideData> list = new PointerPointer<>(1); IntPointer count = new IntPointer(1)) {
            list.put(0, to.coded_side_data());
            count.put(to.nb_coded_side_data());
            AVPacketSideData made = av_packet_side_data_new(list, count, side.type(), side.size(), 0);
            BytePointer data = made.data();
            BytePointer.memcpy(data, side.data(), side.size());
            to.coded_side_data(list.get(AVPacketSideData.class, 0));
            to.nb_coded_side_data(count.get());
        }
    }
}
