package org.impasto.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.impasto.measure.FilmMeter;
import org.impasto.measure.FrameFigures;
import org.impasto.measure.Measurement;
import org.impasto.media.Clips;
import org.impasto.render.Cancellation;
import org.impasto.render.Comparison;
import org.impasto.render.ComparisonRequest;
import org.impasto.render.Follower;
import org.impasto.render.Painted;
import org.impasto.render.RenderListener;
import org.impasto.render.RenderReport;
import org.impasto.render.RenderRequest;

/** Renders a clip coherently and frame by frame, measures both on the way, and sets them side by side: one pass over the source. */
public final class Comparer {
    /**
     * What came out.
     *
     * @param layout where the pictures lie in the clip that shows them side by side
     * @param worst the frames that flicker most
     */
    public record Result(RenderReport render, Measurement measured, Layout layout, List<Worst> worst) {
    }

    private final double unit;
    private final FilmMeter meter;
    private final WorstFrames worst = new WorstFrames();
    private long origin = Long.MIN_VALUE;

    private Comparer(FilmMeter meter, double unit) {
        this.meter = meter;
        this.unit = unit;
    }

    /**
     * Does it, and leaves clips and pictures in the folder, which is not published yet.
     *
     * @param render the coherent render; its output lies in the folder's place of work
     * @param baseline where the baseline goes, there too
     * @param against another program's render to compare with instead
     * @param flow to measure with
     */
    public static Result run(RenderRequest render, Path baseline, Optional<Path> against, String flow, OutputFolder folder, RenderListener listener,
            Cancellation cancellation) {
        List<String> labels = List.of("source", against.isPresent() ? "other" : "baseline", "coherent");
        try (FilmMeter meter = new FilmMeter(flow, render.input()); SideBySide panels = new SideBySide(folder.work(), render.input(), labels)) {
            Comparer comparer = new Comparer(meter, Clips.probe(render.input()).video().timeBase().toDouble());
            RenderReport report = Comparison.run(new ComparisonRequest(render, baseline, against,
                    List.of(new Follower("measure", comparer::measure), new Follower("panels", panels::add))), listener, cancellation);
            return new Result(report, meter.measurement(report.damaged() ? report.messages() : List.of()), panels.finish(), comparer.worst.write(folder));
        }
    }

    private void measure(Painted p) {
        origin = origin == Long.MIN_VALUE ? p.source().pts() : origin;
        FrameFigures figures = meter.add(p.source().index(), (p.source().pts() - origin) * unit, p.beginsShot(), p.source().image(), p.coherent(),
                p.reference());
        worst.offer(figures, p, meter);
    }
}
