package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Carries titles, languages, dispositions, rotation and chapters from one file to another. */
final class Tags {
    /** These describe the old file or are written by the muxer itself. */
    private static final Set<String> OF_THE_FILE = Set.of("major_brand", "minor_version", "compatible_brands", "encoder",
            "duration", "number_of_frames", "number_of_bytes", "bps", "_statistics_tags", "_statistics_writing_app",
            "_statistics_writing_date_utc", "vendor_id", "rotate");

    private Tags() {
    }

    static void copy(AVFormatContext from, AVFormatContext to) {
        to.metadata(copy(from.metadata(), to.metadata()));
    }

    static void copy(AVStream from, AVStream to) {
        to.metadata(copy(from.metadata(), to.metadata()));
        to.disposition(from.disposition());
    }

    static Map<String, String> read(AVDictionary dictionary) {
        Map<String, String> all = new LinkedHashMap<>();
        AVDictionaryEntry e = null;
        while ((e = av_dict_iterate(dictionary, e)) != null && !e.isNull()) {
            String key = Av.name(e.key());
            String plain = key.toLowerCase(java.util.Locale.ROOT).replaceAll("-.*", "");
            if (!OF_THE_FILE.contains(plain)) {
                all.put(key, Av.name(e.value()));
            }
        }
        return all;
    }

    private static AVDictionary copy(AVDictionary from, AVDictionary to) {
        AVDictionary target = to == null ? new AVDictionary(null) : to;
        read(from).forEach((k, v) -> Av.put(target, k, v));
        return target;
    }

    /** Rotation, stereo and spherical layout, as the stream's side data say. */
    static void copyGeometry(AVCodecParameters from, AVCodecParameters to) {
        for (int type : new int[] {AV_PKT_DATA_DISPLAYMATRIX, AV_PKT_DATA_STEREO3D, AV_PKT_DATA_SPHERICAL}) {
            AVPacketSideData data = av_packet_side_data_get(from.coded_side_data(), from.nb_coded_side_data(), type);
            if (data != null && !data.isNull()) {
                Pointer.memcpy(room(to, type, data.size()), data.data(), data.size());
            }
        }
    }

    static void rotate(AVCodecParameters to, int clockwise) {
        if (clockwise != 0) {
            av_display_rotation_set(new IntPointer(room(to, AV_PKT_DATA_DISPLAYMATRIX, 36)), clockwise);
        }
    }

    private static Pointer room(AVCodecParameters to, int type, long size) {
        AVPacketSideData list = to.coded_side_data() == null ? new AVPacketSideData((Pointer) null)
                : to.coded_side_data();
        try (IntPointer count = new IntPointer(1)) {
            count.put(to.nb_coded_side_data());
            AVPacketSideData added = av_packet_side_data_new(list, count, type, size, 0);
            to.coded_side_data(list).nb_coded_side_data(count.get());
            return added.data();
        }
    }

    /** Copies chapters, moved by {@code shift} (units of {@code base}); those that end before the start are left out. */
    static void copyChapters(AVFormatContext from, AVFormatContext to, Rational base, long start, long shift) {
        int n = from.nb_chapters();
        if (n == 0) {
            return;
        }
        PointerPointer<AVChapter> list = new PointerPointer<>(av_calloc(n, Long.BYTES));
        int kept = 0;
        for (int i = 0; i < n; i++) {
            AVChapter c = from.chapters(i);
            Rational units = Av.timeBase(c.time_base());
            long by = Av.rescale(shift, base, units);
            long first = start == Av.NO_TIME ? Long.MIN_VALUE : Av.rescale(start, base, units);
            if (c.end() <= first) {
                continue;
            }
            AVChapter copy = new AVChapter(av_mallocz(64));
            copy.id(c.id()).time_base(c.time_base());
            copy.start(Math.max(c.start(), first) + by).end(c.end() + by);
            copy.metadata(copy(c.metadata(), null));
            list.put(kept++, copy);
        }
        to.chapters(list).nb_chapters(kept);
    }
}
