package org.impasto.coherence;

import java.util.Optional;
import java.util.function.Function;
import org.impasto.flow.Motion;
import org.impasto.flow.Warp;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.Prior;

/**
 * Makes the next stylized frame of a shot from the state of the one before.
 *
 * <ol>
 *   <li>The last stylized frame is warped by the backward flow: the prior.
 *   <li>The trust mask is lowered where the source no longer looks as it did when the paint was made ({@link Photometric}).
 *   <li>The network paints; a video stylizer sees prior and mask.
 *   <li>The prior is blended over it by trust, and local contrast is restored ({@link ContrastBlend}).
 * </ol>
 * A pure function of its arguments, whatever the number of threads.
 */
public final class CoherenceRule {
    private final CoherenceSettings settings;
    private final Rows rows;

    public CoherenceRule(CoherenceSettings settings, Rows rows) {
        this.settings = settings;
        this.rows = rows;
    }

    /**
     * The first frame of a shot: painted with no prior.
     *
     * @param paint the network: stylizes {@code content} with the prior it is given
     */
    public CoherenceState first(Image content, Function<Optional<Prior>, Image> paint) {
        return new CoherenceState(paint.apply(Optional.empty()), Photometric.smooth(content, rows));
    }

    /** A frame that continues a shot. */
    public CoherenceState next(CoherenceState previous, Image content, Motion motion,
            Function<Optional<Prior>, Image> paint) {
        Image prior = clip(Warp.sharp(previous.painted(), motion.backward(), rows));
        Image carried = Photometric.warp(previous.seen(), motion.backward(), rows);
        Image now = Photometric.smooth(content, rows);
        Plane trust = Photometric.lower(motion.trust(), (float) settings.strength(), carried, now, rows);
        Image fresh = paint.apply(Optional.of(new Prior(prior, trust)));
        Image painted = ContrastBlend.blend(prior, fresh, trust, (float) settings.carry(), settings.restoreContrast(), rows);
        return new CoherenceState(painted, Photometric.update(carried, now, trust, (float) settings.carry(), rows));
    }

    /** Splines overshoot at hard edges; left alone, overshoot would grow as a picture is carried. */
    private Image clip(Image image) {
        float[] d = image.data();
        rows.each(3 * image.height(), (from, to) -> {
            for (int i = from * image.width(); i < to * image.width(); i++) {
                d[i] = d[i] < 0 ? 0 : d[i] > 1 ? 1 : d[i];
            }
        });
        return image;
    }
}
