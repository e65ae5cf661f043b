package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StageClockTest {
    private static final long SECOND = 1_000_000_000L;

    private long wall;
    private long cpu;
    private final StageClock clock = new StageClock(() -> wall, () -> cpu);

    private void pass(long wallSeconds, long cpuSeconds) {
        wall += wallSeconds * SECOND;
        cpu += cpuSeconds * SECOND;
    }

    @Test
    void aStageInsideAnotherIsCountedOnce() {
        clock.run("coherence", () -> {
            pass(1, 1);
            clock.run("stylize", () -> pass(10, 4));
            clock.run("wait", () -> pass(2, 0));
            pass(1, 1);
        });
        assertEquals(new StageCost(2, 2, 14), clock.costs().get("coherence"));
        assertEquals(new StageCost(10, 4, 10), clock.costs().get("stylize"));
        assertEquals(new StageCost(2, 0, 2), clock.costs().get("wait"));
    }

    @Test
    void aStageThatFailsIsCountedToo() {
        try {
            clock.run("decode", () -> {
                pass(3, 1);
                throw new IllegalStateException();
            });
        } catch (IllegalStateException e) {
            pass(5, 5);
        }
        clock.run("decode", () -> pass(1, 1));
        assertEquals(Map.of("decode", new StageCost(4, 2, 4)), clock.costs());
    }

    @Test
    void theSameStageTwiceAtOnceIsBusyOnce() {
        clock.run("flow", () -> {
            pass(1, 1);
            clock.run("flow", () -> pass(2, 2));
            pass(1, 1);
        });
        assertEquals(new StageCost(4, 4, 4), clock.costs().get("flow"));
    }

    @Test
    void theBoundIsTheLargerOfStylizationAndProcessorTimePerCore() {
        Map<String, StageCost> stages = Map.of("stylize", new StageCost(20, 9, 10));
        RenderTiming byStylization = RenderTiming.of(12, 4, 32, stages);
        assertEquals(10, byStylization.boundSeconds());
        assertEquals(1.2, byStylization.wallOverBound());
        RenderTiming byWork = RenderTiming.of(12, 2, 22, stages);
        assertEquals(11, byWork.boundSeconds());
        assertEquals(12.0 / 11, byWork.wallOverBound());
        assertEquals(0, RenderTiming.of(1, 2, 0, Map.of()).wallOverBound());
    }
}
