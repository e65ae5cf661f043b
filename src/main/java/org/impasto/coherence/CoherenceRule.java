package org.impasto.coherence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.Prior;

/**
 * Makes the next stylized frame of a shot from the state of the one before.
 *
 * <ol>
 *   <li>For each pixel the place in the frame that painted it is carried on by the backward flow ({@link Origin}), and the paint is fetched
 *       from there: the prior.
 *   <li>Trust is lowered where the source no longer looks as it did when the paint was made ({@link Photometric}).
 *   <li>Paint whose {@link Lifetime} is over is to be painted anew: there the network is told that there is no prior.
 *   <li>The network paints; a video stylizer sees prior and mask.
 *   <li>The prior is laid over it by trust. New paint fades in where old paint is renewed, and stands at once where there was nothing to
 *       trust. Contrast that mixing costs is restored ({@link ContrastBlend}).
 * </ol>
 * A pure function of its arguments, whatever the number of threads.
 */
public final class CoherenceRule {
    // From this share on the prior stands for the pixel, and what it came from is kept; below, the mixture is new paint.
    private static final float WHOLE = 0.98f;

    private final CoherenceSettings settings;
    private final Rows rows;
    private Lifetime lifetime;

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
        Image painted = paint.apply(Optional.empty());
        Origin none = new Origin(content.width(), content.height());
        return state(0, painted, painted, Photometric.smooth(content, rows), none, none, new float[content.pixels()], new boolean[0],
                Map.of());
    }

    /** A frame that continues a shot. */
    public CoherenceState next(CoherenceState previous, Image content, Motion motion, Function<Optional<Prior>, Image> paint) {
        int t = previous.frame() + 1;
        Origin origin = previous.paint().advect(motion.backward(), rows);
        Origin fading = previous.fading().advect(motion.backward(), rows);
        Carried carried = Carried.fetch(origin, fading, previous.anchors(), t, settings.fade(), rows);
        Image now = Photometric.smooth(content, rows);
        Plane trust = Photometric.lower(motion.trust(), carried.known(), (float) settings.strength(), carried.seen(), now, rows);
        boolean[] renewed = renewed(origin, trust, t);
        Image prior = carried.mixed(rows);
        Image fresh = paint.apply(Optional.of(new Prior(prior, without(trust, renewed))));
        float[] kept = new float[content.pixels()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) settings.carry() * trust.data()[i];
        }
        Image painted = ContrastBlend.blend(carried, prior, fresh, kept, settings.restoreContrast(), rows);
        Image look = Photometric.update(carried.seen(), now, kept, renewed, rows);
        return state(t, painted, fresh, look, origin, fading, kept, renewed, previous.anchors());
    }

    /** Where carried paint has come to the end of its lifetime. */
    private boolean[] renewed(Origin origin, Plane trust, int t) {
        if (lifetime == null || !lifetime.covers(origin.width(), origin.height())) {
            lifetime = new Lifetime(origin.width(), origin.height(), settings.shortest(), settings.longest());
        }
        boolean[] renewed = new boolean[trust.data().length];
        for (int i = 0; i < renewed.length; i++) {
            renewed[i] = settings.carry() * trust.data()[i] >= WHOLE && lifetime.isOver(i, t - origin.frame()[i], origin.growth(i));
        }
        return renewed;
    }

    private static Plane without(Plane trust, boolean[] renewed) {
        Plane mask = new Plane(trust.width(), trust.height(), trust.data().clone());
        for (int i = 0; i < renewed.length; i++) {
            if (renewed[i]) {
                mask.data()[i] = 0;
            }
        }
        return mask;
    }

    /** @param kept for each pixel the share of the prior
     *  @param renewed where paint is renewed; empty where none is */
    private CoherenceState state(int t, Image painted, Image fresh, Image look, Origin origin, Origin fading, float[] kept,
            boolean[] renewed, Map<Integer, Anchor> before) {
        int n = painted.pixels();
        boolean[] begun = new boolean[n];
        Origin paint = new Origin(painted.width(), painted.height());
        Origin old = new Origin(painted.width(), painted.height());
        // What is kept of this frame: the picture as it is put out, but the bare new paint where it has yet to fade in.
        Image picture = new Image(painted.width(), painted.height(), painted.data().clone());
        int oldest = t;
        for (int i = 0; i < n; i++) {
            boolean renew = renewed.length > 0 && renewed[i];
            begun[i] = renew || kept[i] < WHOLE;
            if (begun[i]) {
                paint.paintedHere(i, t);
            } else {
                paint.copy(origin, i);
            }
            if (renew) {
                old.copy(origin, i);
                for (int k = i; k < 3 * n; k += n) {
                    picture.data()[k] = fresh.data()[k];
                }
            } else if (!begun[i] && t - paint.frame()[i] < settings.fade()) {
                old.copy(fading, i);
            }
            oldest = Math.min(oldest, Math.min(paint.frame()[i], old.frame()[i] == Origin.NONE ? t : old.frame()[i]));
        }
        Map<Integer, Anchor> anchors = new HashMap<>(before);
        int last = oldest;
        anchors.keySet().removeIf(frame -> frame < last);
        anchors.put(t, new Anchor(begun, picture, look, ContrastBlend.fine(picture, rows), rows));
        return new CoherenceState(painted, t, paint, old, Map.copyOf(anchors));
    }
}
