package org.impasto.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.impasto.store.StateEntry;

/**
 * What is known of the states after a frame, by track.
 *
 * @param contents what stands for each state in a fingerprint
 * @param entries where the store has it
 * @param live the state itself, where it has just been painted
 */
record Boundary(Map<Integer, String> contents, Map<Integer, StateEntry> entries, Map<Integer, TrackState> live) {
    /** Before the first frame of a shot. */
    static final Boundary NONE = new Boundary(Map.of(), Map.of(), Map.of());

    static Boundary stored(Map<Integer, StateEntry> entries) {
        Map<Integer, String> contents = new LinkedHashMap<>();
        entries.forEach((k, e) -> contents.put(k, e.content()));
        return new Boundary(contents, entries, Map.of());
    }

    /** The same, with states that were painted just now. */
    Boundary with(Map<Integer, TrackState> painted) {
        return new Boundary(contents, entries, painted);
    }

    /** The states of some tracks; empty where one cannot be had. */
    Optional<Map<Integer, TrackState>> load(Set<Integer> tracks, StateFiles files) {
        Map<Integer, TrackState> states = new HashMap<>();
        for (int k : tracks) {
            Optional<TrackState> state = Optional.ofNullable(live.get(k))
                    .or(() -> Optional.ofNullable(entries.get(k)).flatMap(files::load));
            if (state.isEmpty()) {
                return Optional.empty();
            }
            states.put(k, state.get());
        }
        return Optional.of(states);
    }
}
