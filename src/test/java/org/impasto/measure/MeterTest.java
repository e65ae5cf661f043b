package org.impasto.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.junit.jupiter.api.Test;

/** Whole films, frame by frame: what is compared with what, drift and ghosts. */
class MeterTest {
    private static List<FrameFigures> film(int frames, MotionSource motion, Picture source, Picture stylized, int cut) {
        Meter meter = new Meter(motion);
        List<FrameFigures> all = new ArrayList<>();
        for (int t = 0; t < frames; t++) {
            all.add(meter.next(Given.frames(source.at(t), stylized.at(t)), t / 25.0, t == cut));
        }
        return all;
    }

    private interface Picture {
        Image at(int t);
    }

    private static boolean has(FrameFigures f, Metric m) {
        return !Double.isNaN(f.of(m));
    }

    @Test
    void framesAreComparedWithThePreviousTheTenthBeforeAndTheShotsFirst() {
        // Flat frames that brighten by a hundredth each: the differences tell the distances.
        List<FrameFigures> all = film(25, Given.always(Given.moving(0, 0), false), t -> Given.flat(0.5f), t -> Given.flat(t / 100f), 12);
        for (int t = 0; t < 25; t++) {
            int inShot = t < 12 ? t : t - 12;
            FrameFigures f = all.get(t);
            assertEquals(inShot == 0, f.beginsShot());
            assertEquals(inShot > 0, has(f, Metric.E_STAB), "nothing is compared across a cut");
            assertEquals(inShot >= 10, has(f, Metric.E_STAB_10));
            if (inShot > 0) {
                assertEquals(0.01, f.of(Metric.E_STAB), 1e-4);
                assertEquals(inShot / 100.0, f.of(Metric.E_STAB_FIRST), 1e-4);
                assertEquals(0, f.of(Metric.SOURCE_E_STAB));
            }
            if (inShot >= 10) {
                assertEquals(0.01, f.of(Metric.E_WARP_10), 1e-4);
            }
        }
    }

    @Test
    void trueMotionThatHidesEverythingIsACutAndNothingElseIs() {
        Step hidden = Given.moving(0, 0);
        Arrays.fill(hidden.hidden().data(), 1);
        assertTrue(film(2, Given.always(hidden, true), t -> Given.noise(1), t -> Given.noise(1), -1).get(1).beginsShot());
        assertFalse(film(2, Given.always(Given.moving(0, 0), true), Given::noise, Given::noise, 1).get(1).beginsShot());
    }

    @Test
    void aStillPictureDoesNotDriftAndNoiseDriftsByItsDeviation() {
        MotionSource still = Given.always(Given.moving(0, 0), false);
        FrameFigures calm = film(3, still, t -> Given.noise(9), t -> Given.noise(1), -1).get(2);
        assertEquals(0, calm.of(Metric.DRIFT));
        assertEquals(1, calm.of(Metric.STATIC));
        FrameFigures boiling = film(3, still, t -> Given.noise(9), Given::noise, -1).get(2);
        assertEquals(Math.sqrt(2) * 0.1, boiling.of(Metric.DRIFT), 0.002);
        assertEquals(0, boiling.of(Metric.SOURCE_DRIFT));
    }

    @Test
    void slowDriftThatNoStepShowsIsSeen() {
        List<FrameFigures> all = film(21, Given.always(Given.moving(0, 0), false), t -> Given.noise(9), t -> Given.flat(0.5f + t * 0.005f), -1);
        assertEquals(0.1, all.get(20).of(Metric.DRIFT), 1e-4);
        assertEquals(0.005, all.get(20).of(Metric.E_STAB), 1e-4);
    }

    @Test
    void whatMovedOnceIsNotStatic() {
        List<FrameFigures> all = film(3, Given.always(Given.moving(0, 0), false), t -> Given.flat(t == 1 ? 0.6f : 0.5f), Given::noise, -1);
        assertEquals(0, all.get(2).of(Metric.STATIC), "though it came back");
        assertFalse(has(all.get(2), Metric.DRIFT));
    }

