package org.impasto.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;

class ResidualTest {
    private static Residual between(Image earlier, Image later, Step... steps) {
        Anchor anchor = new Anchor(Given.frames(earlier, earlier));
        for (Step step : steps) {
            anchor.advance(step);
        }
        return anchor.compare(Given.frames(later, later)).get(Track.STYLIZED);
    }

    @Test
    void identicalFramesDoNotDiffer() {
        Residual r = between(Given.noise(1), Given.noise(1), Given.moving(0, 0));
        assertEquals(0, r.eWarp());
        assertEquals(0, r.eStab());
        assertEquals(1, r.measured());
    }

    @Test
    void aConstantDifferenceIsItsSquareAndItself() {
        Residual r = between(Given.flat(0.25f), Given.flat(0.75f), Given.moving(0, 0));
        assertEquals(0.25, r.eWarp(), 1e-4);
        assertEquals(0.5, r.eStab(), 1e-4);
    }

    @Test
    void aKnownTranslationExplainsTheFrameExactly() {
        // What is seen moves right by 5 and down by 3: the window moves the other way.
        Residual r = between(Given.window(20, 20), Given.window(15, 17), Given.moving(5, 3));
        assertEquals(0, r.eWarp());
        assertEquals((Given.W - 5) * (Given.H - 3) / (double) (Given.W * Given.H), r.measured(), 1e-12, "what leaves the picture does not count");
    }

    @Test
    void whiteNoiseGivesTwiceItsVariance() {
        Residual r = between(Given.noise(1), Given.noise(2), Given.moving(0, 0));
        assertEquals(2 * 0.01, r.eWarp(), 0.0005);
        assertEquals(Math.sqrt(2) * 0.1, r.eStab(), 0.002);
    }

    @Test
    void whiteNoiseBetweenPixelsIsAveraged() {
        // Half a pixel sideways averages two values: variance s² + s² / 2.
        Residual r = between(Given.noise(1), Given.noise(2), Given.moving(0.5f, 0));
        assertEquals(1.5 * 0.01, r.eWarp(), 0.0004);
    }

    @Test
    void eStabCountsAllPixelsAndEWarpThoseMeasured() {
        Plane hidden = new Plane(Given.W, Given.H);
        Arrays.fill(hidden.data(), 0, hidden.data().length * 3 / 4, 1);
        Residual r = between(Given.flat(0.25f), Given.flat(0.75f), new Step(new FlowField(Given.W, Given.H), hidden, Optional.empty()));
        assertEquals(0.25, r.measured());
        assertEquals(0.25, r.eWarp(), 1e-4);
        assertEquals(0.25, r.eStab(), 1e-4, "sqrt(0.25 / 4)");
    }

    @Test
    void whereNothingIsMeasuredThereIsNoFigure() {
        Plane hidden = new Plane(Given.W, Given.H);
        Arrays.fill(hidden.data(), 1);
        Residual r = between(Given.flat(0), Given.flat(1), new Step(new FlowField(Given.W, Given.H), hidden, Optional.empty()));
        assertTrue(Double.isNaN(r.eWarp()) && Double.isNaN(r.eStab()));
        assertEquals(0, r.measured());
    }

    @Test
    void flowThatIsNoNumberOrUnknownIsNotMeasured() {
        Step step = Given.moving(0, 0);
        step.forward().u()[7] = Float.NaN;
        step.forward().v()[8] = 1e10f;
        Residual r = between(Given.noise(1), Given.noise(1), step);
        assertEquals(Given.W * Given.H - 2, r.count());
    }

    @Test
    void flowsAreChainedOverFrames() {
        Step[] steps = new Step[10];
        Arrays.fill(steps, Given.moving(-1, 0.5f));
        Residual r = between(Given.window(20, 20), Given.window(30, 15), steps);
        assertEquals(0, r.eWarp());
        assertEquals((Given.W - 10) * (Given.H - 5) / (double) (Given.W * Given.H), r.measured(), 1e-12);
    }

    @Test
    void whatIsHiddenOnceStaysLost() {
        Step blink = new Step(new FlowField(Given.W, Given.H), new Plane(Given.W, Given.H), Optional.empty());
        blink.hidden().data()[100] = 1;
        Residual r = between(Given.noise(1), Given.noise(1), Given.moving(0, 0), blink, Given.moving(0, 0));
        assertEquals(Given.W * Given.H - 1, r.count());
    }

    @Test
    void aFrozenFilmIsPerfectlyCalmAgainstZeroFlowOnly() {
        assertEquals(0, between(Given.window(0, 0), Given.window(0, 0), Given.moving(0, 0)).eWarp());
        // Uniform noise on 0..1 has the variance 1/12. This is what catches a frozen film when the source moves.
        assertEquals(2 / 12.0, between(Given.window(0, 0), Given.window(0, 0), Given.moving(2, 0)).eWarp(), 0.005);
    }
}
