package org.impasto.render;

import java.util.ArrayList;
import java.util.List;
import org.impasto.coherence.Coming;

/**
 * A run of frames of one shot that is rendered and stored as one unit.
 *
 * @param shot number of the shot
 * @param shotFirst first frame of the shot
 * @param shotLast last frame of the shot, as far as it is known
 * @param first first frame of the segment
 * @param last last frame of the segment
 */
record Segment(int shot, long shotFirst, long shotLast, long first, long last) {
    /** Frames of a whole segment. See docs/decisions.md for the table that decided. */
    static final int LENGTH = 96;

    /** The last frame that may be looked at to paint these: a few more than there are, but none of the next whole segment. */
    long known() {
        long grid = last - (last - shotFirst) % LENGTH + LENGTH - 1;
        return Math.min(Math.min(last + Coming.MOST, grid), shotLast);
    }

    /** Whether a stored state after its last frame is of use to whole segments. */
    boolean endsOnGrid() {
        return last < shotLast && isGridEnd(last);
    }

    /** Whether whole segments end after a frame. */
    boolean isGridEnd(long frame) {
        return isGridEnd(shotFirst, frame);
    }

    static boolean isGridEnd(long shotFirst, long frame) {
        return (frame + 1 - shotFirst) % LENGTH == 0;
    }

    /** The plan of a render, shot by shot: segments begin where shots do, and every {@link #LENGTH} frames from there. */
    static List<List<Segment>> plan(Survey survey, FrameRange range) {
        List<List<Segment>> plan = new ArrayList<>();
        for (int shot = survey.shot(range.first()); shot <= survey.shot(range.last()); shot++) {
            List<Segment> segments = new ArrayList<>();
            long begin = survey.shots()[shot];
            long end = survey.lastOf(shot);
            for (long grid = begin; grid <= end; grid += LENGTH) {
                long first = Math.max(grid, range.first());
                long last = Math.min(Math.min(grid + LENGTH - 1, end), range.last());
                if (first <= last) {
                    segments.add(new Segment(shot, begin, end, first, last));
                }
            }
            plan.add(List.copyOf(segments));
        }
        return List.copyOf(plan);
    }
}
