package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.IntPointer;
import org.impasto.ImpastoException;

/** An opened input file and what its headers say. */
final class Demuxer implements AutoCloseable {
    // Above this a header is taken for damage: 16k x 16k is four times what any camera delivers.
    private static final int MOST_SIDE = 16384;

    final AVFormatContext context = new AVFormatContext(null);
    final AVStream video;
    final ClipInfo info;

    Demuxer(Path path) {
        Av.load();
        if (!Files.exists(path)) {
            throw new ImpastoException.BadInput(path + " does not exist");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new ImpastoException.BadInput(path + " is not a file that can be read");
        }
        int code = avformat_open_input(context, path.toString(), null, (AVDictionary) null);
        if (code < 0) {
            throw new ImpastoException.BadInput(path + " is not a video file that can be read, or it is damaged ("
                    + Av.error(code) + ")");
        }
        try {
            code = avformat_find_stream_info(context, (AVDictionary) null);
            video = code < 0 ? null : bestVideo();
            if (video == null) {
                throw new ImpastoException.BadInput(path + " has no video stream" + found());
            }
            info = describe(path);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private AVStream bestVideo() {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream s = context.streams(i);
            boolean cover = (s.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
            if (s.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO && !cover && s.codecpar().width() > 0) {
                return s;
            }
        }
        return null;
    }

    private String found() {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < context.nb_streams(); i++) {
            others.add(describe(context.streams(i)));
        }
        return others.isEmpty() ? "" : ": it holds " + String.join(", ", others);
    }

    private ClipInfo describe(Path path) {
        AVCodecParameters p = video.codecpar();
        if (p.width() > MOST_SIDE || p.height() > MOST_SIDE) {
            throw new ImpastoException.BadInput(path + " claims a picture of " + p.width() + "x" + p.height() + "; at most "
                    + MOST_SIDE + "x" + MOST_SIDE + " can be rendered");
        }
        AVPixFmtDescriptor format = p.format() < 0 ? null : av_pix_fmt_desc_get(p.format());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != video.index()) {
                others.add(describe(context.streams(i)));
            }
        }
        Rational aspect = Av.rational(video.sample_aspect_ratio().num() > 0 ? video.sample_aspect_ratio()
                : p.sample_aspect_ratio());
        int order = p.field_order();
        VideoInfo v = new VideoInfo(name(p), p.width(), p.height(), format == null ? "unknown" : format.name().getString(),
                format == null ? 8 : format.comp(0).depth(), Av.rational(video.time_base()),
                Av.rational(video.avg_frame_rate().num() > 0 ? video.avg_frame_rate() : video.r_frame_rate()),
                aspect.num() <= 0 ? Rational.ONE : aspect, video.nb_frames(), rotation(p),
                order > avcodec.AV_FIELD_PROGRESSIVE,
                new ColorInfo(Av.text(av_color_space_name(p.color_space())), Av.text(av_color_primaries_name(p.color_primaries())),
                        Av.text(av_color_transfer_name(p.color_trc())), Av.text(av_color_range_name(p.color_range()))));
        double duration = context.duration() == AV_NOPTS_VALUE ? 0 : context.duration() / (double) AV_TIME_BASE;
        return new ClipInfo(path, Av.text(context.iformat().name()), duration, v, others, context.nb_chapters());
    }

    /** The display matrix, as the clockwise turn that players make of it. */
    private static int rotation(AVCodecParameters p) {
        for (int i = 0; i < p.nb_coded_side_data(); i++) {
            AVPacketSideData side = new AVPacketSideData(p.coded_side_data()).getPointer(i);
            if (side.type() == avcodec.AV_PKT_DATA_DISPLAYMATRIX) {
                double counterclockwise = av_display_rotation_get(new IntPointer(side.data()));
                return Double.isNaN(counterclockwise) ? 0 : Math.floorMod(Math.round(-counterclockwise), 360);
            }
        }
        return 0;
    }

    private static String name(AVCodecParameters p) {
        AVCodecDescriptor d = avcodec_descriptor_get(p.codec_id());
        return d == null ? "unknown" : d.name().getString();
    }

    static String describe(AVStream s) {
        AVCodecParameters p = s.codecpar();
        String kind = Av.text(av_get_media_type_string(p.codec_type()));
        String sound = p.codec_type() == AVMEDIA_TYPE_AUDIO
                ? " " + p.sample_rate() + " Hz " + p.ch_layout().nb_channels() + " channels" : "";
        return kind + " " + name(p) + sound;
    }

    @Override
    public void close() {
        avformat_close_input(context);
    }
}
