package org.impasto.render;

import java.util.Optional;
import java.util.function.Function;
import org.impasto.coherence.CoherenceRule;
import org.impasto.coherence.CoherenceSettings;
import org.impasto.coherence.CoherenceState;
import org.impasto.coherence.Stylization;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Rows;
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

    /** The next frame's picture. A frame that begins a shot, or is the first one seen, is painted with no prior. */
    Image paint(Prepared p) {
        if (p.beginsShot() || seed < 0) {
            seed = p.frame().index();
        }
        if (p.beginsShot()) {
            state = null;
        }
        return paint(p, seed, strength);
    }

    /**
     * The next frame's picture, where the caller knows its shot.
     *
     * @param shot seed of the noise: number of the shot's first frame
     * @param now strength of the coherence in this frame, 0 to 1
     */
    Image paint(Prepared p, long shot, double now) {
        return clock.time("coherence", () -> next(p, shot, now));
    }

    /** The next frame's picture is given. */
    void pin(Image content, Image picture) {
        if (strength > 0) {
            state = rule.pinned(state == null ? 0 : state.frame() + 1, content, picture);
        }
    }

    private Image next(Prepared p, long shot, double now) {
        Image content = p.frame().image();
        Stylization network = (prior, noise) -> p.painted().filter(f -> ahead)
                .map(f -> clock.time("wait", () -> LookAhead.await(f)))
                .orElseGet(() -> clock.time("stylize", () -> Stylization.by(stylizer, content, shot).paint(prior, noise)));
        if (strength == 0) {
            return network.paint(Optional.empty(), Optional.empty());
        }
        if (state == null || p.motion().isEmpty()) {
            state = rule.first(content, network);
        } else {
            Motion motion = clock.time("wait", () -> LookAhead.await(p.motion().get()));
            state = rule.next(state, content, motion, now, Stylization.noise(stylizer, shot), network);
        }
        return state.painted();
    }
}
