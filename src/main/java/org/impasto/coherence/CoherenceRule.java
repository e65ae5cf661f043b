package org.impasto.coherence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 *   <li>The network paints; a video stylizer sees prior and mask. Paint that is renewed keeps its colour ({@link Renewal}).
 *   <li>The prior is laid over it by trust. New paint fades in where old paint is renewed, and stands at once where there was nothing to
 *       trust. Contrast that mixing costs is restored ({@link ContrastBlend}).
 * </ol>
 * A pure function of its arguments, whatever the number of threads.
 */
public final class CoherenceRule {
    // From this trust on a pixel is the prior's, and goes on referring to where that was painted; below, it is new paint.
    private static final float STANDS = 0.95f;
    // Up to this trust the network is told that there is no prior: what is half trusted it would paint after.
    private static final float UNTOLD = 0.5f;

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
        return state(0, painted, painted, Photometric.smooth(content, rows), none, none, NewPaint.everywhere(content.width(), content.height()), Map.of(), false);
    }

    /**
     * A frame whose picture is given, such as one that a person has painted over. What follows is carried on from it for as long as it can
     * be trusted: age alone does not renew it.
     *
     * @param frame its number in the shot
     */
    public CoherenceState pinned(int frame, Image content, Image picture) {
        Origin none = new Origin(content.width(), content.height());
        return state(frame, picture, picture, Photometric.smooth(content, rows), none, none, NewPaint.everywhere(content.width(), content.height()), Map.of(), true);
    }

    /** A frame that continues a shot. */
    public CoherenceState next(CoherenceState previous, Image content, Motion motion, Function<Optional<Prior>, Image> paint) {
        return next(previous, content, motion, settings.strength(), paint);
    }

    /** A frame that continues a shot, with a strength of its own, 0 to 1, instead of the settings'. */
    public CoherenceState next(CoherenceState previous, Image content, Motion motion, double strength,
            Function<Optional<Prior>, Image> paint) {
        int t = previous.frame() + 1;
        Origin origin = previous.paint().advect(motion.backward(), rows);
        Origin fading = previous.fading().advect(motion.backward(), rows);
        Carried carried = Carried.fetch(origin, fading, previous.anchors(), t, settings.fade(), rows);
        Image now = Photometric.smooth(content, rows);
        Plane change = Photometric.difference(carried.seen(), carried.known(), now, rows);
        Plane trust = Photometric.lower(motion.trust(), change);
        boolean[] stands = new boolean[content.pixels()];
        boolean[] renewed = new boolean[content.pixels()];
        judge(origin, previous.anchors(), trust, change, t, stands, renewed);
        NewPaint begins = NewPaint.of(stands, renewed, content.width());
        Image prior = carried.mixed(rows);
        Image fresh = Renewal.coloured(paint.apply(Optional.of(new Prior(prior, mask(trust, strength, renewed)))), prior, carried.seen(), now, change, begins,
                rows);
        float[] kept = new float[content.pixels()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) (settings.carry() * strength) * (stands[i] ? 1 : trust.data()[i]);
        }
        Image painted = ContrastBlend.blend(carried, prior, fresh, kept, settings.restoreContrast(), rows);
        Image look = Photometric.update(carried.seen(), now, kept, renewed, rows);
        return state(t, painted, fresh, look, origin, fading, begins, previous.anchors(), false);
    }

    /** Decides for each pixel whether the prior stands, and whether its paint is to be renewed all the same. */
    private void judge(Origin origin, Map<Integer, Anchor> anchors, Plane trust, Plane change, int t, boolean[] stands,
            boolean[] renewed) {
        if (lifetime == null || !lifetime.covers(origin.width(), origin.height())) {
            lifetime = new Lifetime(origin.width(), origin.height(), settings.shortest(), settings.longest());
        }
        // A network that repaints what it is given makes new paint everywhere.
        boolean carries = settings.carry() == 1;
        Set<Integer> lasting = anchors.entrySet().stream().filter(a -> a.getValue().lasting()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Plane growth = Growth.of(origin, rows);
        rows.each(origin.height(), (from, to) -> {
            for (int i = from * origin.width(); i < to * origin.width(); i++) {
                stands[i] = carries && trust.data()[i] >= STANDS;
                int age = t - origin.frame()[i];
                int worn = !lasting.isEmpty() && lasting.contains(origin.frame()[i]) ? 0 : age;
                renewed[i] = stands[i] && age >= settings.fade() && lifetime.isOver(i, worn, growth.data()[i], change.data()[i]);
            }
        });
    }

    private Plane mask(Plane trust, double strength, boolean[] renewed) {
        Plane mask = new Plane(trust.width(), trust.height());
        for (int i = 0; i < renewed.length; i++) {
            mask.data()[i] = renewed[i] ? 0 : (float) strength * Math.max(0, (trust.data()[i] - UNTOLD) / (1 - UNTOLD));
        }
        return mask;
    }

    /** @param lasting whether age alone does not renew what this frame paints */
    private CoherenceState state(int t, Image painted, Image fresh, Image look, Origin origin, Origin fading, NewPaint begins, Map<Integer, Anchor> before, boolean lasting) {
        int n = painted.pixels();
        Origin paint = new Origin(painted.width(), painted.height());
        Origin old = new Origin(painted.width(), painted.height());
        int oldest = t;
        for (int i = 0; i < n; i++) {
            boolean begun = begins.begun()[i];
            if (begun) {
                paint.paintedHere(i, t);
            } else {
                paint.copy(origin, i);
            }
            if (begins.renewed()[i]) {
                old.copy(origin, i);
            } else if (!begun && t - paint.frame()[i] < settings.fade()) {
                old.copy(fading, i);
            }
            oldest = Math.min(oldest, Math.min(paint.frame()[i], old.frame()[i] == Origin.NONE ? t : old.frame()[i]));
        }
        Image picture = begins.kept(painted, fresh, rows);
        Map<Integer, Anchor> anchors = new HashMap<>(before);
        int last = oldest;
        anchors.keySet().removeIf(frame -> frame < last);
        anchors.put(t, new Anchor(begins.begun(), picture, look, ContrastBlend.fine(picture, rows), lasting, rows));
        return new CoherenceState(painted, t, paint, old, Map.copyOf(anchors));
    }
}
