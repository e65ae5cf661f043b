package org.impasto.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.impasto.Digests;
import org.impasto.direction.Direction;
import org.impasto.direction.FrameDirection;
import org.impasto.direction.Pin;
import org.impasto.flow.KnownMotion;

/**
 * What the frames of a segment depend on, as hashes by name: where they are the same, the segment is. Names are in the order in which a
 * difference is told to the user.
 */
final class Fingerprints {
    private final Survey survey;
    private final StylizerPool pool;
    private final Directions directions;
    private final Optional<KnownMotion> known;
    private final String engine;
    private final String device;
    private final String encoding;

    /**
     * @param known motion; empty where it is estimated from the source
     * @param engine everything of the program that decides a pixel
     * @param device kind of the device that paints
     * @param encoding everything that decides a packet but the frames
     */
    Fingerprints(Survey survey, StylizerPool pool, Directions directions, Optional<KnownMotion> known, String engine, String device, String encoding) {
        this.survey = survey;
        this.pool = pool;
        this.directions = directions;
        this.known = known;
        this.engine = engine;
        this.device = device;
        this.encoding = encoding;
    }

    /**
     * What a segment's frames and packets depend on.
     *
     * @param before by track, what stands for the state after the frame before it
     */
    Map<String, String> parts(Segment s, List<Track> tracks, Map<Integer, String> before) {
        Need need = Need.of(tracks, s.shotFirst(), s.first(), s.last(), Set.of());
        Track base = tracks.get(0);
        boolean usesBase = need.until().containsKey(0);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("version of Impasto", Digests.sha256(engine));
        parts.put("device", device);
        parts.put("source", source(s.first(), s.last()));
        parts.put("motion", motion(s.first(), s.last()));
        parts.put("style", usesBase ? Digests.sha256(styles(base, s)) : "");
        parts.put("coherence", usesBase ? Digests.sha256(coherence(base, s)) : "");
        parts.put("direction", usesBase ? Digests.sha256(shown(base, s)) : "");
        StringBuilder takes = new StringBuilder();
        for (Track t : tracks.subList(1, tracks.size())) {
            if (t.first() <= s.last() && t.end() >= s.first()) {
                takes.append(t.first()).append('-').append(t.lead()).append('-').append(t.last()).append('-').append(t.end()).append(' ').append(shown(t, s)).append('\n');
            }
        }
        parts.put("take", takes.isEmpty() ? "" : Digests.sha256(takes.toString()));
        parts.put("encoding", Digests.sha256(encoding));
        StringBuilder start = new StringBuilder();
        need.starts().forEach(k -> start.append(k).append(' ').append(before.get(k)).append('\n'));
        parts.put("what comes before", start.isEmpty() ? "" : Digests.sha256(start.toString()));
        parts.put("what comes after", tracks.stream().filter(t -> need.until().containsKey(t.number())).map(t -> known(t, s)).collect(Collectors.joining()));
        return parts;
    }

    /** What the state of a track after a segment depends on. */
    String piece(Track track, Segment s, List<Track> tracks, Map<Integer, String> before) {
        long from = Math.max(s.first(), track.first());
        StringBuilder text = new StringBuilder(engine).append('\n').append(device).append('\n').append(s.shotFirst()).append('\n');
        text.append(source(from, s.last())).append(motion(from, s.last())).append('\n').append(painted(track, from, s));
        if (track.first() < s.first()) {
            text.append("from ").append(before.get(track.number()));
        } else {
            track.origin(tracks, s.shotFirst()).ifPresent(o -> text.append("from ").append(track.first() == s.first()
                    ? before.get(o.number())
                    : piece(o, new Segment(s.shot(), s.shotFirst(), s.shotLast(), s.first(), track.first() - 1), tracks, before)));
        }
        return Digests.sha256(text.append(known(track, s)).toString());
    }

    /** Of the frames behind a segment that may be looked at to paint its last ones; empty where nothing of them is. */
    private String known(Track track, Segment s) {
        long to = Math.min(s.known(), track.end());
        if (to <= s.last() || !track.paints(s.last()) || !track.settings().coherent() || !pool.follows(directions.styles(track.settings(), s, s.last(), s.last()))) {
            return "";
        }
        Segment behind = new Segment(s.shot(), s.shotFirst(), s.shotLast(), s.last() + 1, to);
        return Digests.sha256(source(s.last() + 1, to) + motion(s.last() + 1, to) + painted(track, s.last() + 1, behind));
    }

