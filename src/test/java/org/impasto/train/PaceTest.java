package org.impasto.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {
    /** A step costs one second, and 0.2 more for each frame painted before the judged one: one in three steps of four, in the fourth up to the longest. */
    private static double seconds(long step) {
        return 1 + preparation(step);
    }

    private static double preparation(long step) {
        return 0.2 * ((3 + (1 + new Schedule(0, Schedule.First.RANDOM).longest(step)) / 2.0) / 4 + 1.5);
    }

    @Test
    void stepsAreToldFromTheFirstOnes() {
        Pace pace = new Pace(new Schedule(0, Schedule.First.RANDOM));
        // The first ones are slow, and must not count.
        for (long step = 0; step < Pace.MEASURED; step++) {
            assertFalse(pace.known(step));
            pace.add(step, step < 3 ? 30 : seconds(step), preparation(step));
        }
        assertTrue(pace.known(Pace.MEASURED));
        double real = 0;
        for (long step = Pace.MEASURED; step < 3000; step++) {
            real += seconds(step);
        }
        assertEquals(real, pace.seconds(Pace.MEASURED, 3000), 1e-6 * real);
        assertEquals(3000, pace.reach(Pace.MEASURED, real + 0.01));
        assertEquals(Pace.MEASURED, pace.reach(Pace.MEASURED, -5));
    }

    @Test
    void rateDoesNotKnowTheNumberOfStepsBeforeItIsFixed() {
        Schedule open = new Schedule(0, Schedule.First.RANDOM);
        assertEquals(new Schedule(1_000_000_000, Schedule.First.RANDOM).rate(10), open.rate(10), 1e-9);
        assertFalse(open.frozen(10));
        assertEquals(2e-5, new Schedule(100, Schedule.First.RANDOM).rate(100), 1e-9);
        assertTrue(new Schedule(100, Schedule.First.RANDOM).frozen(75));
    }
}
