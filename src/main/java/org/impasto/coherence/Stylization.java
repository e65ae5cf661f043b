package org.impasto.coherence;

import java.util.Optional;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.style.NoisePlane;
import org.impasto.style.Prior;
import org.impasto.style.Stylizer;

/** Paints one frame: a network, with the frame as its content. */
@FunctionalInterface
public interface Stylization {
    /**
     * The frame, painted.
     *
     * @param prior what is known from the frame before; empty where it is to be painted alone
     * @param noise for networks whose noise is carried, of the frame's size; otherwise empty, as on a shot's first frame, which has the shot's as it is
     */
    Image paint(Optional<Prior> prior, Optional<Plane> noise);

    /** For a network whose noise is carried, that of the shot with this seed. */
    static Optional<NoisePlane> noise(Stylizer network, long shot) {
        return network.info().carriesNoise() ? Optional.of(new NoisePlane(shot)) : Optional.empty();
    }

    /** By that network. */
    static Stylization by(Stylizer network, Image content, long shot) {
        return (prior, noise) -> noise.map(n -> network.stylize(content, prior, n)).orElseGet(() -> network.stylize(content, prior, shot));
    }
}
