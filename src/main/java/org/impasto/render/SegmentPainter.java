package org.impasto.render;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.impasto.coherence.Coming;
import org.impasto.direction.Grade;
import org.impasto.direction.Mattes;
import org.impasto.flow.KnownMotion;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.media.Frame;

/**
 * Paints a run of frames of a shot, all its tracks, from the states before it: a pure function of those and the source's frames. One
 * thread at a time; keeps a decoder from run to run.
 */
final class SegmentPainter implements AutoCloseable {
    private record BackKey(int track, long pin) {
    }

    private final Path input;
    private final Path scratch;
    private final int threads;
    private final StylizerPool pool;
    private final Directions directions;
    private final Survey survey;
    private final Optional<KnownMotion> known;
    private final StageClock clock;
    private final Cancellation cancellation;
    private final SourceReader reader;
    private final Rows rows;
    private final Mattes mattes = new Mattes();
    private final Map<BackKey, BackwardPass> passes = new HashMap<>();

    /** @param scratch folder in which it may put things aside
     *  @param known motion; empty where it is to be estimated */
    SegmentPainter(RenderRequest request, Path scratch, StylizerPool pool, Directions directions, Survey survey, Optional<KnownMotion> known,
            StageClock clock, Cancellation cancellation) {
        this.input = request.input();
        this.scratch = scratch;
        this.threads = request.threads();
        this.pool = pool;
        this.directions = directions;
        this.survey = survey;
        this.known = known;
        this.clock = clock;
        this.cancellation = cancellation;
        this.reader = new SourceReader(request.input(), threads, survey, clock);
        this.rows = new Rows(threads);
    }

    /**
     * Paints all frames of a segment.
     *
     * @param tracks of its shot
     * @param before states after the frame before it, by track; those that {@link Need} asks for
     * @param ends tracks whose state after the last frame is wanted
     * @param shown takes the frames
     * @return those states
     */
    Map<Integer, TrackState> paint(Segment segment, List<Track> tracks, Map<Integer, TrackState> before, Set<Integer> ends,
            Consumer<Frame> shown) {
        Need need = Need.of(tracks, segment.shotFirst(), segment.first(), segment.last(), ends);
        Optional<String> aheadStyle = aheadStyle(tracks, need);
        boolean motion = tracks.stream().anyMatch(t -> t.settings().coherent());
        boolean looksAhead = tracks.stream().anyMatch(t -> need.until().containsKey(t.number()) && follows(t, segment));
        Map<Integer, TrackPainter> painters = new HashMap<>();
        try (LookAhead ahead = new LookAhead(reader.from(Math.max(segment.first() - 1, segment.shotFirst())), threads,
                motion ? Optional.of(new Motions(known, looksAhead, clock)) : Optional.empty(),
                aheadStyle.flatMap(s -> Painter.alone(pool.get(s))), clock)) {
            for (Track t : tracks) {
                painters.put(t.number(), new TrackPainter(t.settings(), directions.of(t.settings()), pool, aheadStyle, mattes, rows,
                        clock));
                painters.get(t.number()).reachBack(pin -> backwards(t, segment, pin));
                painters.get(t.number()).resume(before.getOrDefault(t.number(), TrackState.EMPTY));
            }
            ahead.start(segment.first(), looksAhead ? segment.known() : segment.last(), survey::beginsShot);
            Window window = new Window(ahead::next, looksAhead ? Coming.MOST : 0);
            for (Optional<Prepared> next = window.next(); next.isPresent() && next.get().frame().index() <= segment.last(); next = window.next()) {
                cancellation.check();
                List<Prepared> coming = window.after(next.get(), segment::isGridEnd);
                shown.accept(next.get().frame().with(frame(next.get(), coming, segment, tracks, need, painters)));
            }
        }
        Map<Integer, TrackState> after = new HashMap<>();
        ends.forEach(k -> after.put(k, painters.get(k).state()));
        return after;
    }

    /** The pass back from a pinned frame; kept for the next segments of its shot. */
    private BackwardPass backwards(Track track, Segment segment, long pin) {
        BackKey key = new BackKey(track.number(), pin);
        if (!passes.containsKey(key)) {
            // Pins of other shots are done with.
            closePasses(k -> k.pin() < segment.shotFirst() || k.pin() > segment.shotLast());
            Segment reached = new Segment(segment.shot(), segment.shotFirst(), segment.shotLast(), segment.shotFirst(), pin);
            TrackPainter painter = new TrackPainter(track.settings(), directions.of(track.settings()), pool, Optional.empty(), mattes, rows, clock);
            passes.put(key, new BackwardPass(new SourceReader(input, threads, survey, clock), painter, reached,
                    scratch.resolve("back-" + track.number() + "-" + pin), new Motions(known, false, clock), cancellation));
        }
        return passes.get(key);
    }

    private void closePasses(Predicate<BackKey> which) {
        passes.entrySet().removeIf(e -> {
            if (which.test(e.getKey())) {
                e.getValue().close();
                return true;
            }
            return false;
        });
    }

    private Image frame(Prepared p, List<Prepared> coming, Segment segment, List<Track> tracks, Need need, Map<Integer, TrackPainter> painters) {
        long t = p.frame().index();
        // From the top, so that a track that begins takes over the state of the one below before that goes on.
        Map<Integer, Image> painted = new HashMap<>();
        for (int i = tracks.size() - 1; i >= 0; i--) {
            Track track = tracks.get(i);
            if (need.paints(track, t)) {
                TrackPainter painter = painters.get(track.number());
                if (t == track.first()) {
                    track.origin(tracks, segment.shotFirst()).ifPresent(o -> painter.resume(painters.get(o.number()).state()));
                }
                painted.put(track.number(), painter.paint(p, coming.stream().filter(c -> track.paints(c.frame().index())).toList(), segment));
                if (segment.isGridEnd(t)) {
                    // Also where nothing is stored: a warm-up must pass on what a whole render does.
                    painter.resume(painter.state().compact());
                }
            }
        }
        Image picture = null;
        for (Track track : tracks) {
            if (track.isSeen(tracks, t)) {
                Image own = painted.get(track.number());
                picture = track.weight(t) == 1 ? own : Grade.mixed(picture, own, track.weight(t), rows);
            }
        }
        return picture;
    }

    /** Whether anything of a track is painted in a segment by a network that the film follows. */
    private boolean follows(Track track, Segment segment) {
        return track.settings().coherent()
                && pool.follows(directions.styles(track.settings(), segment, Math.max(segment.first(), track.first()), Math.min(segment.known(), track.end())));
    }

    /** The style that frames may be painted in ahead of time: where nothing but one style is wanted of all of them. */
    private Optional<String> aheadStyle(List<Track> tracks, Need need) {
        List<PaintSettings> used = tracks.stream().filter(t -> need.until().containsKey(t.number())).map(Track::settings).distinct().toList();
        boolean plain = used.stream().map(PaintSettings::style).distinct().count() == 1
                && used.stream().allMatch(s -> s.direction() == null);
        return plain ? Optional.of(used.get(0).style()) : Optional.empty();
    }

    @Override
    public void close() {
        closePasses(k -> true);
        reader.close();
        mattes.close();
        rows.close();
    }
}
