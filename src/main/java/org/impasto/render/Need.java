package org.impasto.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must be painted of each track to show a run of frames, and nothing more.
 *
 * @param until by track, the last frame that must be painted; tracks that need not be painted at all are not in it
 * @param starts the tracks whose state after the frame before the run is needed
 */
record Need(Map<Integer, Long> until, Set<Integer> starts) {
    /**
     * @param tracks of the shot
     * @param shotFirst first frame of the shot
     * @param from first frame to be shown
     * @param to last frame to be shown
     * @param ends tracks whose state after the last frame is wanted
     */
    static Need of(List<Track> tracks, long shotFirst, long from, long to, Set<Integer> ends) {
        Map<Integer, Long> until = new HashMap<>();
        Set<Integer> starts = new TreeSet<>();
        for (int i = tracks.size() - 1; i >= 0; i--) {
            Track track = tracks.get(i);
            long last = ends.contains(track.number()) ? Math.min(to, track.end()) : Long.MIN_VALUE;
            for (long t = Math.max(from, track.first()); t <= Math.min(to, track.end()); t++) {
                last = track.isSeen(tracks, t) ? Math.max(last, t) : last;
            }
            for (Track above : tracks.subList(i + 1, tracks.size())) {
                boolean source = until.containsKey(above.number()) && above.first() >= from
                        && above.origin(tracks, shotFirst).filter(o -> o.number() == track.number()).isPresent();
                last = source ? Math.max(last, above.first() - 1) : last;
            }
            if (last >= from) {
                until.put(track.number(), last);
            }
            if (last >= from - 1 && track.first() < from) {
                starts.add(track.number());
            }
        }
        return new Need(until, starts);
    }

    /** Whether a track must be painted in a frame. */
    boolean paints(Track track, long frame) {
        return track.paints(frame) && frame <= until.getOrDefault(track.number(), Long.MIN_VALUE);
    }
}
