package org.impasto.media;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects what of a clip is damaged while it is decoded, and says it in sentences that name frames and times. */
final class DamageLog {
    /** So many frames or times are named, the others counted: memory stays bounded and the sentence short. */
    private static final int NAMED = 8;

    private final Rational timeBase;
    private final Set<String> notes = new LinkedHashSet<>();
    private final Times refused = new Times();
    private final Times lost = new Times();
    private final List<long[]> concealed = new ArrayList<>();
    private long concealedFrames;
    private long missing;
    private final Set<String> endings = new LinkedHashSet<>();
    private final List<String> gaps = new ArrayList<>();

    /** Moments in units of the clip: the first few, and how many there are. */
    private static final class Times {
        private final List<Long> first = new ArrayList<>();
        private long count;

        void add(long pts) {
            count++;
            if (first.size() < NAMED && pts != Av.NO_TIME) {
                first.add(pts);
            }
        }
    }

    DamageLog(Rational timeBase) {
        this.timeBase = timeBase;
    }

    /** Something the user should know that lost nothing. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** The decoder refused a packet, or the container marked it as damaged. */
    void refused(long pts) {
        refused.add(pts);
    }

    /** A packet was taken, but its picture never came. */
    void lost(long pts) {
        lost.add(pts);
    }

    /** A frame came out with errors in it. */
    void concealed(long index) {
        concealedFrames++;
        long[] last = concealed.isEmpty() ? null : concealed.get(concealed.size() - 1);
        if (last != null && last[1] == index - 1) {
            last[1] = index;
        } else if (concealed.size() < NAMED) {
            concealed.add(new long[] {index, index});
        }
    }

    /** Something that the container announces is not in the file: so many packets or, where that is unknown, at least one. */
    void truncated(long frames, String sentence) {
        missing += Math.max(1, frames);
        endings.add(sentence);
    }

    /** No frame is shown for long. That alone is no damage, but where there is some it tells what it cost. */
    void gap(long from, long to, long origin) {
        if (gaps.size() < NAMED) {
            gaps.add(String.format(Locale.ROOT, "%.3f to %.3f s", (from - origin) * timeBase.toDouble(),
                    (to - origin) * timeBase.toDouble()));
        }
    }

    /** @param origin time of the first frame: moments are told as {@code --start} counts them */
    Damage damage(long origin) {
        List<String> sentences = new ArrayList<>(notes);
        sentences.addAll(endings);
        if (refused.count > 0) {
            sentences.add(count(refused.count, "damaged packet of the picture was", "damaged packets of the picture were")
                    + " met" + at(refused, origin));
        }
        if (lost.count > 0) {
            sentences.add(count(lost.count, "frame could not be decoded and is", "frames could not be decoded and are")
                    + " missing" + at(lost, origin));
        }
        if (concealedFrames > 0) {
            sentences.add(count(concealedFrames, "frame was", "frames were") + " decoded with errors: " + ranges());
        }
        if (refused.count + lost.count + concealedFrames > 0 && !gaps.isEmpty()) {
            sentences.add("there are no frames from " + String.join(", ", gaps));
        }
        return new Damage(refused.count, concealedFrames, missing + lost.count, sentences);
    }

    private static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    private String at(Times times, long origin) {
        if (times.first.isEmpty()) {
            return "";
        }
        List<String> words = times.first.stream().sorted()
                .map(t -> String.format(Locale.ROOT, "%.3f", (t - origin) * timeBase.toDouble())).distinct().toList();
        return ", at " + String.join(", ", words) + " s" + (times.count > times.first.size() ? " and later" : "");
    }

    private String ranges() {
        List<String> words = new ArrayList<>();
        long named = 0;
        for (long[] r : concealed) {
            words.add(r[0] == r[1] ? String.valueOf(r[0]) : r[0] + "-" + r[1]);
            named += r[1] - r[0] + 1;
        }
        return String.join(", ", words) + (concealedFrames > named ? " and others" : "");
    }
}
