package org.impasto.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.impasto.flow.FarnebackFlow;
import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.impasto.image.Luma;
import org.impasto.image.Plane;
import org.impasto.measure.WarpError;
import org.impasto.media.Clips;
import org.impasto.media.FrameSource;
import org.impasto.store.RenderStore;
import org.impasto.store.SegmentEntry;

/**
 * Measures how well a range that was rendered again joins: the warp error ({@link WarpError}, Farnebäck's flow, as encoded) of the frames
 * where it begins and ends, beside that of the frames around.
 */
final class Seams {
    private static final int AROUND = 12;

    private final Survey survey;
    private final SourceReader source;
    private final RenderStore store;
    private final FrameRange range;

    /** @param source closed by its owner after this */
    Seams(Survey survey, SourceReader source, RenderStore store, FrameRange range) {
        this.survey = survey;
        this.source = source;
        this.store = store;
        this.range = range;
    }

    /** One sentence for each join that there is. */
    List<String> of(Take take) {
        List<String> sentences = new ArrayList<>();
        int shot = survey.shot(take.first());
        if (take.first() > Math.max(survey.shots()[shot], range.first())) {
            long lead = Math.min(take.lead(), (Math.min(take.last(), survey.lastOf(shot)) - take.first() + 1) / 2);
            sentences.add(sentence("at frame " + take.first(), take.first(), take.first() + lead, shot));
        }
        int lastShot = survey.shot(take.last());
        long end = Math.min(survey.lastOf(lastShot), range.last());
        if (!take.throughShot() && take.last() < end) {
            long joined = Math.min(take.last() + take.blend() + 1, end);
            sentences.add(sentence("behind frame " + take.last(), take.last() + 1, joined, lastShot));
        }
        return sentences;
    }

    private String sentence(String where, long from, long to, int shot) {
        long first = Math.max(from - AROUND, Math.max(survey.shots()[shot], range.first()) + 1);
        long last = Math.min(to + AROUND, Math.min(survey.lastOf(shot), range.last()));
        double most = 0;
        List<Double> ordinary = new ArrayList<>();
        List<Double> errors = errors(first, last);
        for (long t = first; t <= last; t++) {
            double error = errors.get((int) (t - first));
            if (t >= from && t <= to) {
                most = Math.max(most, error);
            } else {
                ordinary.add(error);
            }
        }
        ordinary.sort(null);
        double median = ordinary.isEmpty() ? 0 : ordinary.get(ordinary.size() / 2);
        return String.format(Locale.ROOT, "the join %s: warp error %.3g, the %d frames around have a median of %.3g%s", where, most,
                ordinary.size(), median, median > 0 ? String.format(Locale.ROOT, " (%.2f times)", most / median) : "");
    }

    /** Warp errors of the frames {@code first} to {@code last}, each against the one before it. */
    private List<Double> errors(long first, long last) {
        List<Double> errors = new ArrayList<>();
        FrameSource frames = source.from(first - 1);
        try (FarnebackFlow flow = new FarnebackFlow(); Shown shown = new Shown(first - 1)) {
            Plane before = Luma.of(frames.next().orElseThrow().image());
            Image paintedBefore = shown.next();
            for (long t = first; t <= last; t++) {
                Plane now = Luma.of(frames.next().orElseThrow().image());
                Image painted = shown.next();
                FlowField backward = flow.estimate(now, before);
                errors.add(WarpError.of(paintedBefore, painted, backward, WarpError.hidden(backward, flow.estimate(before, now))));
                before = now;
                paintedBefore = painted;
            }
        }
        return errors;
    }

    /** The rendered frames, from the store's segments. */
    private final class Shown implements AutoCloseable {
        private long next;
        private FrameSource open;
        private long openLast = -1;

        Shown(long first) {
            next = first;
        }

        Image next() {
            if (open == null || next > openLast) {
                close();
                SegmentEntry e = store.manifest().segments().stream().filter(s -> s.first() <= next && next <= s.last())
                        .findFirst().orElseThrow();
                open = Clips.open(store.path(e.file()), 1);
                openLast = e.last();
                for (long skip = e.first(); skip < next; skip++) {
                    open.next();
                }
            }
            next++;
            return open.next().orElseThrow().image();
        }

        @Override
        public void close() {
            if (open != null) {
                open.close();
                open = null;
            }
        }
    }
}