    private String source(long from, long to) {
        StringBuilder text = new StringBuilder();
        long lead = survey.beginsShot(from) ? from : from - 1;
        for (long t = lead; t <= to; t++) {
            int i = (int) t;
            text.append(survey.hashes()[i]).append(' ').append(survey.pts()[i] - survey.pts()[(int) from]).append(' ')
                    .append(survey.durations()[i]).append('\n');
        }
        return Digests.sha256(text.toString());
    }

    /** Of known motion; empty where it is estimated, since the source then decides it. */
    private String motion(long from, long to) {
        return known.map(k -> Digests.sha256(LongStream.rangeClosed(from, to).filter(t -> !survey.beginsShot(t)).mapToObj(k::identity)
                .collect(Collectors.joining("\n")))).orElse("");
    }

    private FrameDirection at(Track track, Segment s, long frame) {
        return directions.of(track.settings()).at(frame, s.shot(), s.shotFirst(), s.shotLast());
    }

    private String model(PaintSettings settings, Optional<String> style) {
        return pool.hash(style.orElse(settings.style()));
    }

    private String styles(Track track, Segment s) {
        Runs runs = new Runs();
        for (long t = s.first(); t <= s.last(); t++) {
            runs.add(t, at(track, s, t).painted().stream().map(m -> model(track.settings(), m)).toList().toString());
        }
        return runs.toString();
    }

    private String coherence(Track track, Segment s) {
        Runs runs = new Runs();
        for (long t = s.first(); t <= s.last(); t++) {
            runs.add(t, track.settings().coherent() + " " + at(track, s, t).coherence());
        }
        return runs.toString();
    }

    private String shown(Track track, Segment s) {
        Direction direction = directions.of(track.settings());
        SortedMap<Long, Pin> pins = direction.pins();
        Map<PinnedBefore, String> reached = new HashMap<>();
        Runs runs = new Runs();
        for (long t = Math.max(s.first(), track.first()); t <= Math.min(s.last(), track.end()); t++) {
            runs.add(t, track.settings().coherent() + " " + direction.identity(t, at(track, s, t), m -> model(track.settings(), m))
                    + pin(direction, pins.get(t)) + PinnedBefore.of(pins, t, s.shotFirst(), s.shotLast()).filter(p -> track.settings().coherent())
                            .map(p -> reached.computeIfAbsent(p, q -> reached(track, q, s))).orElse(""));
        }
        return runs.toString();
    }

    /** What frames depend on that a pin behind them reaches: the pin, how far it reaches, and everything between. */
    private String reached(Track track, PinnedBefore p, Segment s) {
        Segment between = new Segment(s.shot(), s.shotFirst(), s.shotLast(), p.after() + 1, p.pin().frame());
        Direction direction = directions.of(track.settings());
        Runs runs = new Runs();
        for (long t = between.first(); t <= between.last(); t++) {
            runs.add(t, direction.paintIdentity(at(track, between, t), m -> model(track.settings(), m)));
        }
        return " from " + p.after() + " " + direction.identity(p.pin()) + source(between.first(), between.last()) + motion(between.first(), between.last()) + Digests.sha256(runs.toString());
    }

    private String painted(Track track, long from, Segment s) {
        Direction direction = directions.of(track.settings());
        SortedMap<Long, Pin> pins = direction.pins();
        Runs runs = new Runs();
        for (long t = from; t <= Math.min(s.last(), track.end()); t++) {
            runs.add(t, track.settings().coherent() + " " + direction.paintIdentity(at(track, s, t), m -> model(track.settings(), m))
                    + pin(direction, pins.get(t)));
        }
        return runs.toString();
    }

    private static String pin(Direction direction, Pin pin) {
        return pin == null ? "" : direction.identity(pin);
    }

    /** Texts of frames, each written where it changes. */
    private static final class Runs {
        private final StringBuilder text = new StringBuilder();
        private String last;

        void add(long frame, String value) {
            if (!value.equals(last)) {
                text.append(frame).append(": ").append(value).append('\n');
                last = value;
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
