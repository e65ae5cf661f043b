package org.impasto.render;

import java.util.Optional;
import java.util.function.Function;
import org.impasto.coherence.CoherenceRule;
import org.impasto.coherence.CoherenceSettings;
import org.impasto.coherence.CoherenceState;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.style.Prior;
import org.impasto.style.Stylizer;
import org.impasto.style.StylizerKind;

/** Paints the frames of a clip in one style, one after another, each from the state of the one before. */
final class Painter {
    private final Stylizer stylizer;
    private final StageClock clock;
    private final CoherenceRule rule;
    private final boolean coherent;
    private final boolean ownPicture;
    private CoherenceState state;
    private long seed = -1;

    /**
     * @param stylizer closed by its owner after this
     * @param strength of the coherence, 0 (every frame alone: the baseline) to 1
     */
    Painter(Stylizer stylizer, double strength, Rows rows, StageClock clock) {
        this.stylizer = stylizer;
        this.clock = clock;
        this.coherent = strength > 0;
        this.ownPicture = stylizer.info().kind() == StylizerKind.IMAGE;
        this.rule = new CoherenceRule(CoherenceSettings.of(ownPicture ? 1 : stylizer.info().carry(), strength), rows);
    }

    /** Whether frames must come with their motion. */
    boolean wantsMotion() {
        return coherent;
    }

    /** Stylizes a frame alone, on any thread, where the network sees no prior: what may run ahead. */
    Optional<Function<Image, Image>> alone() {
        return ownPicture ? Optional.of(image -> stylizer.stylize(image, Optional.empty(), 0)) : Optional.empty();
    }

    /** The next frame's picture. A frame that begins a shot, or is the first one seen, is painted with no prior. */
    Image paint(Prepared p) {
        return clock.time("coherence", () -> next(p));
    }

    private Image next(Prepared p) {
        if (p.beginsShot() || seed < 0) {
            seed = p.frame().index();
        }
        Image content = p.frame().image();
        Function<Optional<Prior>, Image> network = prior -> p.painted().map(f -> clock.time("wait", () -> LookAhead.await(f)))
                .orElseGet(() -> clock.time("stylize", () -> stylizer.stylize(content, prior, seed)));
        if (!coherent) {
            return network.apply(Optional.empty());
        }
        if (p.beginsShot() || state == null || p.motion().isEmpty()) {
            state = rule.first(content, network);
        } else {
            Motion motion = clock.time("wait", () -> LookAhead.await(p.motion().get()));
            state = rule.next(state, content, motion, network);
        }
        return state.painted();
    }
}
