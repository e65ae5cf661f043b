package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.ImpastoException.Usage;

/** Writes packets of several streams into one file. */
final class Muxer implements AutoCloseable {
    /** Others cannot hold a film with what stands beside it (pictures, sound files), or were not tried. */
    private static final Set<String> CONTAINERS = Set.of("mp4", "mov", "ipod", "matroska", "webm", "avi", "mpegts", "nut", "flv");
    private static final long MAX_MOVIE_TIMESCALE = 10_000_000;

    private final Path target;
    private final AVFormatContext context;
    private final Map<Integer, Rational> timeBases = new HashMap<>();
    private final Map<Integer, Long> lastDts = new HashMap<>();
    private AVIOContext io;

    Muxer(AVOutputFormat container, Path file, Path target) {
        this.target = target;
        context = new AVFormatContext(null);
        try (BytePointer url = Av.url(file)) { // "faststart" opens the file a second time by this name
            Av.written(avformat_alloc_output_context2(context, container, null, url), target);
        }
        // No random identifiers and no dates: the same render gives the same file.
        context.flags(context.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        io = new AVIOContext(null);
        try (BytePointer url = Av.url(file)) {
            Av.written(avio_open(io, url, AVIO_FLAG_WRITE), target);
        } catch (RuntimeException e) {
            avformat_free_context(context);
            throw e;
        }
        context.pb(io);
    }

    /** The container that a file name stands for. */
    static AVOutputFormat container(Path output) {
        Av.init();
        AVOutputFormat format = av_guess_format(null, output.getFileName().toString(), null);
        if (format == null || format.isNull() || !CONTAINERS.contains(Av.name(format.name()))) {
            throw new Usage("the output " + output.getFileName()
                    + " has no extension of a video container, such as .mp4, .mov, .mkv or .webm");
        }
        return format;
    }

    AVFormatContext context() {
        return context;
    }

    boolean isMov() {
        String name = Av.name(context.oformat().name());
        return name.equals("mp4") || name.equals("mov") || name.equals("ipod");
    }

    boolean wantsGlobalHeader() {
        return (context.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    /** A stream for what an open encoder makes; its packets will count time in {@code timeBase}. */
    AVStream add(AVCodecContext encoder, Rational timeBase) {
        AVStream s = add(timeBase);
        avcodec_parameters_from_context(s.codecpar(), encoder);
        return s;
    }

    /** A stream for packets that are copied. */
    AVStream add(AVCodecParameters parameters, Rational timeBase) {
        AVStream s = add(timeBase);
        avcodec_parameters_copy(s.codecpar(), parameters);
        s.codecpar().codec_tag(0);
        return s;
    }

    private AVStream add(Rational timeBase) {
        AVStream s = avformat_new_stream(context, null);
        s.time_base(Av.q(timeBase));
        timeBases.put(s.index(), timeBase);
        return s;
    }

    void writeHeader(Rational video) {
        AVDictionary options = new AVDictionary(null);
        if (isMov()) {
            Av.put(options, "movflags", "+faststart");
            Av.put(options, "video_track_timescale", String.valueOf(video.den()));
            Av.put(options, "movie_timescale", String.valueOf(movieTimescale(video.den())));
        }
        int rc = avformat_write_header(context, options);
        av_dict_free(options);
        Av.written(rc, target);
    }

    /** The time base the container really uses for a stream; known after the header is written. */
    Rational actual(AVStream stream) {
        return Av.timeBase(stream.time_base());
    }

    /** Takes the packet, whose times are in the units the stream was added with. */
    void write(AVPacket packet, AVStream stream) {
        Rational from = timeBases.get(stream.index());
        Rational to = actual(stream);
        packet.pts(Av.rescale(packet.pts(), from, to)).dts(Av.rescale(packet.dts(), from, to));
        packet.duration(Av.rescale(packet.duration(), from, to));
        long last = lastDts.getOrDefault(stream.index(), Long.MIN_VALUE);
        if (packet.dts() != Av.NO_TIME) {
            if (packet.dts() <= last) {
                packet.dts(last + 1);
                packet.pts(Math.max(packet.pts(), packet.dts()));
            }
            lastDts.put(stream.index(), packet.dts());
        }
        packet.stream_index(stream.index());
        packet.pos(-1);
        Av.written(av_interleaved_write_frame(context, packet), target);
    }

    void finish() {
        Av.written(av_write_trailer(context), target);
        avio_flush(io);
        Av.written(io.error(), target);
        AVIOContext closing = io;
        io = null;
        context.pb(null);
        Av.written(avio_close(closing), target);
    }

    @Override
    public void close() {
        if (io != null) {
            avio_close(io);
            io = null;
        }
        avformat_free_context(context);
    }

    /** MP4 keeps a late start in units of the whole film: 1/1000 s unless told otherwise, which is not exact. */
    private long movieTimescale(long video) {
        long common = video;
        for (int i = 0; i < context.nb_streams(); i++) {
            AVCodecParameters p = context.streams(i).codecpar();
            if (p.codec_type() == AVMEDIA_TYPE_AUDIO && p.sample_rate() > 0) {
                long wider = common / gcd(common, p.sample_rate()) * p.sample_rate();
                common = wider <= MAX_MOVIE_TIMESCALE ? wider : common;
            }
        }
        return common;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Counts the video packets of a finished file. */
    static long countVideoPackets(Path file) {
        long count = 0;
        AVPacket packet = av_packet_alloc();
        try (Demuxer d = Demuxer.open(file)) {
            while (d.read(packet) >= 0) {
                if (packet.stream_index() == d.video().index()) {
                    count++;
                }
                av_packet_unref(packet);
            }
        } catch (org.impasto.ImpastoException.BadInput e) {
            throw new OutputFailed("the finished file cannot be read back: " + e.getMessage(), e);
        } finally {
            av_packet_free(packet);
        }
        return count;
    }
}
