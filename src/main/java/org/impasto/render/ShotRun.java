package org.impasto.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.impasto.media.Clips;
import org.impasto.media.SegmentSink;
import org.impasto.store.RenderStore;
import org.impasto.store.SegmentEntry;
import org.impasto.store.StateEntry;
import org.impasto.store.Stored;

/**
 * Renders the segments of one shot, in order: those that the store has as they must be are kept, the others are painted from the state
 * before them. Nothing but the store is shared with other shots.
 */
final class ShotRun {
    private final RenderRequest request;
    private final RenderStore store;
    private final StateFiles states;
    private final Fingerprints fingerprints;
    private final SegmentPainter painter;
    private final StageClock clock;
    private final Ledger ledger;
    private final List<Segment> segments;
    private final List<Track> tracks;
    private final long planLast;

    /** @param segments of one shot, those of the plan
     *  @param takes rendered over the base settings, in order */
    ShotRun(RenderRequest request, PaintSettings base, List<Take> takes, RenderStore store, Fingerprints fingerprints, SegmentPainter painter,
            StageClock clock, Ledger ledger, List<Segment> segments) {
        this.request = request;
        this.store = store;
        this.states = new StateFiles(store);
        this.fingerprints = fingerprints;
        this.painter = painter;
        this.clock = clock;
        this.ledger = ledger;
        this.segments = segments;
        Segment any = segments.get(0);
        this.tracks = Track.of(any.shotFirst(), any.shotLast(), base, takes);
        this.planLast = segments.get(segments.size() - 1).last();
    }

    void run() {
        Boundary[] before = new Boundary[segments.size() + 1];
        boolean[] forced = new boolean[segments.size()];
        before[0] = beginning(segments.get(0));
        for (int m = 0; m < segments.size();) {
            Segment s = segments.get(m);
            if (!forced[m]) {
                Verdict verdict = judge(s, before[m]);
                if (verdict.kept().isPresent()) {
                    ledger.kept(s);
                    before[++m] = verdict.kept().get();
                    continue;
                }
                verdict.again().ifPresent(reason -> ledger.again(s, reason));
            }
            Set<Integer> ends = ends(s);
            Set<Integer> starts = Need.of(tracks, s.shotFirst(), s.first(), s.last(), ends).starts();
            Optional<Map<Integer, TrackState>> from = before[m].load(starts, states);
            if (from.isEmpty() && m == 0) {
                from = Optional.of(warmUp(s.first() - 1, starts));
            } else if (from.isEmpty()) {
                ledger.again(segments.get(m - 1), "the state after it is damaged");
                forced[--m] = true;
                continue;
            }
            before[m + 1] = render(s, before[m], from.get(), ends);
            before[m] = new Boundary(before[m].contents(), before[m].entries(), Map.of());
            m++;
        }
    }

    /** Tracks whose state after a segment the rest of the plan needs. */
    private Set<Integer> needed(Segment s) {
        return s.last() >= planLast ? Set.of() : Need.of(tracks, s.shotFirst(), s.last() + 1, planLast, Set.of()).starts();
    }

    /** Those whose state is to be stored: needed, or of use to a later render. */
    private Set<Integer> ends(Segment s) {
        Set<Integer> ends = new TreeSet<>(needed(s));
        if (s.endsOnGrid()) {
            tracks.stream().filter(t -> t.paints(s.last()) && t.paints(s.last() + 1) && t.isSeen(tracks, s.last() + 1))
                    .forEach(t -> ends.add(t.number()));
        }
        return ends;
    }

    /** A plan that begins inside a shot begins from a state that depends on nothing but the frames before. */
    private Boundary beginning(Segment first) {
        if (first.first() == first.shotFirst()) {
            return Boundary.NONE;
        }
        Segment all = new Segment(first.shot(), first.shotFirst(), first.shotLast(), first.shotFirst(), first.first() - 1);
        Map<Integer, String> contents = new HashMap<>();
        tracks.stream().filter(t -> t.paints(all.last())).forEach(t -> contents.put(t.number(),
                "as painted from the shot's beginning: " + fingerprints.piece(t, all, tracks, Map.of())));
        return new Boundary(contents, Map.of(), Map.of());
    }

    /** @param kept the states after a segment that is kept
     *  @param again why it is not, where the store has one that will not do */
    private record Verdict(Optional<Boundary> kept, Optional<String> again) {
        static Verdict again(String reason) {
            return new Verdict(Optional.empty(), Optional.of(reason));
        }
    }

