package org.impasto.direction;

import java.util.Optional;

/** What a section decides; what it does not is empty. */
record Settings(Optional<StyleRamp> style, Optional<Ramp> strength, Optional<Ramp> coherence, Optional<Ramp> colors,
        Optional<MatteSetting> matte) {
    static final Settings NONE = new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A matte, or that there is none.
     *
     * @param line where it is written
     */
    record MatteSetting(Optional<MatteUse> use, int line) {
    }
}
