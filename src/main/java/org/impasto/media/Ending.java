package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** Finds out whether a file ends before the clip does, from what its container announces. */
final class Ending {
    private static final Rational MICROS = new Rational(1, 1_000_000);
    private static final long SLACK = 1_000_000;

    private final Path path;
    private final Demuxer demuxer;
    private final VideoInfo info;
    private final long[] packets;
    private long lastEnd = Long.MIN_VALUE;
    private long lastVideo = Long.MIN_VALUE;

    Ending(Path path, Demuxer demuxer, VideoInfo info) {
        this.path = path;
        this.demuxer = demuxer;
        this.info = info;
        this.packets = new long[demuxer.context().nb_streams()];
    }

    /** A packet was read. */
    void passed(AVPacket p) {
        if (p.stream_index() >= packets.length) {
            return; // a stream that appears on the way
        }
        boolean video = p.stream_index() == demuxer.video().index();
        if (video || (p.flags() & AV_PKT_FLAG_CORRUPT) == 0) {
            packets[p.stream_index()]++;
        }
        long time = p.pts() == Av.NO_TIME ? p.dts() : p.pts();
        if (time != Av.NO_TIME) {
            long end = Av.rescale(time + p.duration(), Av.timeBase(demuxer.context().streams(p.stream_index()).time_base()), MICROS);
            lastEnd = Math.max(lastEnd, end);
            lastVideo = video ? Math.max(lastVideo, end) : lastVideo;
        }
    }

    /** Tells the log what is missing, after the last packet. */
    void check(DamageLog log) {
        long indexed = demuxer.indexedPackets();
        long read = packets[demuxer.video().index()];
        boolean cutOff = CutOff.is(path, Av.name(demuxer.context().iformat().name()));
        if (indexed > read) {
            log.truncated(indexed - read, "the file ends before the clip does: " + (indexed - read) + " of its " + indexed
                    + " frames are missing" + from());
        } else if (indexed == 0 && (cutOff || tooShort())) {
            long frames = missingFrames();
            if (frames == 0 && announcesDuration()) {
                log.note("the end of the file is cut off, but no frame is missing");
            } else {
                log.truncated(frames, "the file ends before the clip does: " + (frames > 0 ? "about " + frames + " frames are"
                        : "its last frames are") + " missing" + from());
            }
        }
        for (int i = 0; i < packets.length; i++) {
            AVStream s = demuxer.context().streams(i);
            long lacking = demuxer.indexedPackets(s) - packets[i];
            if (s.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO && lacking > 0) {
                log.truncated(lacking, lacking + " of " + demuxer.indexedPackets(s) + " packets of the stream " + Probe.describe(s)
                        + " are missing");
            }
        }
    }

    private String from() {
        long start = Math.max(0, demuxer.context().start_time());
        return lastVideo == Long.MIN_VALUE ? "" : String.format(Locale.ROOT, ", from about %.3f s on", (lastVideo - start) / 1e6);
    }

    private boolean announcesDuration() {
        return demuxer.context().duration_estimation_method() == AVFMT_DURATION_FROM_STREAM && demuxer.context().duration() > 0;
    }

    /** Whether what was read is shorter than the header says, by more than headers err. */
    private boolean tooShort() {
        return announcesDuration() && lastEnd != Long.MIN_VALUE && duration() - lastEnd > SLACK;
    }

    private long duration() {
        return demuxer.context().duration() + Math.max(0, demuxer.context().start_time());
    }

    private long missingFrames() {
        return announcesDuration() && lastVideo != Long.MIN_VALUE && info.frameRate().num() > 0
                ? (long) (Math.max(0, duration() - lastVideo) / 1e6 * info.frameRate().toDouble()) : 0;
    }
}
