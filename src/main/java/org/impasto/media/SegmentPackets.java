package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.impasto.ImpastoException.BadInput;
import org.impasto.ImpastoException.OutputFailed;

/** The packets of segments, in decoding order, given the times that they have in the whole clip. */
final class SegmentPackets {
    /** All presentation times of the clip, in order. */
    private final long[] times;
    private final int delay;
    private int written;

    /** @param parts all segments of the clip, in order */
    SegmentPackets(List<SegmentPart> parts) {
        times = parts.stream().flatMapToLong(p -> java.util.Arrays.stream(p.pts())).toArray();
        delay = Math.min(parts.stream().mapToInt(SegmentPart::delay).max().orElse(0), times.length - 1);
    }

    /** Reads the next segment; its packets' times are those of its frames, whatever its file could keep of them. */
    void read(SegmentPart part, Consumer<AVPacket> out) {
        Map<Long, Integer> rank = ranks(times(part.file()));
        if (rank.size() != part.frames()) {
            throw new OutputFailed("the segment " + part.file() + " should hold " + part.frames() + " frames, but holds " + rank.size());
        }
        AVPacket packet = av_packet_alloc();
        try (Demuxer d = open(part.file())) {
            while (d.read(packet) >= 0) {
                if (packet.stream_index() == d.video().index()) {
                    int i = rank.get(packet.pts());
                    packet.pts(part.pts()[i]).dts(decodingTime(written++)).duration(part.durations()[i]);
                    out.accept(packet);
                }
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
    }

    /** The presentation times, {@code delay} frames earlier; before the first one, the distances of the first ones again, as x264 does it. */
    private long decodingTime(int i) {
        return i >= delay ? times[i - delay] : times[i] - (times[delay] - times[0]);
    }

    /** The presentation times in a segment's file, in decoding order. */
    static List<Long> times(Path file) {
        List<Long> found = new ArrayList<>();
        AVPacket packet = av_packet_alloc();
        try (Demuxer d = open(file)) {
            while (d.read(packet) >= 0) {
                if (packet.stream_index() == d.video().index()) {
                    found.add(packet.pts());
                }
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
        return found;
    }

    /** How far a packet lies ahead of its place in the order of presentation, at most. */
    static int delay(List<Long> times) {
        Map<Long, Integer> rank = ranks(times);
        int most = 0;
        for (int i = 0; i < times.size(); i++) {
            most = Math.max(most, i - rank.get(times.get(i)));
        }
        return most;
    }

    private static Map<Long, Integer> ranks(List<Long> times) {
        Map<Long, Integer> rank = new HashMap<>();
        times.stream().sorted().forEach(t -> rank.put(t, rank.size()));
        return rank;
    }

    private static Demuxer open(Path file) {
        try {
            return Demuxer.open(file);
        } catch (BadInput e) {
            throw new OutputFailed("the segment cannot be read back: " + e.getMessage(), e);
        }
    }
}
