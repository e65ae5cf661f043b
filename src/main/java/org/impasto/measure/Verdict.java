package org.impasto.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.impasto.measure.Finding.Rating;

/**
 * What the figures say in words: whether a render is better than its reference, flicker and fidelity taken together. What is calm because
 * it is blurred, stands still or shows another frame is not praised. The limits and where they come from: docs/measure.md.
 *
 * @param outcome flicker and fidelity together
 * @param flicker better where it flickers less
 * @param fidelity worse where any of the findings is, else better where any is
 * @param headline one sentence
 * @param findings all that was looked at, flicker first
 */
public record Verdict(Outcome outcome, Rating flicker, Rating fidelity, String headline, List<Finding> findings) {
    /** Flicker and fidelity together. */
    public enum Outcome {
        BETTER, NO_DIFFERENCE,
        /** Calmer, but something else is worse. */
        AT_A_PRICE,
        /** Calmer only because it is not the same film any more. */
        NOT_BETTER, WORSE, UNKNOWN
    }

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** The verdict on frames that were measured with a reference. */
    public static Verdict of(List<FrameFigures> frames) {
        Finding flicker = Judge.flicker(frames);
        List<Finding> rest = new ArrayList<>(List.of(Judge.sharpness(frames, flicker.rating()), Judge.standing(frames), Judge.time(frames)));
        rest.addAll(List.of(Judge.outlines(frames), Judge.colours(frames), Judge.drift(frames), Judge.ghosts(frames)));
        Rating fidelity = fidelity(rest);
        Outcome outcome = outcome(flicker.rating(), fidelity, rest);
        List<Finding> all = new ArrayList<>(List.of(flicker));
        all.addAll(rest);
        return new Verdict(outcome, flicker.rating(), fidelity, headline(outcome, flicker, fidelity, rest), all);
    }

    private static Rating fidelity(List<Finding> findings) {
        for (Rating r : List.of(Rating.WORSE, Rating.BETTER, Rating.SAME)) {
            if (findings.stream().anyMatch(f -> f.rating() == r)) {
                return r;
            }
        }
        return Rating.UNKNOWN;
    }

    private static Outcome outcome(Rating flicker, Rating fidelity, List<Finding> findings) {
        if (flicker == Rating.UNKNOWN) {
            return Outcome.UNKNOWN;
        }
        boolean grave = findings.stream().anyMatch(f -> f.rating() == Rating.WORSE && f.grave());
        if (flicker == Rating.BETTER) {
            return grave ? Outcome.NOT_BETTER : fidelity == Rating.WORSE ? Outcome.AT_A_PRICE : Outcome.BETTER;
        }
        if (flicker == Rating.WORSE || fidelity == Rating.WORSE) {
            return Outcome.WORSE;
        }
        return fidelity == Rating.BETTER ? Outcome.BETTER : Outcome.NO_DIFFERENCE;
    }

    private static String headline(Outcome outcome, Finding flicker, Rating fidelity, List<Finding> findings) {
        String worse = findings.stream().filter(f -> f.rating() == Rating.WORSE).sorted((a, b) -> Boolean.compare(b.grave(), a.grave()))
                .map(f -> f.sentence().substring(0, 1).toLowerCase(Locale.ROOT) + f.sentence().substring(1)).collect(Collectors.joining("; "));
        String calm = flicker.sentence();
        return switch (outcome) {
            case BETTER -> "Better: " + (flicker.rating() == Rating.BETTER ? calm + ", and the picture is as faithful."
                    : "as calm as the reference, and more faithful.");
            case NO_DIFFERENCE -> "No difference that counts: as calm as the reference, and as faithful.";
            case AT_A_PRICE -> "At a price: " + calm + ", but " + worse + ".";
            case NOT_BETTER -> "Not better, for all its calm: " + worse + ".";
            case WORSE -> "Worse: " + (flicker.rating() == Rating.WORSE ? calm + (worse.isEmpty() ? "" : "; " + worse) : worse) + ".";
            case UNKNOWN -> "No verdict: nothing moved from frame to frame that could be measured.";
        };
    }
}
