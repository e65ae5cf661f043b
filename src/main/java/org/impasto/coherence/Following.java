package org.impasto.coherence;

import java.util.Map;
import org.impasto.flow.Motion;
import org.impasto.flow.WindowExtremes;
import org.impasto.image.BoxBlur;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * How a film follows a network whose noise is carried with things. What such a network paints of the next frame is nearly what it painted of this one, so the prior is not kept for long: in each frame what the
 * network paints takes a tenth of its place, everywhere, and nothing is ever cut out and painted anew. That is an exponential moving average along the motion, as temporal antialiasing has it (Yang, Liu and Salvi, "A
 * survey of temporal antialiasing techniques", Computer Graphics Forum 39, 2020), and so is how it is kept from ghosts.
 */
final class Following {
    /** Share of a fully trusted prior in the next frame. */
    static final float KEPT = 0.9f;
    // Trust in a flow of which half is believed, and in one that contradicts itself where the source looks the same: most of it is right, and what is wrong has gone in a few frames.
    private static final float HELD = 0.8f;
    // Change of the source, 0 to 1, from which on it does not. More of it, and of what something uncovers a good part shows the paint of that.
    private static final float SAME = 0.03f;
    // Radii in pixels of the tents by which that change, and then trust, are smoothed: where a flow is in doubt they differ from pixel to pixel, and what is mixed so is a crackle of light and dark dots.
    private static final int CHANGES = 2;
    private static final int SOFT = 1;
    // Radius in pixels of the tent by which fine structure is told from strokes. What things leave behind them is lines: outlines, and what was painted beside them.
    private static final int FINE = 3;
    // Pixels to each side in which the network must have painted as light or dark a line for the prior's to be one.
    private static final int NEAR = 2;
    // Share of the prior's lines where the flow is believed by a half or less, all of them from where it nearly is: lines that do not meet double, and stay as dashes behind what has moved on. Broad strokes bear it.
    private static final float LINES = 0.6f;
    private static final float HALF = 0.4f;
    private static final float NEARLY = 0.95f;

    private Following() {
    }

    /**
     * How far the prior is trusted. What is known to have been hidden is not held, and what is known to have been seen is, also where its flow was given less trust.
     *
     * @param change of the source since the paint was made ({@link Photometric#difference})
     */
    static Plane trust(Motion motion, Plane change, Rows rows) {
        float held = motion.known() ? 1 : HELD;
        float[] told = motion.trust().data();
        float[] changed = BoxBlur.tent(change, CHANGES, rows).data();
        Plane trust = new Plane(change.width(), change.height());
        for (int i = 0; i < told.length; i++) {
            if (told[i] > 0) {
                trust.data()[i] = Math.max(told[i], held) * Photometric.trust(changed[i]);
            } else if (!motion.known()) {
                trust.data()[i] = held * Math.max(0, 1 - changed[i] / SAME);
            }
        }
        Plane soft = BoxBlur.tent(trust, SOFT, rows);
        for (int i = 0; motion.known() && i < told.length; i++) {
            soft.data()[i] = told[i] > 0 ? soft.data()[i] : 0;
        }
        return soft;
    }

    /** Lets nothing of the network's stand; what a person has painted does, until it is worn. */
    static void stand(Origin origin, Map<Integer, Anchor> anchors, boolean[] stands, boolean[] renewed) {
        for (int i = 0; i < stands.length; i++) {
            stands[i] = stands[i] && !renewed[i] && anchors.get(origin.frame()[i]).lasting();
            renewed[i] = false;
        }
    }

    /**
     * The prior, its fine structure clipped to what the network paints of that close by: the neighbourhood clamping of Karis, "High-quality temporal supersampling" (SIGGRAPH courses, 2014), of one band. Broad
     * strokes, which may be otherwise for a while, are left as they are.
     *
     * @param fresh what the network paints
     * @param told 0 to 1, how far the flow is believed: where that is a half or less, fewer of the prior's lines are left
     * @param stands where the prior is left as it is
     */
    static Image clipped(Image prior, Image fresh, Plane told, boolean[] stands, Rows rows) {
        int w = prior.width();
        int h = prior.height();
        Image result = new Image(w, h);
        try (WindowExtremes near = new WindowExtremes(NEAR)) {
            for (int c = 0; c < 3; c++) {
                Plane mine = prior.channel(c);
                Plane coarse = BoxBlur.tent(mine, FINE, rows);
                Plane painted = fresh.channel(c);
                float[] fine = minus(painted, BoxBlur.tent(painted, FINE, rows));
                float[] least = near.least(fine, w, h);
                float[] most = near.most(fine, w, h);
                float[] lines = minus(mine, coarse);
                for (int i = 0; i < lines.length; i++) {
                    float line = Math.min(most[i], Math.max(least[i], lines[i]));
                    result.data()[c * lines.length + i] = stands[i] ? mine.data()[i] : coarse.data()[i] + fine[i] + linesKept(told.data()[i]) * (line - fine[i]);
                }
            }
        }
        return result;
    }

    /** The share of the prior's lines that is left where the flow is believed so far. */
    private static float linesKept(float told) {
        return LINES + (1 - LINES) * Math.min(1, Math.max(0, (told - HALF) / (NEARLY - HALF)));
    }

    private static float[] minus(Plane a, Plane b) {
        float[] difference = new float[a.data().length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = a.data()[i] - b.data()[i];
        }
        return difference;
    }
}
