package org.impasto.shots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.impasto.image.Image;

/**
 * Finds hard cuts by content: a frame begins a new shot where it differs from the one before by far more than its
 * neighbours do from theirs, and the old picture does not come back within a few frames (that would be a flash).
 *
 * <p>Frames go in with {@link #add}; a frame is decided when {@value #AHEAD} more have followed, or at {@link #end}. Dissolves are
 * not cuts: there the photometric check lets go of the paint bit by bit.
 */
public final class ShotDetector {
    /** How many frames beyond a frame must be seen before it is decided. */
    public static final int AHEAD = 3;

    // Mean difference of colour, 0 to 1. Measured on the three clips used for looking: pans and fast action stay below 0.05.
    private static final float LEAST = 0.06f;
    private static final float TIMES_NEIGHBOURS = 3f;
    private static final float RETURNED = 0.5f;
    private static final int BEHIND = 4;

    private final Deque<Float> earlier = new ArrayDeque<>();
    private final List<Thumbnail> waiting = new ArrayList<>();
    private Thumbnail last;

    /**
     * Takes the next frame.
     *
     * @return the verdicts that are now certain, in order: true where the frame begins a shot; zero or one of them
     */
    public List<Boolean> add(Image frame) {
        waiting.add(Thumbnail.of(frame));
        return waiting.size() > AHEAD ? List.of(decide()) : List.of();
    }

    /** No more frames: the verdicts on those that are still undecided. */
    public List<Boolean> end() {
        List<Boolean> verdicts = new ArrayList<>();
        while (!waiting.isEmpty()) {
            verdicts.add(decide());
        }
        return verdicts;
    }

    private boolean decide() {
        Thumbnail frame = waiting.remove(0);
        Thumbnail before = last;
        last = frame;
        if (before == null) {
            return true;
        }
        float step = frame.difference(before);
        boolean cut = step >= LEAST && step > TIMES_NEIGHBOURS * usual(frame) && !comesBack(before, step);
        if (cut) {
            earlier.clear();
        } else {
            earlier.addLast(step);
            if (earlier.size() > BEHIND) {
                earlier.removeFirst();
            }
        }
        return cut;
    }

    /** The usual difference of neighbouring frames around this one: the larger of what was and what comes. */
    private float usual(Thumbnail frame) {
        float behind = (float) earlier.stream().mapToDouble(Float::doubleValue).sorted().skip(earlier.size() / 2)
                .findFirst().orElse(0);
        double ahead = 0;
        Thumbnail previous = frame;
        int steps = 0;
        for (Thumbnail next : waiting) {
            ahead += next.difference(previous);
            previous = next;
            steps++;
        }
        return Math.max(behind, steps == 0 ? 0 : (float) (ahead / steps));
    }

    private boolean comesBack(Thumbnail before, float step) {
        return waiting.stream().anyMatch(later -> later.difference(before) < RETURNED * step);
    }
}
