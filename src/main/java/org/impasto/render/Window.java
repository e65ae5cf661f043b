package org.impasto.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** The frames of a look-ahead one by one, each with the few that come after it. */
final class Window {
    private final Supplier<Optional<Prepared>> source;
    private final int size;
    private final Deque<Prepared> coming = new ArrayDeque<>();
    private boolean ended;

    /** @param size how many frames are to be known after each; 0 waits for none */
    Window(Supplier<Optional<Prepared>> source, int size) {
        this.source = source;
        this.size = size;
    }

    /** The next frame, or empty at the end. */
    Optional<Prepared> next() {
        while (!ended && coming.size() <= size) {
            source.get().ifPresentOrElse(coming::add, () -> ended = true);
        }
        return Optional.ofNullable(coming.poll());
    }

    /**
     * What comes after a frame in its shot.
     *
     * @param frame what {@link #next} gave last
     * @param ends whether a segment of the shot ends with a frame: none knows anything of the next
     */
    List<Prepared> after(Prepared frame, LongPredicate ends) {
        List<Prepared> known = new ArrayList<>();
        Prepared last = frame;
        for (Prepared p : coming) {
            if (ends.test(last.frame().index()) || p.beginsShot() || p.motion().isEmpty()) {
                break;
            }
            known.add(p);
            last = p;
        }
        return known;
    }
}