    /** Sky that goes by is as grey as the sky before it; strokes that go with it have not drifted. Flow that trembles has not gone. */
    @Test
    void whatTheFlowHasCarriedAwayIsNotStatic() {
        List<FrameFigures> all = film(5, Given.always(Given.moving(0.3f, 0), false), t -> Given.flat(0.5f), Given::noise, -1);
        assertEquals(1, all.get(3).of(Metric.STATIC), "nine tenths of a pixel");
        assertEquals(0, all.get(4).of(Metric.STATIC));
        assertFalse(has(all.get(4), Metric.DRIFT));
        List<FrameFigures> trembling = film(9, Given.in(t -> Given.moving(t % 2 == 0 ? 0.6f : -0.6f, 0), false), t -> Given.flat(0.5f), Given::noise, -1);
        assertEquals(1, trembling.get(8).of(Metric.STATIC));
    }

    @Test
    void aGhostHasTheEnergyOfTheWeightThatItWasMixedInWith() {
        Plane all = new Plane(Given.W, Given.H);
        Arrays.fill(all.data(), 1);
        Step step = new Step(new FlowField(Given.W, Given.H), new Plane(Given.W, Given.H),
                Optional.of(new Step.Uncovered(new FlowField(Given.W, Given.H), all)));
        MotionSource motion = Given.always(step, false);
        assertEquals(1, ghost(motion, Given.noise(1)), 1e-3, "the previous picture stands there unchanged");
        assertEquals(0.09, ghost(motion, Given.mix(Given.noise(2), Given.noise(1), 0.3)), 0.02);
        assertEquals(0, ghost(motion, Given.noise(2)), 0.002, "nothing of it is left");
    }

    @Test
    void whereTheSourceKeepsItsStructureNothingWasUncovered() {
        Plane all = new Plane(Given.W, Given.H);
        Arrays.fill(all.data(), 1);
        Step step = new Step(new FlowField(Given.W, Given.H), new Plane(Given.W, Given.H),
                Optional.of(new Step.Uncovered(new FlowField(Given.W, Given.H), all)));
        FrameFigures f = film(2, Given.always(step, false), t -> Given.mix(Given.noise(1), Given.flat(1), t * 0.2), t -> Given.noise(3), -1).get(1);
        assertEquals(0.64, f.of(Metric.SOURCE_GHOSTING), 0.01);
        assertFalse(has(f, Metric.GHOSTING));
    }

    private static double ghost(MotionSource motion, Image second) {
        FrameFigures f = film(2, motion, t -> Given.noise(7 + t), t -> t == 0 ? Given.noise(1) : second, -1).get(1);
        assertEquals(1, f.of(Metric.UNCOVERED));
        return f.of(Metric.GHOSTING);
    }

    @Test
    void aGhostThatWasDraggedAlongIsSeen() {
        Plane all = new Plane(Given.W, Given.H);
        Arrays.fill(all.data(), 1);
        Step moving = Given.moving(4, 0);
        Step step = new Step(moving.forward(), moving.hidden(), Optional.of(new Step.Uncovered(Given.moving(-4, 0).forward(), all)));
        List<FrameFigures> film = film(2, Given.always(step, false), t -> Given.noise(7 + t), t -> Given.window(20 - 4 * t, 0), -1);
        assertEquals(1, film.get(1).of(Metric.GHOSTING), 0.01);
    }

