package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final PaintSettings S = new PaintSettings("s", false, 1, null);

    private static List<Track> tracks(Take... takes) {
        return Track.of(100, 299, S, List.of(takes));
    }

    private static Take take(long first, long last, int lead, int blend, boolean through) {
        return new Take(first, last, lead, blend, through, S);
    }

    @Test
    void aTakeRisesStandsAndFalls() {
        Track t = tracks(take(150, 159, 4, 4, false)).get(1);
        float[] expected = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1, 1, 1, 1, 1, 1, 0.8f, 0.6f, 0.4f, 0.2f, 0};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], t.weight(149 + i), 1e-6f, "frame " + (149 + i));
        }
    }

    @Test
    void aTakeEndsWithItsShotAndDoesNotRiseWhereThatBegins() {
        Track whole = tracks(take(50, 400, 4, 4, false)).get(1);
        assertEquals(new Track(1, 100, 0, 299, 299, S), whole);
        assertEquals(1, tracks(take(10, 99, 4, 4, false)).size());
        assertEquals(299, tracks(take(150, 160, 4, 0, true)).get(1).last());
    }

    @Test
    void whatIsCoveredIsNotPainted() {
        List<Track> tracks = tracks(take(150, 250, 10, 10, false));
        // Both where they go over into each other, else only the one that is seen.
        assertEquals(Map.of(0, 159L, 1, 195L), Need.of(tracks, 100, 100, 195, Set.of()).until());
        assertEquals(new Need(Map.of(1, 240L), Set.of(1)), Need.of(tracks, 100, 196, 240, Set.of()));
        assertEquals(new Need(Map.of(0, 299L, 1, 260L), Set.of(0, 1)), Need.of(tracks, 100, 241, 299, Set.of()));
        // A state that is wanted behind it is reason enough.
        assertEquals(Map.of(0, 240L, 1, 240L), Need.of(tracks, 100, 196, 240, Set.of(0)).until());
    }

    @Test
    void aTakeGoesOnFromWhatIsSeenBeforeIt() {
        List<Track> tracks = tracks(take(120, 180, 0, 10, false), take(150, 160, 0, 0, false), take(185, 190, 0, 0, false));
        assertEquals(Optional.of(0), tracks.get(1).origin(tracks, 100).map(Track::number));
        assertEquals(Optional.of(1), tracks.get(2).origin(tracks, 100).map(Track::number));
        assertEquals(Optional.empty(), tracks.get(0).origin(tracks, 100));
        // In the blend, from the one that shows more.
        assertEquals(Optional.of(1), tracks.get(3).origin(tracks, 100).map(Track::number));
        // The segment that begins with a take needs the state of the one below.
        assertTrue(Need.of(tracks, 100, 150, 155, Set.of()).starts().contains(1));
        assertFalse(Need.of(tracks, 100, 150, 155, Set.of()).until().containsKey(1));
    }
}
