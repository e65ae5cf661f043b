package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** Finds out whether a container takes a stream by writing a header into memory: the tables alone are not reliable. */
final class Trial {
    private Trial() {
    }

    static boolean holds(AVOutputFormat container, AVStream stream) {
        if (avformat_query_codec(container, stream.codecpar().codec_id(), 0) == 0) {
            return false;
        }
        AVFormatContext context = new AVFormatContext(null);
        if (avformat_alloc_output_context2(context, container, (String) null, null) < 0) {
            return false;
        }
        AVIOContext io = new AVIOContext(null);
        BytePointer written = new BytePointer((org.bytedeco.javacpp.Pointer) null);
        try {
            if (avio_open_dyn_buf(io) < 0) {
                return false;
            }
            context.pb(io);
            AVStream copy = avformat_new_stream(context, null);
            avcodec_parameters_copy(copy.codecpar(), stream.codecpar());
            copy.codecpar().codec_tag(0);
            copy.time_base(stream.time_base());
            return avformat_write_header(context, (AVDictionary) null) >= 0;
        } finally {
            if (!io.isNull()) {
                context.pb(null);
                avio_close_dyn_buf(io, written);
                av_free(written);
            }
            avformat_free_context(context);
        }
    }
}
