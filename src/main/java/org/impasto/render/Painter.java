package org.impasto.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.impasto.coherence.CoherenceRule;
import org.impasto.coherence.CoherenceSettings;
import org.impasto.coherence.CoherenceState;
import org.impasto.coherence.Coming;
import org.impasto.coherence.Stylization;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.impasto.style.Stylizer;
import org.impasto.style.StylizerKind;

/** Paints the frames of a clip in one style, one after another, each from the state of the one before. */
final class Painter {
    private final Stylizer stylizer;
    private final StageClock clock;
    private final CoherenceRule rule;
    private final double strength;
    private final boolean ahead;
    private CoherenceState state;
    private long seed = -1;

    /**
     * @param stylizer closed by its owner after this
     * @param strength of the coherence, 0 (every frame alone: the baseline) to 1
     * @param ahead whether what the look-ahead has painted is of this style
     */
    Painter(Stylizer stylizer, double strength, boolean ahead, Rows rows, StageClock clock) {
        this.stylizer = stylizer;
        this.clock = clock;
        this.strength = strength;
        this.ahead = ahead;
        this.rule = new CoherenceRule(CoherenceSettings.of(isOwnPicture(stylizer) ? 1 : stylizer.info().carry(), strength), rows);
    }

    private static boolean isOwnPicture(Stylizer stylizer) {
        return stylizer.info().kind() == StylizerKind.IMAGE;
    }

    /** Whether frames must come with their motion. */
    boolean wantsMotion() {
        return strength > 0;
    }

    /** Stylizes a frame alone, on any thread, where the network sees no prior: what may run ahead. */
    static Optional<Function<Image, Image>> alone(Stylizer stylizer) {
        return isOwnPicture(stylizer) ? Optional.of(image -> stylizer.stylize(image, Optional.empty(), 0)) : Optional.empty();
    }

    Optional<CoherenceState> state() {
        return Optional.ofNullable(state);
    }

    /** Goes on from there. */
    void resume(Optional<CoherenceState> from) {
        state = from.orElse(null);
    }

    /**
     * The next frame's picture. A frame that begins a shot, or is the first one seen, is painted with no prior.
     *
     * @param coming the frames after it, as far as they may be looked at
     */
    Image paint(Prepared p, List<Prepared> coming) {
        if (p.beginsShot() || seed < 0) {
            seed = p.frame().index();
        }
        if (p.beginsShot()) {
            state = null;
        }
        return paint(p, coming, seed, strength);
    }

    /**
     * The next frame's picture, where the caller knows its shot.
     *
     * @param coming the frames after it, as far as they may be looked at
     * @param shot seed of the noise: number of the shot's first frame
     * @param now strength of the coherence in this frame, 0 to 1
     */
    Image paint(Prepared p, List<Prepared> coming, long shot, double now) {
        return clock.time("coherence", () -> next(p, coming, shot, now));
    }

    /** The next frame's picture is given. */
    void pin(Image content, Image picture) {
        if (strength > 0) {
            state = rule.pinned(state == null ? 0 : state.frame() + 1, content, picture);
        }
    }

    private Image next(Prepared p, List<Prepared> coming, long shot, double now) {
        if (strength == 0) {
            return network(p, shot).paint(Optional.empty(), Optional.empty());
        }
        boolean begins = state == null || p.motion().isEmpty();
        Coming frame = coming(p, shot);
        Optional<NoisePlane> noise = Stylization.noise(stylizer, shot);
        if (noise.isPresent()) {
            List<Coming> frames = Stream.concat(Stream.of(frame), coming.stream().map(c -> coming(c, shot))).toList();
            state = rule.follow(begins ? Optional.empty() : Optional.of(state), frames, now, noise.get());
        } else {
            state = begins ? rule.first(frame.content(), frame.paint())
                    : rule.next(state, frame.content(), frame.motion().orElseThrow().motion(), now, frame.paint());
        }
        return state.painted();
    }

    private Coming coming(Prepared p, long shot) {
        return new Coming(p.frame().image(), p.motion().map(m -> clock.time("wait", () -> LookAhead.await(m))), network(p, shot));
    }

    private Stylization network(Prepared p, long shot) {
        return (prior, noise) -> p.painted().filter(f -> ahead)
                .map(f -> clock.time("wait", () -> LookAhead.await(f)))
                .orElseGet(() -> clock.time("stylize", () -> Stylization.by(stylizer, p.frame().image(), shot).paint(prior, noise)));
    }
}
