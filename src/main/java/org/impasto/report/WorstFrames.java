package org.impasto.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;
import org.impasto.measure.FilmMeter;
import org.impasto.measure.FrameFigures;
import org.impasto.measure.Metric;
import org.impasto.render.Painted;

/**
 * The frames in which the coherent render flickers most, as pictures: no more than a few, and no two close to each other, so that each
 * shows another trouble.
 */
final class WorstFrames {
    private static final int MOST = 5;
    private static final int APART = 8;

    /** One of them; its pictures are drawn once no frame near it can take its place, since until then that happens often. */
    private static final class Kept {
        private final long frame;
        private final double excess;
        private Supplier<Drawn> pending;
        private Drawn drawn;

        Kept(long frame, double excess, Supplier<Drawn> pending) {
            this.frame = frame;
            this.excess = excess;
            this.pending = pending;
        }

        Drawn draw() {
            if (drawn == null) {
                drawn = pending.get();
                pending = null;
            }
            return drawn;
        }
    }

    private record Drawn(Worst worst, Map<String, byte[]> pictures) {
    }

    private final List<Kept> kept = new ArrayList<>();

    /** Looks at the frame that the meter has just measured. */
    void offer(FrameFigures figures, Painted p, FilmMeter meter) {
        double excess = figures.of(Metric.E_WARP) - figures.of(Metric.SOURCE_E_WARP);
        if (Double.isNaN(excess) || p.motion().isEmpty()) {
            return;
        }
        kept.stream().filter(k -> figures.index() - k.frame >= APART).forEach(Kept::draw);
        List<Kept> near = kept.stream().filter(k -> Math.abs(k.frame - figures.index()) < APART).toList();
        boolean beaten = near.stream().anyMatch(k -> k.excess >= excess);
        boolean full = near.isEmpty() && kept.size() == MOST && kept.get(MOST - 1).excess >= excess;
        if (beaten || full) {
            return;
        }
        Supplier<Plane> errors = meter.errors().orElseThrow();
        Supplier<Plane> others = meter.referenceErrors().orElseThrow();
        kept.removeAll(near);
        kept.add(new Kept(figures.index(), excess, () -> draw(figures, excess, p, errors.get(), others.get())));
        kept.sort(Comparator.comparingDouble((Kept k) -> k.excess).reversed());
        if (kept.size() > MOST) {
            kept.remove(MOST);
        }
    }

    private static Drawn draw(FrameFigures figures, double excess, Painted p, Plane errors, Plane others) {
        FlowField flow = p.motion().get().backward();
        double flowMost = Math.max(0.5, Extremes.high(flow));
        double errorMost = Math.max(0.02, Math.max(Extremes.highRoot(errors), Extremes.highRoot(others)));
        Map<String, BufferedImage> pictures = new LinkedHashMap<>();
        pictures.put("source.jpg", Pictures.of(p.source().image()));
        pictures.put("reference.jpg", Pictures.of(p.reference()));
        pictures.put("coherent.jpg", Pictures.of(p.coherent()));
        pictures.put("flow.jpg", Pictures.wheel(flow, flowMost));
        pictures.put("trust.png", Pictures.mask(p.motion().get().trust()));
        pictures.put("errors.jpg", Pictures.heat(errors, errorMost));
        pictures.put("referenceerrors.jpg", Pictures.heat(others, errorMost));
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        pictures.forEach((name, picture) -> {
            String file = String.format("frames/frame-%06d-%s", figures.index(), name);
            files.put(name.substring(0, name.indexOf('.')), file);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Pictures.write(picture, name.substring(name.indexOf('.') + 1), out);
            bytes.put(file, out.toByteArray());
        });
        return new Drawn(new Worst(figures.index(), figures.seconds(), excess, flowMost, errorMost, files), bytes);
    }

    /** Writes their pictures, the worst first. */
    List<Worst> write(OutputFolder folder) {
        kept.forEach(k -> k.draw().pictures().forEach(folder::write));
        return kept.stream().map(k -> k.draw().worst()).toList();
    }
}
