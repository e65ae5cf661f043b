package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Carries the source's sound, subtitles and attachments into the output: packet by packet, else sound encoded anew. */
final class StreamCopy implements SideTracks {
    /** Where a stream of the source goes; {@code transcoder} is null where packets are copied. */
    private record Track(AVStream from, AVStream to, AudioTranscoder transcoder, Rational base, Rational outBase) {
    }

    private final Demuxer demuxer;
    private final Muxer muxer;
    private final Map<Integer, Track> tracks = new HashMap<>();
    private final AVPacket packet = av_packet_alloc();
    private final Rational videoBase;
    private boolean pending;
    private boolean ended;
    private long start = Av.NO_TIME;
    private long shift;

    StreamCopy(Path source, Muxer muxer, Consumer<String> messages) {
        this.muxer = muxer;
        demuxer = Demuxer.open(source);
        videoBase = demuxer.timeBase();
        try {
            for (int i = 0; i < demuxer.context().nb_streams(); i++) {
                if (i != demuxer.video().index()) {
                    add(demuxer.context().streams(i), messages);
                }
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    Demuxer source() {
        return demuxer;
    }

    @Override
    public void begin(long first, long by) {
        start = first;
        shift = by;
    }

    @Override
    public void writeUntil(long pts) {
        while (advance() && !isAfter(packet, pts)) {
            take();
        }
    }

    @Override
    public void finish(long end) {
        while (advance()) {
            if (end == Av.NO_TIME || compare(packet, end) < 0) {
                take();
            } else {
                drop();
            }
        }
        for (Track t : tracks.values()) {
            if (t.transcoder != null) {
                t.transcoder.flush(p -> writeEncoded(t, p));
            }
        }
    }

    @Override
    public void close() {
        tracks.values().stream().filter(t -> t.transcoder != null).forEach(t -> t.transcoder.close());
        av_packet_free(packet);
        demuxer.close();
    }

    private void add(AVStream s, Consumer<String> messages) {
        AVCodecParameters p = s.codecpar();
        String name = Probe.describe(s);
        boolean cover = (s.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
        int type = p.codec_type();
        boolean wanted = type == AVMEDIA_TYPE_AUDIO || type == AVMEDIA_TYPE_SUBTITLE
                || type == AVMEDIA_TYPE_ATTACHMENT || cover;
        boolean chapterText = type == AVMEDIA_TYPE_DATA && p.codec_id() == AV_CODEC_ID_BIN_DATA;
        if (!wanted) {
            if (!chapterText) { // chapters are written from the chapter list
                messages.accept("The stream " + name + " of the clip is not in the output.");
            }
            return;
        }
        boolean holds = cover ? muxer.isMov()
                : type == AVMEDIA_TYPE_ATTACHMENT ? Av.name(muxer.context().oformat().name()).equals("matroska")
                : Trial.holds(muxer.context().oformat(), s);
        if (holds) {
            Rational base = Av.timeBase(s.time_base());
            AVStream out = muxer.add(p, base);
            Tags.copy(s, out);
            tracks.put(s.index(), new Track(s, out, null, base, base));
        } else if (type == AVMEDIA_TYPE_AUDIO) {
            transcode(s, name, messages);
        } else {
            messages.accept("The stream " + name + " cannot be held by a "
                    + Av.name(muxer.context().oformat().name()) + " file and is not in the output.");
        }
    }

    private void transcode(AVStream s, String name, Consumer<String> messages) {
        String encoder = Av.name(muxer.context().oformat().name()).equals("webm") ? "libopus" : "aac";
        AudioTranscoder t = new AudioTranscoder(s, encoder, muxer.wantsGlobalHeader());
        Rational units = new Rational(1, t.encoder().sampleRate());
        AVStream out = muxer.add(t.encoder().context(), units);
        Tags.copy(s, out);
        tracks.put(s.index(), new Track(s, out, t, Av.timeBase(s.time_base()), units));
        messages.accept("The stream " + name + " cannot be held by a " + Av.name(muxer.context().oformat().name())
                + " file as it is; it was encoded anew as " + (encoder.equals("aac") ? "AAC." : "Opus."));
    }

    /** Makes {@link #packet} the next one that belongs in the output. */
    private boolean advance() {
        while (!pending && !ended) {
            if (demuxer.read(packet) < 0) {
                ended = true;
            } else if (!tracks.containsKey(packet.stream_index())
                    || start != Av.NO_TIME && compare(packet, start) < 0 && !timeless(packet)) {
                av_packet_unref(packet);
            } else {
                pending = true;
            }
        }
        return pending;
    }

    private boolean timeless(AVPacket p) {
        return (tracks.get(p.stream_index()).from.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    }

    private void take() {
        Track t = tracks.get(packet.stream_index());
        if (t.transcoder != null) {
            t.transcoder.add(packet, p -> writeEncoded(t, p));
            drop();
            return;
        }
        long by = timeless(packet) ? 0 : Av.rescale(shift, videoBase, t.base);
        if (packet.dts() == Av.NO_TIME) {
            packet.dts(packet.pts());
        }
        if (packet.pts() != Av.NO_TIME) {
            packet.pts(packet.pts() + by);
        }
        if (packet.dts() != Av.NO_TIME) {
            packet.dts(packet.dts() + by);
        }
        muxer.write(packet, t.to);
        drop();
    }

    private void writeEncoded(Track t, AVPacket p) {
        long by = Av.rescale(shift, videoBase, t.outBase);
        p.pts(p.pts() + by).dts(p.dts() + by);
        muxer.write(p, t.to);
    }

    private void drop() {
        av_packet_unref(packet);
        pending = false;
    }

    private boolean isAfter(AVPacket p, long pts) {
        return compare(p, pts) > 0;
    }

    /** Compares a packet's time with a time of the video; packets without one count as early. */
    private int compare(AVPacket p, long pts) {
        long time = p.pts() == Av.NO_TIME ? p.dts() : p.pts();
        if (time == Av.NO_TIME) {
            return -1;
        }
        return av_compare_ts(time, Av.q(tracks.get(p.stream_index()).base), pts, Av.q(videoBase));
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
}
