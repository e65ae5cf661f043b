package org.impasto.measure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.impasto.image.Plane;

/**
 * Measures frame after frame. Keeps the last ten frames and the shot's first one, nothing else; pictures of more frames never, so that
 * memory does not grow with the clip.
 */
final class Meter {
    static final int LONG = 10;

    private final MotionSource motion;
    /** The last frames of this shot, the newest last. */
    private final Deque<Anchor> recent = new ArrayDeque<>();
    private final Alignment alignment = new Alignment();
    private Anchor first;
    private Drift drift;
    private long index;

    /** @param motion closed by its owner */
    Meter(MotionSource motion) {
        this(motion, 0);
    }

    /**
     * For a part of a clip.
     *
     * @param motion closed by its owner
     * @param first number of the first frame in the clip
     */
    Meter(MotionSource motion, long first) {
        this.motion = motion;
        this.index = first - 1;
    }

    /**
     * Takes the next frame of all tracks.
     *
     * @param looksCut whether the pictures say that a shot begins; not asked where the flow knows
     */
    FrameFigures next(Map<Track, Samples> now, double seconds, boolean looksCut) {
        index++;
        // Beside the flow, which looks at the source alone.
        CompletableFuture<Consumer<FrameFigures>> fidelity = now.containsKey(Track.REFERENCE) ? CompletableFuture.supplyAsync(() -> fidelity(now))
                : CompletableFuture.completedFuture(f -> { });
        Step step = null;
        boolean begins = first == null || looksCut && !motion.knowsCuts();
        if (!begins) {
            step = motion.to(index, recent.getLast().frame(Track.SOURCE), now.get(Track.SOURCE));
            begins = motion.knowsCuts() && step.allHidden();
        }
        FrameFigures figures = new FrameFigures(index, seconds, begins);
        if (begins) {
            recent.clear();
            first = new Anchor(now);
            drift = new Drift(now.get(Track.SOURCE));
            alignment.begin();
            alignment.next(figures, now, null);
        }
        fidelity.join().accept(figures);
        if (!begins) {
            coherence(step, now, figures);
        }
        if (!recent.isEmpty()) {
            recent.getLast().forget();
        }
        recent.addLast(new Anchor(now));
        if (recent.size() > LONG) {
            recent.removeFirst();
        }
        return figures;
    }

    /** What each pixel of the frame before differs by from the last frame; empty where a shot began. */
    Optional<Supplier<Plane>> errors(Track track) {
        int n = recent.size();
        return n < 2 ? Optional.empty() : Optional.of(((Anchor) recent.toArray()[n - 2]).errors(track, recent.getLast().frame(track)));
    }

    private void coherence(Step step, Map<Track, Samples> now, FrameFigures figures) {
        first.advance(step);
        recent.parallelStream().forEach(a -> a.advance(step));
        compare(recent.getLast(), now, figures, Metric.E_WARP, Metric.E_STAB, Metric.MEASURED);
        if (recent.size() == LONG) {
            compare(recent.getFirst(), now, figures, Metric.E_WARP_10, Metric.E_STAB_10, Metric.MEASURED_10);
        }
        compare(first, now, figures, Metric.E_WARP_FIRST, Metric.E_STAB_FIRST, Metric.MEASURED_FIRST);
        drift.advance(now.get(Track.SOURCE), step.forward());
        drift.into(figures, first, now);
        Moving moving = new Moving(recent.getLast().frame(Track.SOURCE), now.get(Track.SOURCE), step.forward());
        moving.into(figures, recent.getLast(), now);
        alignment.next(figures, now, moving);
        step.uncovered().ifPresent(u -> new Ghosting(u, recent.getLast().frame(Track.SOURCE),
                now.get(Track.SOURCE)).into(figures, recent.getLast(), now));
    }

    private static void compare(Anchor anchor, Map<Track, Samples> now, FrameFigures figures, Metric warp, Metric stab, Metric measured) {
        anchor.compare(now).forEach((track, residual) -> {
            figures.set(track.of(warp), residual.eWarp());
            figures.set(track.of(stab), residual.eStab());
            figures.set(measured, residual.measured());
        });
    }

    private static Consumer<FrameFigures> fidelity(Map<Track, Samples> now) {
        Samples painted = now.get(Track.STYLIZED);
        Samples reference = now.get(Track.REFERENCE);
        Bands bands = Bands.of(painted).relativeTo(Bands.of(reference));
        double structure = Structure.distance(painted.luma(), reference.luma());
        double palette = Palette.distance(painted, reference);
        return figures -> {
            figures.set(Metric.SHARPNESS, bands.all());
            figures.set(Metric.SHARPNESS_FINE, bands.fine());
            figures.set(Metric.SHARPNESS_MIDDLE, bands.middle());
            figures.set(Metric.SHARPNESS_COARSE, bands.coarse());
            figures.set(Metric.STRUCTURE_DISTANCE, structure);
            figures.set(Metric.PALETTE_DISTANCE, palette);
        };
    }
}
