package org.impasto.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way through a shot that is painted from frame to frame: the render itself, or a take laid over it.
 *
 * @param number 0 for the render itself; a take lies over all tracks with smaller numbers
 * @param first first frame that it paints
 * @param lead frames from there on that it shows more and more
 * @param last last frame that it shows alone
 * @param end last frame that it shows at all, less and less
 * @param settings how it is painted
 */
record Track(int number, long first, long lead, long last, long end, PaintSettings settings) {
    /** The tracks of a shot, the lowest first. */
    static List<Track> of(long shotFirst, long shotLast, PaintSettings base, List<Take> takes) {
        List<Track> tracks = new ArrayList<>(List.of(new Track(0, shotFirst, 0, shotLast, shotLast, base)));
        for (int i = 0; i < takes.size(); i++) {
            Take t = takes.get(i);
            if (t.first() <= shotLast && t.last() >= shotFirst) {
                long last = t.throughShot() ? shotLast : Math.min(t.last(), shotLast);
                long first = Math.max(t.first(), shotFirst);
                long lead = first == shotFirst ? 0 : Math.min(t.lead(), (Math.min(t.last(), shotLast) - first + 1) / 2);
                tracks.add(new Track(i + 1, first, lead, last, Math.min(last + t.blend(), shotLast), t.settings()));
            }
        }
        return tracks;
    }

    boolean paints(long frame) {
        return frame >= first && frame <= end;
    }

    /** Its share of the picture, over what lies below: rising and falling in straight lines. */
    float weight(long frame) {
        if (!paints(frame)) {
            return 0;
        }
        if (frame < first + lead) {
            return (float) (frame - first + 1) / (lead + 1);
        }
        return frame <= last ? 1 : 1 - (float) (frame - last) / (end - last + 1);
    }

    /** The track that shows most of a frame, of those below a number. */
    static Track top(List<Track> tracks, long frame, int below) {
        Track top = tracks.get(0);
        for (Track t : tracks) {
            if (t.number() < below && t.weight(frame) >= 0.5f) {
                top = t;
            }
        }
        return top;
    }

    /** The track that this one goes on from; empty where it begins with its shot. */
    Optional<Track> origin(List<Track> tracks, long shotFirst) {
        return first == shotFirst ? Optional.empty() : Optional.of(top(tracks, first - 1, number));
    }

    /** Whether anything of it is seen in a frame. */
    boolean isSeen(List<Track> tracks, long frame) {
        return paints(frame) && tracks.stream().noneMatch(t -> t.number() > number && t.weight(frame) == 1);
    }
}