    private Verdict judge(Segment s, Boundary before) {
        Optional<SegmentEntry> found = store.manifest().segment(s.first(), s.last());
        if (found.isEmpty()) {
            return new Verdict(Optional.empty(), Optional.empty());
        }
        SegmentEntry entry = found.get();
        for (Map.Entry<String, String> part : fingerprints.parts(s, tracks, before.contents()).entrySet()) {
            // What an older version of Impasto did not know of was not there.
            if (!part.getValue().equals(entry.parts().getOrDefault(part.getKey(), ""))) {
                return Verdict.again(part.getKey() + " has changed");
            }
        }
        String damage = store.damage(entry.file());
        if (damage != null) {
            return Verdict.again(entry.file().file() + " is " + damage);
        }
        Optional<Boundary> after = stored(s, needed(s), before);
        return after.isPresent() ? new Verdict(after, Optional.empty()) : Verdict.again("the state after it is not in the store");
    }

    /** How each segment stands, with nothing rendered. */
    List<SegmentStatus> inspect() {
        List<SegmentStatus> all = new ArrayList<>();
        Boundary before = beginning(segments.get(0));
        boolean open = false;
        for (Segment s : segments) {
            Verdict verdict = judge(s, before);
            boolean there = store.manifest().segment(s.first(), s.last()).isPresent();
            String again = !there ? "not rendered yet" : open ? "what comes before may change" : verdict.again().orElse(null);
            open = verdict.kept().isEmpty();
            before = verdict.kept().orElse(Boundary.NONE);
            all.add(new SegmentStatus(s.first(), s.last(),
                    store.manifest().segment(s.first(), s.last()).map(e -> e.file().bytes()).orElse(0L),
                    store.manifest().states().stream().filter(e -> e.frame() == s.last()).mapToLong(e -> e.file().bytes()).sum(),
                    Optional.ofNullable(again)));
        }
        return all;
    }

    /** The states after a segment, where the store has them all. */
    private Optional<Boundary> stored(Segment s, Set<Integer> wanted, Boundary before) {
        Map<Integer, StateEntry> entries = new HashMap<>();
        for (Track t : tracks) {
            if (t.paints(s.last())) {
                store.manifest().state(s.last(), t.number())
                        .filter(e -> e.fingerprint().equals(fingerprints.piece(t, s, tracks, before.contents())))
                        .ifPresent(e -> entries.put(t.number(), e));
            }
        }
        return entries.keySet().containsAll(wanted) ? Optional.of(Boundary.stored(entries)) : Optional.empty();
    }

    private Boundary render(Segment s, Boundary before, Map<Integer, TrackState> from, Set<Integer> ends) {
        Map<Integer, TrackState> after = new HashMap<>();
        int[] delay = new int[1];
        String name = String.format("segment-%07d-%07d.nut", s.first(), s.last());
        Stored file = store.publish(name, path -> {
            try (SegmentSink sink = Clips.segment(path, request.input(), request.output(), request.encode());
                    FrameWriter writer = new FrameWriter(sink, clock, n -> ledger.frameDone())) {
                after.putAll(painter.paint(s, tracks, from, ends, writer::write));
                writer.drain();
                clock.run("encode", sink::finish);
                delay[0] = sink.delay();
            }
        });
        Map<Integer, StateEntry> entries = new HashMap<>();
        for (Track t : tracks) {
            if (ends.contains(t.number())) {
                String fingerprint = fingerprints.piece(t, s, tracks, before.contents());
                entries.put(t.number(), clock.time("store", () -> states.save(s.last(), t.number(), fingerprint, after.get(t.number()))));
            }
        }
        stored(s, Set.of(), before).ifPresent(b -> b.entries().forEach(entries::putIfAbsent));
        store.add(new SegmentEntry(s.first(), s.last(), fingerprints.parts(s, tracks, before.contents()), delay[0], file));
        ledger.rendered(s);
        return Boundary.stored(entries).with(after);
    }

    /** Paints what lies between the nearest stored state and a frame, for the states after that. */
    private Map<Integer, TrackState> warmUp(long until, Set<Integer> starts) {
        Segment shot = segments.get(0);
        Boundary known = Boundary.NONE;
        Boundary best = Boundary.NONE;
        long begin = shot.shotFirst();
        for (long grid = shot.shotFirst(); grid + Segment.LENGTH - 1 <= until; grid += Segment.LENGTH) {
            Segment s = new Segment(shot.shot(), shot.shotFirst(), shot.shotLast(), grid, grid + Segment.LENGTH - 1);
            Optional<Boundary> next = stored(s, Need.of(tracks, s.shotFirst(), s.last() + 1, until, starts).starts(), known);
            if (next.isEmpty()) {
                break;
            }
            known = next.get();
            if (known.load(Need.of(tracks, s.shotFirst(), s.last() + 1, until, starts).starts(), states).isPresent()) {
                best = known;
                begin = s.last() + 1;
            }
        }
        Segment rest = new Segment(shot.shot(), shot.shotFirst(), shot.shotLast(), begin, until);
        if (begin > until) {
            return best.load(starts, states).orElseThrow();
        }
        Map<Integer, TrackState> from = best.load(Need.of(tracks, shot.shotFirst(), begin, until, starts).starts(), states).orElseThrow();
        return painter.paint(rest, tracks, from, starts, f -> ledger.warmedUp());
    }
}
