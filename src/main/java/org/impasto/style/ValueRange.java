package org.impasto.style;

import java.util.Locale;

/**
 * The numbers a network takes for a picture, and gives: our 0..1 is stretched to {@code [inLow, inHigh]}, then the mean is
 * subtracted and the result divided by the deviation, per channel; what comes out of {@code [outLow, outHigh]} is 0..1.
 *
 * @param bgr whether blue comes first, in and out
 * @param how where this is known from: "JSON" or "detected"
 */
record ValueRange(float inLow, float inHigh, float[] mean, float[] std, boolean bgr, float outLow, float outHigh,
        String how) {
    private static final float[] ZEROS = {0, 0, 0};
    private static final float[] ONES = {1, 1, 1};

    static final ValueRange UNIT = detected(0, 1);
    static final ValueRange BYTES = detected(0, 255);
    static final ValueRange SIGNED = detected(-1, 1);

    private static ValueRange detected(float low, float high) {
        return new ValueRange(low, high, ZEROS, ONES, false, low, high, "detected");
    }

    /** What the notes say, the rest from what was detected. */
    ValueRange with(ModelNotes notes) {
        float[] in = notes.inputRange().or(notes::outputRange).orElse(new float[] {inLow, inHigh});
        float[] out = notes.outputRange().or(notes::inputRange).orElse(new float[] {outLow, outHigh});
        boolean all = stated(notes);
        return new ValueRange(in[0], in[1], notes.mean().orElse(ZEROS), notes.std().orElse(ONES), notes.bgr(),
                out[0], out[1], all ? "JSON" : how);
    }

    /** Whether the notes leave no range to detect. */
    static boolean stated(ModelNotes notes) {
        return notes.inputRange().isPresent() || notes.outputRange().isPresent();
    }

    /** Which of our channels is the network's channel {@code c}. */
    int channel(int c) {
        return bgr ? 2 - c : c;
    }

    float in(int c, float v) {
        return (inLow + v * (inHigh - inLow) - mean[c]) / std[c];
    }

    float out(float v) {
        return (v - outLow) / (outHigh - outLow);
    }

    /** In a few words: "0..255 (detected)". */
    String describe() {
        StringBuilder s = new StringBuilder(range(inLow, inHigh));
        if (inLow != outLow || inHigh != outHigh) {
            s.append(" to ").append(range(outLow, outHigh));
        }
        if (!java.util.Arrays.equals(mean, ZEROS) || !java.util.Arrays.equals(std, ONES)) {
            s.append(", mean ").append(list(mean)).append(", deviation ").append(list(std));
        }
        return s.append(bgr ? ", BGR" : "").append(" (").append(how).append(')').toString();
    }

    private static String range(float low, float high) {
        return number(low) + ".." + number(high);
    }

    private static String list(float[] v) {
        return number(v[0]) + "/" + number(v[1]) + "/" + number(v[2]);
    }

    private static String number(float v) {
        return v == Math.rint(v) ? Integer.toString((int) v) : String.format(Locale.ROOT, "%.4g", v);
    }
}
