package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Carries the source's sound, subtitles and attachments into the output: packet by packet, else sound and text
 * subtitles encoded anew.
 */
final class StreamCopy implements SideTracks {
    private final Demuxer demuxer;
    private final Muxer muxer;
    private final Map<Integer, SideTrack> tracks = new HashMap<>();
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
        SideTrackChoice choice = new SideTrackChoice(muxer, messages);
        try {
            for (int i = 0; i < demuxer.context().nb_streams(); i++) {
                if (i != demuxer.video().index()) {
                    choice.of(demuxer.context().streams(i)).ifPresent(t -> tracks.put(t.from().index(), t));
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
        for (SideTrack t : tracks.values()) {
            if (t.transcoder() != null) {
                t.transcoder().flush(p -> writeEncoded(t, p));
            }
        }
    }

    @Override
    public void close() {
        tracks.values().stream().filter(t -> t.transcoder() != null).forEach(t -> t.transcoder().close());
        av_packet_free(packet);
        demuxer.close();
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
        return (tracks.get(p.stream_index()).from().disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    }

    private void take() {
        SideTrack t = tracks.get(packet.stream_index());
        if (t.transcoder() != null) {
            t.transcoder().add(packet, p -> writeEncoded(t, p));
            drop();
            return;
        }
        long by = timeless(packet) ? 0 : Av.rescale(shift, videoBase, t.base());
        if (packet.dts() == Av.NO_TIME) {
            packet.dts(packet.pts());
        }
        if (packet.pts() != Av.NO_TIME) {
            packet.pts(packet.pts() + by);
        }
        if (packet.dts() != Av.NO_TIME) {
            packet.dts(packet.dts() + by);
        }
        muxer.write(packet, t.to());
        drop();
    }

    private void writeEncoded(SideTrack t, AVPacket p) {
        long by = Av.rescale(shift, videoBase, t.outBase());
        p.pts(p.pts() + by).dts(p.dts() + by);
        muxer.write(p, t.to());
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
        return av_compare_ts(time, Av.q(tracks.get(p.stream_index()).base()), pts, Av.q(videoBase));
    }
}
