package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.media.Frame;
import org.junit.jupiter.api.Test;

class WindowTest {
    /** Frames 0 to 9; a shot begins with 6, and a segment ends with 2. */
    private static Window window(int size) {
        MotionPair none = MotionPair.of(new Motion(new FlowField(4, 4), new Plane(4, 4)));
        Iterator<Prepared> frames = LongStream.range(0, 10).mapToObj(t -> new Prepared(new Frame(t, t, 1, new Image(4, 4)), t == 6,
                t == 0 ? Optional.empty() : Optional.of(CompletableFuture.completedFuture(none)), Optional.empty())).iterator();
        return new Window(() -> frames.hasNext() ? Optional.of(frames.next()) : Optional.empty(), size);
    }

    private static List<List<Long>> seen(int size) {
        Window window = window(size);
        List<List<Long>> seen = new ArrayList<>();
        for (Optional<Prepared> next = window.next(); next.isPresent(); next = window.next()) {
            seen.add(window.after(next.get(), t -> t == 2).stream().map(p -> p.frame().index()).toList());
        }
        return seen;
    }

    @Test
    void frameAfterFrameComesWithThoseAfterItInItsShotAndSegment() {
        assertEquals(List.of(List.of(1L, 2L), List.of(2L), List.of(), List.of(4L, 5L), List.of(5L), List.of(), List.of(7L, 8L, 9L), List.of(8L, 9L), List.of(9L), List.of()), seen(3));
    }

    @Test
    void nothingIsWaitedForWhereNothingIsToBeKnown() {
        assertTrue(seen(0).stream().allMatch(List::isEmpty));
        assertEquals(10, seen(0).size());
    }
}
