package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Image;
import org.impasto.media.ClipInfo;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.shots.ShotDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LookAheadTest {
    private static final int THREADS = 2;

    /** Grey frames; fails after the last one, where it should. */
    private static final class Greys implements FrameSource {
        private final int count;
        private final RuntimeException failure;
        private final AtomicInteger given = new AtomicInteger();
        private volatile boolean inUse;

        Greys(int count, RuntimeException failure) {
            this.count = count;
            this.failure = failure;
        }

        @Override
        public ClipInfo info() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Frame> next() {
            inUse = true;
            try {
                int i = given.get();
                if (i < count) {
                    given.incrementAndGet();
                    return Optional.of(new Frame(i, i, 1, new Image(8, 8)));
                }
                if (failure != null) {
                    throw failure;
                }
                return Optional.empty();
            } finally {
                inUse = false;
            }
        }

        @Override
        public void close() {
            throw new AssertionError("the look-ahead does not own its source");
        }
    }

    private static LookAhead ahead(FrameSource source) {
        return new LookAhead(source, THREADS, Optional.empty(), Optional.empty(), new StageClock());
    }

    private static List<Long> indices(LookAhead ahead) {
        List<Long> indices = new ArrayList<>();
        for (Optional<Prepared> p = ahead.next(); p.isPresent(); p = ahead.next()) {
            indices.add(p.get().frame().index());
        }
        return indices;
    }

    @Test
    void framesComeInOrderAndTheEndStays() {
        try (LookAhead ahead = ahead(new Greys(20, null))) {
            ahead.start(15, f -> false);
            assertEquals(List.of(15L, 16L, 17L, 18L, 19L), indices(ahead));
            assertTrue(ahead.next().isEmpty());
        }
    }

    @Test
    void whatWasSkippedAwayIsJustTheEnd() {
        try (LookAhead ahead = ahead(new Greys(3, null))) {
            ahead.start(5, f -> false);
            assertTrue(ahead.next().isEmpty());
        }
    }

    @Test
    void aRangeReadsAsFarAsItsLastShotNeedsAndNoFurther() {
        Greys source = new Greys(1000, null);
        try (LookAhead ahead = ahead(source)) {
            ahead.start(0, f -> f.index() > 9);
            assertEquals(10, indices(ahead).size());
            assertEquals(10 + ShotDetector.AHEAD, source.given.get());
        }
    }

    @Test
    void aFailureArrivesAsItWas() {
        BadInput failure = new BadInput("broken");
        try (LookAhead ahead = ahead(new Greys(30, failure))) {
            ahead.start(0, f -> false);
            assertSame(failure, assertThrows(BadInput.class, () -> indices(ahead)));
            assertTrue(ahead.next().isEmpty());
        }
    }

    @Test
    void itRunsAheadByABoundedNumberOfFramesAndStopsWhenClosed() throws InterruptedException {
        Greys source = new Greys(1000, null);
        int most = THREADS + 2 + ShotDetector.AHEAD + 1;
        LookAhead ahead = ahead(source);
        ahead.start(0, f -> false);
        for (int taken = 1; taken <= 50; taken++) {
            ahead.next();
            assertTrue(source.given.get() <= taken + most, source.given + " read for " + taken);
        }
        while (source.given.get() < 50 + most) {
            Thread.sleep(1);
        }
        ahead.close();
        int read = source.given.get();
        assertEquals(50 + most, read);
        assertTrue(!source.inUse);
    }

    @Test
    void aFailingPainterFailsWhereItIsAwaited() {
        IllegalStateException failure = new IllegalStateException("no paint");
        try (LookAhead ahead = new LookAhead(new Greys(10, null), THREADS, Optional.empty(), Optional.of(image -> {
            throw failure;
        }), new StageClock())) {
            ahead.start(0, f -> false);
            Future<Image> painted = ahead.next().orElseThrow().painted().orElseThrow();
            assertSame(failure, assertThrows(IllegalStateException.class, () -> LookAhead.await(painted)));
        }
    }
}