    @Test
    void outlinesSayWhichFrameIsShown() {
        // A wall of noise that passes by, soft enough that neighbouring frames have something in common.
        Picture wall = t -> Given.blurred(Given.window(3 * t, 0), 2);
        MotionSource motion = Given.always(Given.moving(-3, 0), false);
        FrameFigures same = film(6, motion, wall, wall, -1).get(3);
        assertEquals(1, same.of(Metric.ALIGNED), 1e-6);
        assertEquals(1, same.of(Metric.SOURCE_ALIGNED), 1e-6);
        FrameFigures late = film(6, motion, wall, t -> wall.at(Math.max(0, t - 1)), -1).get(3);
        assertEquals(1, late.of(Metric.ALIGNED_BEFORE), 1e-6);
        assertEquals(same.of(Metric.SOURCE_ALIGNED_BEFORE), late.of(Metric.ALIGNED), 1e-6);
        FrameFigures early = film(6, motion, wall, t -> wall.at(t + 1), -1).get(3);
        assertEquals(1, early.of(Metric.ALIGNED_AFTER), 1e-6);
        assertTrue(early.of(Metric.ALIGNED_BEFORE) < early.of(Metric.ALIGNED) && early.of(Metric.ALIGNED) < 0.9);
    }

    @Test
    void theFirstAndTheLastFrameOfAShotHaveNoNeighbourOnOneSide() {
        Picture wall = t -> Given.window(3 * t, 0);
        List<FrameFigures> all = film(6, Given.always(Given.moving(-3, 0), false), wall, wall, 3);
        for (int t = 0; t < 6; t++) {
            assertEquals(t == 1 || t == 4, has(all.get(t), Metric.ALIGNED_AFTER), "frame " + t);
        }
    }

    @Test
    void changeIsMeasuredWhereTheSourceMoves() {
        List<FrameFigures> all = film(3, Given.always(Given.moving(1, 0), false), t -> Given.flat(0.3f + 0.1f * t), t -> Given.flat(0.5f + 0.04f * t), -1);
        assertEquals(0.1, all.get(2).of(Metric.SOURCE_CHANGE), 1e-4);
        assertEquals(0.04, all.get(2).of(Metric.CHANGE), 1e-4);
        assertEquals(1, all.get(2).of(Metric.MOVING));
        FrameFigures light = film(2, Given.always(Given.moving(0, 0), false), t -> Given.flat(0.3f + 0.1f * t), Given::noise, -1).get(1);
        assertFalse(has(light, Metric.CHANGE), "light is no motion");
        assertEquals(0, light.of(Metric.MOVING));
    }

    @Test
    void withoutReferenceThereIsNoSharpness() {
        FrameFigures f = film(2, Given.always(Given.moving(0, 0), false), Given::noise, Given::noise, -1).get(1);
        assertFalse(has(f, Metric.SHARPNESS) || has(f, Metric.STRUCTURE_DISTANCE) || has(f, Metric.REFERENCE_E_WARP));
    }

    @Test
    void theReferenceIsMeasuredTheSameWay() {
        Meter meter = new Meter(Given.always(Given.moving(0, 0), false));
        FrameFigures f = null;
        for (int t = 0; t < 2; t++) {
            Map<Track, Samples> frames = Given.frames(Given.noise(9), Given.flat(0.5f));
            frames.put(Track.REFERENCE, Samples.of(Given.noise(t)));
            f = meter.next(frames, t, false);
        }
        assertEquals(0.02, f.of(Metric.REFERENCE_E_WARP), 0.0005);
        assertEquals(0, f.of(Metric.E_WARP), "a flat film is perfectly calm,");
        assertEquals(0, f.of(Metric.SHARPNESS), "and perfectly soft");
    }

    @Test
    void poolsAreThoseOfNumpy() {
        List<FrameFigures> figures = new ArrayList<>();
        for (double v : new double[] {Double.NaN, 4, 1, 3, 2}) {
            FrameFigures f = new FrameFigures(0, 0, false);
            f.set(Metric.E_WARP, v);
            figures.add(f);
        }
        assertEquals(new Pool(4, 2.5, Math.sqrt(7.5), 2.5, 3.8499999999999996, 4), Pool.of(figures, Metric.E_WARP));
        assertEquals(0, Pool.of(figures, Metric.DRIFT).frames());
    }
}
