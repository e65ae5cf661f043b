package org.impasto.coherence;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.impasto.flow.Motion;
import org.impasto.flow.Spline;
import org.impasto.flow.Warp;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;

/**
 * What a network whose noise is carried paints of a shot, a few frames ahead of the film that follows it. It sees no prior, so these frames need nothing of the film's, and each is painted once.
 * A cache: what comes out depends on the arguments of {@link #next} alone.
 */
final class PaintedAhead {
    /**
     * A frame as the network has painted it.
     *
     * @param look of the source ({@link Photometric#smooth})
     * @param noise that it was painted after; empty on a shot's first frame, which has it as it is
     * @param reverse on the pixels of the frame before, how that would have moved from this one; empty of the first frame of a run
     * @param trust in that, with the source's change ({@link Following#trust})
     * @param spline coefficients of the three channels ({@link Spline}); none of the first frame of a run
     */
    record Frame(Image content, Image look, Optional<NoiseField> noise, Image picture, Optional<Motion> reverse, Optional<Plane> trust, float[] spline) {
    }

    /**
     * The frame whose turn it is.
     *
     * @param picture what the network paints of it and of the frames after it ({@link PathMean})
     */
    record Now(Image look, Optional<NoiseField> noise, Image picture) {
    }

    private final int generation;
    private final Rows rows;
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private Optional<NoiseField> served = Optional.empty();

    /** @param generation frames after which noise that is worn begins anew */
    PaintedAhead(int generation, Rows rows) {
        this.generation = generation;
        this.rows = rows;
    }

    /**
     * The next frame.
     *
     * @param previous the film's state; empty where the shot begins
     * @param coming the frame, and those after it, no more than {@link Coming#MOST} of which are looked at
     * @param strength 0 (the frame alone) to 1, how far those count
     */
    Now next(Optional<CoherenceState> previous, List<Coming> coming, double strength, NoisePlane plane) {
        List<Coming> seen = coming.subList(0, Math.min(coming.size(), 1 + Coming.MOST));
        Optional<NoiseField> before = previous.flatMap(CoherenceState::noise);
        if (!continues(before, seen)) {
            frames.clear();
        }
        int first = previous.map(p -> p.frame() + 1).orElse(0);
        for (int k = frames.size(); k < seen.size(); k++) {
            Frame last = frames.peekLast();
            frames.add(frame(seen.get(k), first + k, last == null ? before : last.noise(), last, plane));
        }
        Image mean = PathMean.of(List.copyOf(frames), (float) strength, rows);
        Frame now = frames.poll();
        served = now.noise();
        return new Now(now.look(), now.noise(), mean);
    }

    /** Whether what was painted ahead is of these frames, after that noise. */
    private boolean continues(Optional<NoiseField> before, List<Coming> seen) {
        boolean same = before.orElse(null) == served.orElse(null) && frames.size() <= seen.size();
        Iterator<Frame> painted = frames.iterator();
        for (int k = 0; same && painted.hasNext(); k++) {
            same = painted.next().content() == seen.get(k).content();
        }
        return same;
    }

    /** @param t its number in the shot
     *  @param last the frame before, where that was painted ahead, too */
    private Frame frame(Coming coming, int t, Optional<NoiseField> before, Frame last, NoisePlane plane) {
        Image content = coming.content();
        Image look = Photometric.smooth(content, rows);
        Optional<NoiseField> noise = t == 0 ? Optional.empty() : Optional.of(carried(before.orElseGet(() -> new NoiseField(content.width(), content.height())), coming.motion().orElseThrow().motion(), look, t));
        Image picture = coming.paint().paint(Optional.empty(), noise.map(n -> n.of(plane, rows)));
        Optional<Motion> reverse = last == null ? Optional.empty() : coming.motion().orElseThrow().reverse();
        float[] spline = new float[last == null ? 0 : 3 * picture.pixels()];
        for (int c = 0; last != null && c < 3; c++) {
            Spline.prefilter(picture.data(), spline, c * picture.pixels(), picture.width(), picture.height(), rows);
        }
        return new Frame(content, look, noise, picture, reverse, reverse.map(r -> Following.trust(r, change(look, r, last.look()), rows)), spline);
    }

    private NoiseField carried(NoiseField before, Motion motion, Image look, int t) {
        NoiseField places = before.advect(motion.backward(), motion.trust(), look, rows);
        return Generations.begins(t, generation) ? places.mended(rows) : places;
    }

    /** How much the source changes from this frame to the one before, on the pixels of that. */
    private Plane change(Image look, Motion reverse, Image before) {
        Image fetched = look.map(channel -> Warp.smooth(channel, reverse.backward(), rows));
        boolean[] known = new boolean[look.pixels()];
        Arrays.fill(known, true);
        return Photometric.difference(fetched, known, before, rows);
    }
}
