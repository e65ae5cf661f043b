package org.impasto.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.impasto.coherence.CoherenceState;
import org.impasto.direction.Direction;
import org.impasto.direction.FrameDirection;
import org.impasto.direction.Grade;
import org.impasto.direction.Mattes;
import org.impasto.direction.Pin;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/** Paints a track frame after frame: in every style that its direction asks for, put together as it says. One thread at a time. */
final class TrackPainter {
    private final PaintSettings settings;
    private final Direction direction;
    private final StylizerPool pool;
    private final Optional<String> aheadStyle;
    private final Rows rows;
    private final StageClock clock;
    private final SortedMap<Long, Pin> pins;
    private final Mattes mattes;
    private final Map<String, Painter> painters = new HashMap<>();
    private TrackState state = TrackState.EMPTY;
    private Optional<LongFunction<BackwardPass>> back = Optional.empty();

    /** @param aheadStyle the style that the look-ahead paints in, if any
     *  @param mattes closed by their owner after this */
    TrackPainter(PaintSettings settings, Direction direction, StylizerPool pool, Optional<String> aheadStyle, Mattes mattes, Rows rows,
            StageClock clock) {
        this.settings = settings;
        this.direction = direction;
        this.pool = pool;
        this.aheadStyle = aheadStyle;
        this.mattes = mattes;
        this.rows = rows;
        this.clock = clock;
        this.pins = direction.pins();
    }

    TrackState state() {
        return state;
    }

    void resume(TrackState from) {
        state = from;
    }

    /**
     * Has frames that a pin reaches backwards mixed with what is painted backwards from it.
     *
     * @param from makes a pass that begins at a pinned frame, which its maker closes
     */
    void reachBack(LongFunction<BackwardPass> from) {
        back = Optional.of(from);
    }

    /**
     * The next frame's picture, from the state of the one before.
     *
     * @param coming the frames after it, as far as they may be looked at
     */
    Image paint(Prepared p, List<Prepared> coming, Segment segment) {
        long frame = p.frame().index();
        FrameDirection d = direction.at(frame, segment.shot(), segment.shotFirst(), segment.shotLast());
        Image content = p.frame().image();
        Optional<Image> pinned = Optional.ofNullable(pins.get(frame)).map(pin -> pin.read(content.width(), content.height()));
        SortedMap<String, CoherenceState> before = state.styles();
        SortedMap<String, CoherenceState> after = new TreeMap<>();
        Map<Optional<String>, Image> painted = new LinkedHashMap<>();
        for (Optional<String> named : d.painted()) {
            String style = named.orElse(settings.style());
            String hash = pool.hash(style);
            Painter painter = painters.computeIfAbsent(style, s -> new Painter(pool.get(s), settings.coherent() ? settings.strength() : 0,
                    aheadStyle.equals(Optional.of(s)), rows, clock));
            painter.resume(Optional.ofNullable(before.get(hash)));
            if (pinned.isPresent()) {
                painter.pin(content, pinned.get());
            } else {
                painted.put(named, painter.paint(p, known(coming, style, segment), segment.shotFirst(), d.coherence()));
            }
            painter.state().ifPresent(s -> after.put(hash, s));
        }
        state = new TrackState(after);
        Image shown = pinned.orElseGet(() -> clock.time("coherence", () -> Grade.apply(content, painted, d, matte(d, frame, content), rows)));
        return back.filter(b -> settings.coherent())
                .flatMap(b -> PinnedBefore.of(pins, frame, segment.shotFirst(), segment.shotLast()).map(
                        r -> Grade.mixed(shown, b.apply(r.pin().frame()).at(frame), r.share(frame), rows)))
                .orElse(shown);
    }

    /** Those of the frames to come that are painted in a style until it ends, or a frame is given. */
    private List<Prepared> known(List<Prepared> coming, String style, Segment segment) {
        return coming.stream().takeWhile(c -> {
            long frame = c.frame().index();
            return !pins.containsKey(frame) && direction.at(frame, segment.shot(), segment.shotFirst(), segment.shotLast()).painted().stream()
                    .anyMatch(named -> named.orElse(settings.style()).equals(style));
        }).toList();
    }

    private Optional<Plane> matte(FrameDirection d, long frame, Image content) {
        return d.matte().map(m -> mattes.at(m, frame, content.width(), content.height()));
    }
}
