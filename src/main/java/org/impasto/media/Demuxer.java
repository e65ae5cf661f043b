package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.impasto.ImpastoException.BadInput;

/** An opened clip and its packets in file order. */
final class Demuxer implements AutoCloseable {
    private static final long MAX_PIXELS = 16384L * 16384L;
    /** Formats of FFmpeg's that take nearly any text for a picture or fetch other files. */
    private static final Set<String> NO_CLIPS = Set.of("tty", "concat", "hls", "dash", "bin", "xbin", "adf", "idf");

    private final AVFormatContext context;
    private final AVStream video;
    private boolean closed;

    private Demuxer(AVFormatContext context, AVStream video) {
        this.context = context;
        this.video = video;
    }

    /** @throws BadInput where the file is no clip with a video stream */
    static Demuxer open(Path input) {
        Av.init();
        requireFile(input);
        AVFormatContext context = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        Av.put(options, "protocol_whitelist", "file");
        try (BytePointer url = Av.url(input)) {
            int rc = avformat_open_input(context, url, null, options);
            if (rc < 0) {
                throw new BadInput("expected a video clip, but " + input + " cannot be opened as one: "
                        + reason(rc));
            }
        } finally {
            av_dict_free(options);
        }
        try {
            String format = Av.name(context.iformat().name());
            if (NO_CLIPS.contains(format)) {
                throw new BadInput("expected a video clip, but " + input + " is none (" + format + ")");
            }
            int rc = avformat_find_stream_info(context, (AVDictionary) null);
            if (rc < 0) {
                throw new BadInput("expected a video clip, but the streams of " + input + " cannot be read: "
                        + reason(rc));
            }
            return new Demuxer(context, findVideo(context, input));
        } catch (RuntimeException | Error e) {
            avformat_close_input(context);
            throw e;
        }
    }

    AVFormatContext context() {
        return context;
    }

    AVStream video() {
        return video;
    }

    Rational timeBase() {
        return Av.timeBase(video.time_base());
    }

    /** Reads the next packet of any stream; negative at the end or on a failure. */
    int read(AVPacket packet) {
        return av_read_frame(context, packet);
    }

    /** Number of video packets that the container's own index lists; 0 where it has none. */
    long indexedPackets() {
        return indexedPackets(video);
    }

    /** The same for any stream. */
    long indexedPackets(AVStream stream) {
        boolean complete = Av.name(context.iformat().name()).startsWith("mov") && stream.nb_frames() > 0;
        return complete ? avformat_index_get_entries_count(stream) : 0;
    }

    /** Whether the clip has video after a time, that is whether a render that ends there is a part of it. */
    static boolean videoAfter(Path source, long pts) {
        AVPacket p = av_packet_alloc();
        try (Demuxer d = Demuxer.open(source)) {
            av_seek_frame(d.context(), d.video().index(), pts, AVSEEK_FLAG_BACKWARD);
            while (d.read(p) >= 0) {
                boolean later = p.stream_index() == d.video().index() && p.pts() != Av.NO_TIME && p.pts() > pts
                        && (p.flags() & AV_PKT_FLAG_DISCARD) == 0;
                av_packet_unref(p);
                if (later) {
                    return true;
                }
            }
            return false;
        } finally {
            av_packet_free(p);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avformat_close_input(context);
        }
    }

    private static void requireFile(Path input) {
        if (!Files.exists(input)) {
            throw new BadInput("the input " + input + " does not exist");
        }
        if (Files.isDirectory(input)) {
            throw new BadInput("expected a video clip, but " + input + " is a directory");
        }
        if (!Files.isReadable(input)) {
            throw new BadInput("the input " + input + " cannot be read");
        }
        if (input.toFile().isFile() && input.toFile().length() == 0) {
            throw new BadInput("expected a video clip, but " + input + " is empty");
        }
    }

    /** The stream with the most pixels (the first of these) that is not a cover picture. */
    private static AVStream findVideo(AVFormatContext context, Path input) {
        AVStream best = null;
        long most = -1;
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream s = context.streams(i);
            AVCodecParameters p = s.codecpar();
            if (p.codec_type() != AVMEDIA_TYPE_VIDEO || (s.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
                continue;
            }
            long pixels = (long) p.width() * p.height();
            boolean preferred = (s.disposition() & AV_DISPOSITION_DEFAULT) != 0;
            long score = pixels * 2 + (preferred ? 1 : 0);
            if (score > most) {
                best = s;
                most = score;
            }
        }
        if (best == null) {
            throw new BadInput("expected a video clip, but " + input + " has no video stream");
        }
        AVCodecParameters p = best.codecpar();
        if (p.width() < 1 || p.height() < 1 || p.format() < 0) {
            throw new BadInput("expected a video clip, but the video stream of " + input + " ("
                    + Av.name(avcodec_get_name(p.codec_id())) + ") has no decodable frame");
        }
        if ((long) p.width() * p.height() > MAX_PIXELS) {
            throw new BadInput("expected at most 16384x16384 pixels, but " + input + " has " + p.width() + "x"
                    + p.height());
        }
        return best;
    }

    private static String reason(int code) {
        return code == AVERROR_INVALIDDATA ? "no known container, or its header is missing or damaged"
                : Av.error(code);
    }
}
