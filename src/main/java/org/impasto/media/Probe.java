package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.IntPointer;

/** Describes an opened clip. */
final class Probe {
    private Probe() {
    }

    static ClipInfo describe(Path path, Demuxer demuxer) {
        AVFormatContext c = demuxer.context();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < c.nb_streams(); i++) {
            if (i != demuxer.video().index()) {
                others.add(describe(c.streams(i)));
            }
        }
        double seconds = c.duration() > 0 ? c.duration() / 1e6 : 0;
        return new ClipInfo(path, Av.name(c.iformat().name()), seconds, video(demuxer), others, c.nb_chapters());
    }

    private static VideoInfo video(Demuxer demuxer) {
        AVStream s = demuxer.video();
        AVCodecParameters p = s.codecpar();
        AVPixFmtDescriptor d = av_pix_fmt_desc_get(p.format());
        Rational rate = Av.rational(s.avg_frame_rate(), Av.rational(s.r_frame_rate(), Rational.ZERO));
        Rational aspect = Av.rational(av_guess_sample_aspect_ratio(demuxer.context(), s, null), Rational.ONE);
        long frames = demuxer.indexedPackets() > 0 ? demuxer.indexedPackets() : s.nb_frames();
        boolean interlaced = p.field_order() > AV_FIELD_PROGRESSIVE;
        Colour tags = new Colour(p.color_space(), p.color_primaries(), p.color_trc(), p.color_range(), 0);
        return new VideoInfo(Av.name(avcodec_get_name(p.codec_id())), p.width(), p.height(),
                Av.name(av_get_pix_fmt_name(p.format())), d == null ? 8 : d.comp(0).depth(), demuxer.timeBase(), rate,
                aspect, Math.max(0, frames), rotation(p), interlaced, tags.info());
    }

    private static int rotation(AVCodecParameters p) {
        AVPacketSideData matrix = av_packet_side_data_get(p.coded_side_data(), p.nb_coded_side_data(),
                AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) {
            return 0;
        }
        double counterClockwise = av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(counterClockwise) ? 0 : Math.floorMod(Math.round(-counterClockwise / 90) * 90, 360);
    }

    /** One stream in words, such as "audio aac 48000 Hz stereo (eng)". */
    static String describe(AVStream s) {
        AVCodecParameters p = s.codecpar();
        String kind = (s.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0 ? "cover picture"
                : Av.name(av_get_media_type_string(p.codec_type()));
        StringBuilder text = new StringBuilder(kind).append(' ').append(Av.name(avcodec_get_name(p.codec_id())));
        if (p.codec_type() == AVMEDIA_TYPE_AUDIO) {
            byte[] layout = new byte[64];
            av_channel_layout_describe(p.ch_layout(), layout, layout.length);
            String name = new String(layout, StandardCharsets.US_ASCII);
            text.append(' ').append(p.sample_rate()).append(" Hz ").append(name, 0, name.indexOf('\0'));
        } else if (p.codec_type() == AVMEDIA_TYPE_VIDEO) {
            text.append(' ').append(p.width()).append('x').append(p.height());
        }
        AVDictionaryEntry language = av_dict_get(s.metadata(), "language", null, 0);
        if (language != null && !language.isNull()) {
            text.append(" (").append(Av.name(language.value())).append(')');
        }
        return text.toString();
    }
}
