package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVSubtitle;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Writes subtitles of one text format in another: words, times and simple styles stay. Packets count in milliseconds. */
final class SubtitleTranscoder implements Transcoder {
    static final Rational UNITS = new Rational(1, 1000);
    private static final int ROOM = 1 << 20;

    private final AVCodecContext decoder;
    private final AVCodecContext encoder;
    private final AVSubtitle subtitle = new AVSubtitle();
    private final AVPacket made = av_packet_alloc();
    private final BytePointer room = new BytePointer(ROOM);

    private SubtitleTranscoder(AVCodecContext decoder, AVCodecContext encoder) {
        this.decoder = decoder;
        this.encoder = encoder;
    }

    /** The text format that a container holds best. */
    static String formatOf(String container) {
        return switch (container) {
            case "mp4", "mov", "ipod" -> "mov_text";
            case "webm" -> "webvtt";
            default -> "subrip";
        };
    }

    /** Empty where the subtitles are pictures, or where this build cannot read or write them. */
    static Optional<SubtitleTranscoder> open(AVStream source, String format) {
        AVCodecDescriptor kind = avcodec_descriptor_get(source.codecpar().codec_id());
        AVCodec from = avcodec_find_decoder(source.codecpar().codec_id());
        AVCodec to = avcodec_find_encoder_by_name(format);
        if (kind == null || (kind.props() & AV_CODEC_PROP_TEXT_SUB) == 0 || from == null || to == null) {
            return Optional.empty();
        }
        AVCodecContext decoder = avcodec_alloc_context3(from);
        AVCodecContext encoder = avcodec_alloc_context3(to);
        avcodec_parameters_to_context(decoder, source.codecpar());
        decoder.pkt_timebase(source.time_base());
        encoder.time_base(Av.q(UNITS));
        if (avcodec_open2(decoder, from, (AVDictionary) null) >= 0) {
            copyHeader(decoder, encoder);
            if (avcodec_open2(encoder, to, (AVDictionary) null) >= 0) {
                return Optional.of(new SubtitleTranscoder(decoder, encoder));
            }
        }
        avcodec_free_context(decoder);
        avcodec_free_context(encoder);
        return Optional.empty();
    }

    /** The styles that the decoder found; the encoder frees its copy. */
    private static void copyHeader(AVCodecContext from, AVCodecContext to) {
        int size = from.subtitle_header_size();
        if (size > 0) {
            Pointer copy = av_mallocz(size + 1L);
            Pointer.memcpy(copy, from.subtitle_header(), size);
            to.subtitle_header(new BytePointer(copy)).subtitle_header_size(size);
        }
    }

    AVCodecContext context() {
        return encoder;
    }

    @Override
    public void add(AVPacket packet, Consumer<AVPacket> out) {
        int[] got = {0};
        if (packet.pts() == Av.NO_TIME || avcodec_decode_subtitle2(decoder, subtitle, got, packet) < 0 || got[0] == 0) {
            return;
        }
        try {
            long begin = Av.rescale(packet.pts(), Av.timeBase(decoder.pkt_timebase()), UNITS) + subtitle.start_display_time();
            long length = subtitle.end_display_time() - subtitle.start_display_time();
            subtitle.pts(begin * 1000).end_display_time((int) length).start_display_time(0);
            int size = subtitle.num_rects() == 0 ? 0 : avcodec_encode_subtitle(encoder, room, ROOM, subtitle);
            if (size > 0 && av_new_packet(made, size) >= 0) {
                Pointer.memcpy(made.data(), room, size);
                made.pts(begin).dts(begin).duration(length);
                out.accept(made);
                av_packet_unref(made);
            }
        } finally {
            avsubtitle_free(subtitle);
        }
    }

    @Override
    public void flush(Consumer<AVPacket> out) {
        // One packet in, one packet out: nothing stays inside.
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
        avcodec_free_context(encoder);
        av_packet_free(made);
        subtitle.close();
        room.close();
    }
}
