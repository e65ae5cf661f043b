package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.impasto.ImpastoException;

/**
 * Brings the sound, subtitles and tags of the source into the output, packet by packet and unchanged, as the picture proceeds.
 * Owns a reader of the source of its own.
 */
final class StreamCopy implements AutoCloseable {
    private static final AVRational MICROS = new AVRational().num(1).den(AV_TIME_BASE);

    private final Demuxer source;
    private final AVFormatContext out;
    private final Map<Integer, AVStream> targets = new HashMap<>();
    private final AVPacket packet = av_packet_alloc();
    private boolean held;
    private boolean ended;

    StreamCopy(Path path, AVFormatContext out, Consumer<String> messages) {
        this.source = new Demuxer(path);
        this.out = out;
        out.metadata(copy(source.context.metadata()));
        for (int i = 0; i < source.context.nb_streams(); i++) {
            AVStream in = source.context.streams(i);
            if (i == source.video.index()) {
                continue;
            }
            if (fits(out.oformat(), in)) {
                AVStream to = avformat_new_stream(out, null);
                avcodec_parameters_copy(to.codecpar(), in.codecpar());
                // The number that stands for a codec differs between containers.
                to.codecpar().codec_tag(0);
                to.time_base(in.time_base());
                to.disposition(in.disposition());
                to.metadata(copy(in.metadata()));
                targets.put(i, to);
            } else {
                messages.accept("the stream " + Demuxer.describe(in) + " cannot be stored in a "
                        + out.oformat().name().getString() + " file and is left out");
            }
        }
    }

    private static boolean fits(AVOutputFormat format, AVStream in) {
        int type = in.codecpar().codec_type();
        boolean known = type == AVMEDIA_TYPE_AUDIO || type == AVMEDIA_TYPE_SUBTITLE;
        return known && avformat_query_codec(format, in.codecpar().codec_id(), FF_COMPLIANCE_NORMAL) == 1;
    }

    private static AVDictionary copy(AVDictionary from) {
        AVDictionary to = new AVDictionary(null);
        av_dict_copy(to, from, 0);
        return to;
    }

    /** Tags and the display matrix of the picture's own stream. */
    void describe(AVStream video) {
        video.metadata(copy(source.video.metadata()));
        video.disposition(source.video.disposition());
        SideData.copy(source.video.codecpar(), video.codecpar());
    }

    int chapters() {
        return source.context.nb_chapters();
    }

    AVFormatContext context() {
        return source.context;
    }

    /**
     * Writes what begins before a time.
     *
     * @param from microseconds on the source's clock: what begins earlier is left out
     * @param until likewise: what begins then or later waits for the next call
     * @param shift microseconds that are added to all times
     */
    void upTo(long from, long until, long shift) {
        while (!targets.isEmpty() && !ended) {
            if (!held && av_read_frame(source.context, packet) < 0) {
                ended = true;
                return;
            }
            AVStream to = targets.get(packet.stream_index());
            AVStream in = source.context.streams(packet.stream_index());
            long at = packet.dts() != AV_NOPTS_VALUE ? packet.dts() : packet.pts();
            long time = at == AV_NOPTS_VALUE ? from : av_rescale_q(at, in.time_base(), MICROS);
            held = to != null && time >= until;
            if (held) {
                return;
            }
            if (to != null && time >= from) {
                long offset = av_rescale_q(shift, MICROS, in.time_base());
                if (packet.pts() != AV_NOPTS_VALUE) {
                    packet.pts(packet.pts() + offset);
                }
                if (packet.dts() != AV_NOPTS_VALUE) {
                    packet.dts(packet.dts() + offset);
                }
                av_packet_rescale_ts(packet, in.time_base(), to.time_base());
                packet.stream_index(to.index());
                packet.pos(-1);
                int code = av_interleaved_write_frame(out, packet);
                if (code < 0) {
                    throw new ImpastoException.OutputFailed("the sound cannot be written: " + Av.error(code));
                }
            }
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        source.close();
    }
}
