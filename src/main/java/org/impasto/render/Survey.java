package org.impasto.render;

import java.util.Arrays;
import org.impasto.coherence.Coming;
import org.impasto.ImpastoException.BadInput;
import org.impasto.media.Damage;
import org.impasto.media.Rational;

/**
 * The frames of a clip, as one look at all of them found them.
 *
 * @param timeBase seconds per unit of the times, "num/den"
 * @param pts presentation times in units of the video's time base
 * @param durations how long each is shown, likewise; 0 where the container does not say
 * @param hashes of the decoded pictures, see {@link FrameHash}
 * @param shots number of the first frame of each shot
 * @param whole whether these are all frames of the clip; else it was looked at only so far
 * @param damage what of the clip could not be read as it was meant
 */
record Survey(String timeBase, long[] pts, long[] durations, long[] hashes, long[] shots, boolean whole, Damage damage) {
    int frames() {
        return pts.length;
    }

    /** Number of the shot that a frame is in. */
    int shot(long frame) {
        int i = Arrays.binarySearch(shots, frame);
        return i >= 0 ? i : -i - 2;
    }

    boolean beginsShot(long frame) {
        return Arrays.binarySearch(shots, frame) >= 0;
    }

    /** The last frame of a shot, as far as it was looked at. */
    long lastOf(int shot) {
        return shot + 1 < shots.length ? shots[shot + 1] - 1 : frames() - 1;
    }

    /** Whether it reaches as far as a request does, and what a film that follows its network looks at beyond. */
    boolean covers(RenderRequest request) {
        if (whole) {
            return true;
        }
        long last = frames() - 1;
        int behind = (int) Math.max(0, last + 1 - Coming.MOST);
        return !request.frames().toTheEnd() && request.frames().last() + Coming.MOST <= last
                || request.end().map(t -> !Span.isBefore(pts[behind] - pts[0], unit(), t)).orElse(false);
    }

    /**
     * The frames that a request asks for.
     *
     * @throws BadInput where there are none
     */
    FrameRange select(RenderRequest request) {
        long first = -1;
        long last = -1;
        for (int i = 0; i < pts.length; i++) {
            long time = pts[i] - pts[0];
            boolean begun = i >= request.frames().first() && request.start().map(t -> !Span.isBefore(time, unit(), t)).orElse(true);
            boolean over = i > request.frames().last() || request.end().map(t -> !Span.isBefore(time, unit(), t)).orElse(false);
            first = first < 0 && begun ? i : first;
            last = first >= 0 && !over ? i : last;
        }
        if (first < 0) {
            throw new BadInput(request.input() + " ends before the range that was asked for begins: it has " + pts.length + " frames");
        }
        if (last < 0) {
            throw new BadInput("no frame of " + request.input() + " lies between --start and --end");
        }
        return new FrameRange(first, last);
    }

    private Rational unit() {
        return Rational.parse(timeBase);
    }
}
