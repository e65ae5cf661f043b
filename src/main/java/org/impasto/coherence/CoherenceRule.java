package org.impasto.coherence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.impasto.style.Prior;

/**
 * Makes the next stylized frame of a shot from the state of the one before.
 *
 * <ol>
 *   <li>For each pixel the place in the frame that painted it is carried on by the backward flow ({@link Origin}), and the paint is fetched
 *       from there: the prior.
 *   <li>Trust is lowered where the source no longer looks as it did when the paint was made ({@link Photometric}).
 *   <li>A network that takes noise which is carried with things ({@link NoiseField}) paints by itself, a few frames ahead ({@link PaintedAhead}), and the film follows the mean of these ({@link PathMean}, {@link Following}); only what a person
 *       has painted stays as it is. With any other:
 *   <li>Once in a generation the network paints the whole frame as if it were a shot's first. Place by place that takes the place of the paint before, which is carried on
 *       meanwhile ({@link Generations}): advected textures that are made anew and blended, as in Neyret, "Advected textures" (SCA 2003).
 *   <li>Paint that has worn before its time is to be painted anew: there the network is told that there is no prior.
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
    private final PaintedAhead ahead;
    private Generations generations;

    public CoherenceRule(CoherenceSettings settings, Rows rows) {
        this.settings = settings;
        this.rows = rows;
        this.ahead = new PaintedAhead(settings.generation(), rows);
    }

    /**
     * The first frame of a shot: painted with no prior.
     *
     * @param paint the network: stylizes {@code content} with the prior it is given
     */
    public CoherenceState first(Image content, Stylization paint) {
        return begin(0, content, paint.paint(Optional.empty(), Optional.empty()), false);
    }

    /**
     * A frame whose picture is given, such as one that a person has painted over. What follows is carried on from it for as long as it can
     * be trusted: age alone does not renew it.
     *
     * @param frame its number in the shot
     */
    public CoherenceState pinned(int frame, Image content, Image picture) {
        return begin(frame, content, picture, true);
    }

    /** @param lasting whether age alone does not renew what this frame painted */
    private CoherenceState begin(int t, Image content, Image picture, boolean lasting) {
        Origin none = new Origin(content.width(), content.height());
        return new CoherenceState(picture, t, Origin.everywhere(content.width(), content.height(), t), none, Optional.empty(),
                Map.of(t, whole(picture, Photometric.smooth(content, rows), lasting)));
    }

    private Anchor whole(Image picture, Image look, boolean lasting) {
        boolean[] all = new boolean[picture.pixels()];
        Arrays.fill(all, true);
        return new Anchor(all, picture, look, ContrastBlend.fine(picture, rows), lasting, rows);
    }

    /** A frame that continues a shot, with the settings' strength and a network whose noise is not carried. */
    public CoherenceState next(CoherenceState previous, Image content, Motion motion, Stylization paint) {
        return next(previous, content, motion, settings.strength(), paint);
    }

    /**
     * The same with a strength of its own.
     *
     * @param strength 0 to 1, instead of the settings'
     */
    public CoherenceState next(CoherenceState previous, Image content, Motion motion, double strength, Stylization paint) {
        return next(previous, content, Photometric.smooth(content, rows), motion, strength, Optional.empty(), paint);
    }

    /**
     * A frame of a shot that is painted by a network that paints a thing the same wherever its noise has come to: that is carried, and the network sees no prior.
     *
     * @param previous state after the frame before; empty where the shot begins
     * @param frames the frame, and those that come after it, as far as they are known; {@link Coming#MOST} of them are looked at
     * @param strength of the coherence, 0 to 1
     * @param noise the shot's
     */
    public CoherenceState follow(Optional<CoherenceState> previous, List<Coming> frames, double strength, NoisePlane noise) {
        PaintedAhead.Now now = ahead.next(previous, frames, strength, noise);
        Coming frame = frames.get(0);
        return previous.isEmpty() ? begin(0, frame.content(), now.picture(), false)
                : next(previous.get(), frame.content(), now.look(), frame.motion().orElseThrow().motion(), strength, Optional.of(now), frame.paint());
    }

    /** @param now the smoothed content
     *  @param painted what the film follows; empty where the network's noise is not carried */
    private CoherenceState next(CoherenceState previous, Image content, Image now, Motion motion, double strength, Optional<PaintedAhead.Now> painted, Stylization paint) {
        int t = previous.frame() + 1;
        boolean follows = painted.isPresent();
        Origin origin = previous.paint().advect(motion.backward(), rows);
        Origin fading = previous.fading().advect(motion.backward(), rows);
        if (generations == null || !generations.covers(content.width(), content.height())) {
            generations = new Generations(content.width(), content.height(), settings.generation(), settings.fade());
        }
        Carried carried = Carried.fetch(origin, fading, previous.anchors(), t, now, generations, rows);
        Plane change = Photometric.difference(carried.seen(), carried.known(), now, rows);
        Plane trust = follows ? Following.trust(motion, change, rows) : Photometric.lower(motion.trust(), change);
        boolean[] stands = new boolean[content.pixels()];
        boolean[] renewed = new boolean[content.pixels()];
        Plane growth = Growth.of(origin, rows);
        judge(origin, fading, growth, trust, change, t, stands, renewed);
        if (follows) {
            Following.stand(origin, previous.anchors(), stands, renewed);
        }
        LetGo.stop(origin, previous.anchors(), stands);
        NewPaint begun = NewPaint.of(stands, renewed, content.width(), rows);
        Image prior = carried.mixed(rows);
        boolean whole = carries() && generations.beginsAt(t) && !follows;
        Image bare = painted.map(PaintedAhead.Now::picture)
                .orElseGet(() -> paint.paint(whole ? Optional.empty() : Optional.of(new Prior(prior, mask(trust, strength, renewed))), Optional.empty()));
        Image fresh = Renewal.coloured(bare, prior, carried.seen(), now, change, begun, rows);
        float[] kept = new float[content.pixels()];
        float most = follows ? Following.KEPT : 1;
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) (settings.carry() * strength) * (stands[i] ? 1 : most * trust.data()[i]);
        }
        Image laid = follows ? Following.clipped(prior, fresh, motion.trust(), stands, rows) : prior;
        Image mixed = ContrastBlend.blend(carried, laid, fresh, kept, follows, carried.fades() ? carried.mixed(growth, Growth.of(fading, rows)) : growth, settings.restoreContrast(), rows);
        Map<Integer, Anchor> anchors = new HashMap<>(previous.anchors());
        LetGo.mark(origin, begun.begun(), anchors);
        if (whole) {
            anchors.put(t, whole(bare, now, false));
        } else {
            Image picture = begun.kept(mixed, fresh, rows);
            anchors.put(t, new Anchor(begun.begun(), picture, Photometric.update(carried.seen(), now, kept, renewed, rows),
                    // Of what is followed contrast is that of the next frame.
                    follows ? new float[ContrastBlend.KEPT.length * content.pixels()] : ContrastBlend.fine(picture, rows), false, rows));
        }
        return state(mixed, t, origin, fading, begun, whole, painted.flatMap(PaintedAhead.Now::noise), anchors);
    }

    /** Decides for each pixel whether the prior stands, and whether its paint is to be renewed all the same. */
    private void judge(Origin origin, Origin fading, Plane growth, Plane trust, Plane change, int t, boolean[] stands, boolean[] renewed) {
        rows.each(origin.height(), (from, to) -> {
            for (int i = from * origin.width(); i < to * origin.width(); i++) {
                int frame = origin.frame()[i];
                stands[i] = carries() && trust.data()[i] >= STANDS;
                renewed[i] = stands[i] && t - frame >= settings.fade() && !generations.lasts(frame, fading.frame()[i], t)
                        && generations.isWorn(growth.data()[i], change.data()[i]);
            }
        });
    }

    /** Whether paint lasts: a network that repaints what it is given makes new paint everywhere. */
    private boolean carries() {
        return settings.carry() == 1;
    }

    private Plane mask(Plane trust, double strength, boolean[] renewed) {
        Plane mask = new Plane(trust.width(), trust.height());
        for (int i = 0; i < renewed.length; i++) {
            mask.data()[i] = renewed[i] ? 0 : (float) strength * Math.max(0, (trust.data()[i] - UNTOLD) / (1 - UNTOLD));
        }
        return mask;
    }

    private CoherenceState state(Image painted, int t, Origin before, Origin fading, NewPaint begins, boolean whole, Optional<NoiseField> noise,
            Map<Integer, Anchor> anchors) {
        Origin paint = new Origin(painted.width(), painted.height());
        Origin old = new Origin(painted.width(), painted.height());
        BitSet used = new BitSet();
        for (int i = 0; i < painted.pixels(); i++) {
            // What is renewed before its own paint has been seen goes on fading from what is.
            boolean unseen = begins.renewed()[i] && generations.before(i, before.frame()[i], fading.frame()[i], t) == 1;
            boolean goes = whole && !begins.begun()[i] && !anchors.get(before.frame()[i]).lasting();
            if (goes || begins.begun()[i]) {
                paint.paintedHere(i, t);
            } else {
                paint.copy(before, i);
            }
            if (unseen) {
                old.copy(fading, i);
            } else if (goes || begins.renewed()[i]) {
                old.copy(before, i);
            } else if (!begins.begun()[i] && generations.lasts(paint.frame()[i], fading.frame()[i], t)) {
                old.copy(fading, i);
            }
            used.set(paint.frame()[i]);
            if (old.frame()[i] != Origin.NONE) {
                used.set(old.frame()[i]);
            }
        }
        anchors.keySet().retainAll(used.stream().boxed().toList());
        return new CoherenceState(painted, t, paint, old, noise, Map.copyOf(anchors));
    }
}
