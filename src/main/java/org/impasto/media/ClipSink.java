package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_EXPERIMENTAL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.impasto.ImpastoException;

/** Encodes frames into a file, together with the other streams of the source. Owns encoder, muxer and the file aside. */
final class ClipSink implements FrameSink {
    private static final AVRational MICROS = new AVRational().num(1).den(AV_TIME_BASE);

    // AVFMT_AVOID_NEG_TS_DISABLED, which the bindings lack.
    private static final int NO_SHIFT = 0;

    private final Path output;
    private final OutputFile file;
    private final AVFormatContext muxer = new AVFormatContext(null);
    private final VideoEncoder encoder;
    private final AVStream stream;
    private final Optional<StreamCopy> copy;
    private final Optional<AudioTrack> track;
    private final VideoInfo video;
    private final long origin;
    private final boolean keepTimestamps;
    private boolean opened;
    private boolean finished;
    private long frames;
    private long shift;
    private long firstPts;
    private long lastEnd;

    /** @param origin timestamp of the clip's first frame: where a range is shifted to */
    ClipSink(Path output, VideoInfo video, long origin, Optional<Path> source, Optional<Audio> audio, EncodeSettings settings,
            boolean overwrite, Consumer<String> messages) {
        Av.load();
        this.output = output;
        this.video = video;
        this.origin = origin;
        this.keepTimestamps = settings.keepTimestamps();
        file = new OutputFile(output, source, overwrite);
        AVOutputFormat format = av_guess_format(null, output.getFileName().toString(), null);
        if (format == null || format.isNull()) {
            throw new ImpastoException.Usage("the name " + output.getFileName()
                    + " does not say which kind of file is wanted: end it in .mp4, .mov, .mkv or .webm");
        }
        avformat_alloc_output_context2(muxer, format, (String) null, file.aside().toString());
        encoder = new VideoEncoder(output, video, settings, (format.flags() & AVFMT_GLOBALHEADER) != 0, messages);
        if (avformat_query_codec(format, encoder.codec.codec_id(), FF_COMPLIANCE_EXPERIMENTAL) == 0) {
            throw new ImpastoException.Usage("a " + format.name().getString() + " file cannot hold what "
                    + encoder.description + " makes: choose another --codec or another file ending");
        }
        stream = avformat_new_stream(muxer, null);
        avcodec_parameters_from_context(stream.codecpar(), encoder.codec);
        stream.time_base(encoder.codec.time_base());
        stream.avg_frame_rate(encoder.codec.framerate());
        stream.sample_aspect_ratio(encoder.codec.sample_aspect_ratio());
        copy = source.map(s -> new StreamCopy(s, muxer, messages));
        copy.ifPresent(c -> c.describe(stream));
        track = audio.map(a -> new AudioTrack(a, muxer));
        rangeChecks(messages);
    }

    private void rangeChecks(Consumer<String> messages) {
        boolean matroska = muxer.oformat().name().getString().contains("matroska") || muxer.oformat().name().getString().contains("webm");
        if (matroska && 1000 % video.timeBase().den() != 0) {
            messages.accept("a " + muxer.oformat().name().getString()
                    + " file counts in milliseconds: presentation times are rounded to them");
        }
    }

    @Override
    public String encoder() {
        return encoder.description;
    }

    @Override
    public void write(Frame frame) {
        if (frames == 0) {
            firstPts = frame.pts();
            shift = keepTimestamps ? 0 : origin - firstPts;
            begin();
        }
        frames++;
        encoder.encode(frame, frame.pts() + shift, this::mux);
        lastEnd = frame.pts() + Math.max(frame.duration(), 1);
        // The sound up to the end of this frame, so that neither side has to wait long in the muxer.
        copy.ifPresent(c -> c.upTo(soundFrom(), micros(lastEnd), micros(shift)));
        track.ifPresent(t -> t.upTo(micros(lastEnd + shift)));
    }

    /** Where the sound begins: at the first frame of a range; with whatever comes before the picture for a whole clip. */
    private long soundFrom() {
        return firstPts == origin ? Long.MIN_VALUE : micros(firstPts);
    }

    private long micros(long pts) {
        return av_rescale_q(pts, encoder.codec.time_base(), MICROS);
    }

    private void begin() {
        AVIOContext io = new AVIOContext(null);
        int code = avio_open(io, file.aside().toString(), AVIO_FLAG_WRITE);
        if (code < 0) {
            throw failed("cannot be opened for writing", code);
        }
        muxer.pb(io);
        opened = true;
        AVDictionary options = new AVDictionary(null);
        String format = muxer.oformat().name().getString();
        if (format.equals("mp4") || format.equals("mov")) {
            av_dict_set(options, "movflags", "+faststart", 0);
            av_dict_set(options, "video_track_timescale", Long.toString(video.timeBase().den()), 0);
        }
        // Times are the source's; only what lies before zero, the sound's priming say, may move everything.
        muxer.avoid_negative_ts(NO_SHIFT);
        code = avformat_write_header(muxer, options);
        av_dict_free(options);
        if (code < 0) {
            throw failed("cannot be begun: its kind of file does not take these streams", code);
        }
    }

    private void mux(AVPacket packet) {
        av_packet_rescale_ts(packet, encoder.codec.time_base(), stream.time_base());
        packet.stream_index(stream.index());
        int code = av_interleaved_write_frame(muxer, packet);
        if (code < 0) {
            throw failed("cannot be written", code);
        }
    }

    @Override
    public void finish() {
        if (frames == 0) {
            throw new ImpastoException.OutputFailed(output + " would hold no frame");
        }
        encoder.flush(this::mux);
        copy.ifPresent(c -> c.upTo(soundFrom(), wholeClip() ? Long.MAX_VALUE : micros(lastEnd), micros(shift)));
        track.ifPresent(AudioTrack::finish);
        int code = av_write_trailer(muxer);
        int closed = avio_closep(muxer.pb());
        opened = false;
        muxer.pb(null);
        if (code < 0 || closed < 0) {
            throw failed("cannot be completed", Math.min(code, closed));
        }
        verify();
        file.publish();
        finished = true;
    }

    private boolean wholeClip() {
        return firstPts == origin && (video.frames() == 0 || frames >= video.frames());
    }

    /** Reads the file again: what cannot be read, or has lost frames, must not be published. */
    private void verify() {
        long found = PacketCount.of(file.aside());
        if (found != frames) {
            throw new ImpastoException.OutputFailed(output + " is not complete: " + frames + " frames were written, "
                    + found + " are in the file");
        }
    }

    private ImpastoException failed(String what, int code) {
        return new ImpastoException.OutputFailed(output + " " + what + ": " + Av.error(code));
    }

    @Override
    public void close() {
        copy.ifPresent(StreamCopy::close);
        track.ifPresent(AudioTrack::close);
        encoder.close();
        if (opened) {
            avio_closep(muxer.pb());
            muxer.pb(null);
        }
        avformat_free_context(muxer);
        if (!finished) {
            file.discard();
        }
    }
}
