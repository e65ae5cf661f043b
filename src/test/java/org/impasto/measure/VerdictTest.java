package org.impasto.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.impasto.measure.Finding.Rating;
import org.impasto.measure.Verdict.Outcome;
import org.junit.jupiter.api.Test;

/** The verdict on figures that are given, at both sides of each limit. */
class VerdictTest {
    private static final int FRAMES = 10;

    /** A render that is as good as its reference in everything. */
    private final Map<Metric, Double> figures = new EnumMap<>(Map.ofEntries(Map.entry(Metric.E_WARP, 0.01), Map.entry(Metric.REFERENCE_E_WARP, 0.01),
            Map.entry(Metric.SHARPNESS, 1.0), Map.entry(Metric.SHARPNESS_FINE, 1.0), Map.entry(Metric.CHANGE, 0.1), Map.entry(Metric.SOURCE_CHANGE, 0.1),
            Map.entry(Metric.REFERENCE_CHANGE, 0.1), Map.entry(Metric.SOURCE_ALIGNED_BEFORE, 0.8), Map.entry(Metric.SOURCE_ALIGNED_AFTER, 0.8),
            Map.entry(Metric.ALIGNED, 0.7), Map.entry(Metric.ALIGNED_BEFORE, 0.6), Map.entry(Metric.ALIGNED_AFTER, 0.6), Map.entry(Metric.REFERENCE_ALIGNED, 0.7),
            Map.entry(Metric.REFERENCE_ALIGNED_BEFORE, 0.6), Map.entry(Metric.REFERENCE_ALIGNED_AFTER, 0.6), Map.entry(Metric.MATCHED, 0.9),
            Map.entry(Metric.MATCHED_BEFORE, 0.7), Map.entry(Metric.MATCHED_AFTER, 0.7), Map.entry(Metric.PALETTE_DISTANCE, 0.01), Map.entry(Metric.DRIFT, 0.05),
            Map.entry(Metric.REFERENCE_DRIFT, 0.05), Map.entry(Metric.GHOSTING, 0.0), Map.entry(Metric.REFERENCE_GHOSTING, 0.0),
            Map.entry(Metric.SOURCE_GHOSTING, 0.0)));

    private VerdictTest with(Metric metric, double value) {
        figures.put(metric, value);
        return this;
    }

    private Verdict verdict() {
        List<FrameFigures> frames = new ArrayList<>();
        for (int t = 0; t < FRAMES; t++) {
            FrameFigures f = new FrameFigures(t, t, t == 0);
            figures.forEach(f::set);
            frames.add(f);
        }
        return Verdict.of(frames);
    }

    private void assertOutcome(Outcome outcome, String... words) {
        Verdict v = verdict();
        assertEquals(outcome, v.outcome(), v.toString());
        for (String word : words) {
            assertTrue(v.headline().contains(word), v.headline());
        }
    }

    @Test
    void equalIsNoDifference() {
        assertOutcome(Outcome.NO_DIFFERENCE, "No difference");
        with(Metric.E_WARP, 0.0095).assertOutcome(Outcome.NO_DIFFERENCE);
        with(Metric.E_WARP, 0.0105).assertOutcome(Outcome.NO_DIFFERENCE);
    }

    @Test
    void lessFlickerAtNoCostIsBetter() {
        with(Metric.E_WARP, 0.004).assertOutcome(Outcome.BETTER, "60 % less flicker");
    }

    @Test
    void moreFlickerIsWorse() {
        with(Metric.E_WARP, 0.013).assertOutcome(Outcome.WORSE, "30 % more flicker");
    }

    @Test
    void calmThatIsBlurIsNotBetter() {
        with(Metric.E_WARP, 0.004).with(Metric.SHARPNESS, 0.86).assertOutcome(Outcome.BETTER);
        with(Metric.SHARPNESS, 0.84).assertOutcome(Outcome.NOT_BETTER, "softer", "84 %");
        with(Metric.SHARPNESS, 1.0).with(Metric.SHARPNESS_FINE, 0.7).assertOutcome(Outcome.NOT_BETTER, "softer");
    }

    @Test
    void moreGradientsAreCrispOrNoise() {
        with(Metric.SHARPNESS, 1.5).assertOutcome(Outcome.BETTER, "more faithful");
        with(Metric.E_WARP, 0.02).assertOutcome(Outcome.WORSE, "noisier");
    }

    @Test
    void standingStillIsNotBetter() {
        with(Metric.E_WARP, 0.001).with(Metric.CHANGE, 0.012).assertOutcome(Outcome.BETTER);
        with(Metric.CHANGE, 0.005).assertOutcome(Outcome.NOT_BETTER, "stands still in 10 of the 10 frames");
    }

    @Test
    void anotherFrameIsNotBetter() {
        with(Metric.E_WARP, 0.004).with(Metric.MATCHED_BEFORE, 0.95).assertOutcome(Outcome.NOT_BETTER, "is late");
        with(Metric.MATCHED_BEFORE, 0.7).with(Metric.MATCHED_AFTER, 0.95).assertOutcome(Outcome.NOT_BETTER, "is early");
    }

    @Test
    void theReferenceMayBeTheOneThatIsOff() {
        with(Metric.MATCHED_AFTER, 0.95).with(Metric.REFERENCE_ALIGNED_BEFORE, 0.8);
        assertOutcome(Outcome.BETTER, "more faithful");
        assertEquals(Rating.BETTER, verdict().findings().stream().filter(f -> f.subject().equals("time")).findFirst().orElseThrow().rating());
    }

    @Test
    void whereNothingMovesTimeIsNotJudged() {
        with(Metric.SOURCE_ALIGNED_BEFORE, 0.99).with(Metric.MATCHED_BEFORE, 0.95).assertOutcome(Outcome.NO_DIFFERENCE);
    }

    @Test
    void lostOutlinesAreNotBetter() {
        with(Metric.E_WARP, 0.004).with(Metric.ALIGNED, 0.45).assertOutcome(Outcome.NOT_BETTER, "lost the source's outlines");
    }

    @Test
    void coloursDriftAndGhostsAreAPrice() {
        with(Metric.E_WARP, 0.004).with(Metric.PALETTE_DISTANCE, 0.04).assertOutcome(Outcome.AT_A_PRICE, "colours are others");
        with(Metric.PALETTE_DISTANCE, 0.01).with(Metric.DRIFT, 0.08).assertOutcome(Outcome.AT_A_PRICE, "drifts");
        with(Metric.DRIFT, 0.07).with(Metric.GHOSTING, 0.04).assertOutcome(Outcome.AT_A_PRICE, "old paint stays");
        with(Metric.SOURCE_GHOSTING, 0.05).assertOutcome(Outcome.BETTER);
    }

    @Test
    void withoutFiguresThereIsNoVerdict() {
        figures.clear();
        assertOutcome(Outcome.UNKNOWN, "No verdict");
        assertTrue(verdict().findings().stream().allMatch(f -> f.rating() == Rating.UNKNOWN));
    }
}
