package org.impasto.coherence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.impasto.style.Stylizer;

/** A shot painted frame by frame as a render does it: where the film follows its network, with the frames that come after each known. */
public final class Film {
    private Film() {
    }

    /**
     * Paints a shot of fewer frames than a whole segment has.
     *
     * @param content its frames
     * @param motion to each from the one before; empty for the first
     * @param alone what the network paints whatever the prior, frame by frame; empty asks it each time
     * @param seen takes the state after each frame
     */
    static void paint(Stylizer stylizer, CoherenceSettings settings, List<Image> content, List<Optional<MotionPair>> motion, List<Image> alone, Consumer<CoherenceState> seen) {
        CoherenceRule rule = new CoherenceRule(settings, Rows.SERIAL);
        Optional<NoisePlane> noise = alone.isEmpty() ? Stylization.noise(stylizer, 0) : Optional.empty();
        List<Coming> frames = IntStream.range(0, content.size()).mapToObj(t -> new Coming(content.get(t), motion.get(t),
                alone.isEmpty() ? Stylization.by(stylizer, content.get(t), 0) : (prior, plane) -> alone.get(t))).toList();
        Optional<CoherenceState> state = Optional.empty();
        for (int t = 0; t < frames.size(); t++) {
            Coming now = frames.get(t);
            Optional<CoherenceState> before = state;
            List<Coming> coming = frames.subList(t, Math.min(frames.size(), t + 1 + Coming.MOST));
            state = Optional.of(noise.map(n -> rule.follow(before, coming, settings.strength(), n)).orElseGet(() -> before.isEmpty() ? rule.first(now.content(), now.paint())
                    : rule.next(before.get(), now.content(), now.motion().orElseThrow().motion(), settings.strength(), now.paint())));
            seen.accept(state.get());
        }
    }

    /** The same as pictures. */
    public static List<Image> painted(Stylizer stylizer, CoherenceSettings settings, List<Image> content, List<Optional<MotionPair>> motion, List<Image> alone) {
        List<Image> pictures = new ArrayList<>();
        paint(stylizer, settings, content, motion, alone, s -> pictures.add(s.painted()));
        return pictures;
    }

    /** A frame of a film that follows its network, of which nothing is known that comes after it. */
    static CoherenceState next(CoherenceRule rule, CoherenceState previous, Image content, Motion motion, double strength, NoisePlane noise, Stylization paint) {
        return rule.follow(Optional.of(previous), List.of(new Coming(content, Optional.of(MotionPair.of(motion)), paint)), strength, noise);
    }
}
