package org.impasto.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.impasto.measure.Finding;
import org.impasto.measure.FrameFigures;
import org.impasto.measure.MeasureRequest;
import org.impasto.measure.Measurement;
import org.impasto.measure.Metric;
import org.impasto.measure.Pool;
import org.impasto.measure.Verdict;

/** The figures of a clip and of its shots, for the eye. */
final class MeasureTable {
    private MeasureTable() {
    }

    static void print(MeasureRequest request, Measurement measured, PrintStream out) {
        List<List<FrameFigures>> shots = measured.shots();
        out.println("source     " + request.source());
        out.println("stylized   " + request.stylized());
        request.reference().ifPresent(r -> out.println("reference  " + r));
        out.println("flow       " + measured.flow());
        out.println("scale      coded RGB, 0 to 1; e_stab: D = 3 * width * height; a clip's published e_warp is the mean, its e_stab the rms");
        request.reference().ifPresent(r -> verdict(Verdict.of(measured.frames()), out));
        print("clip", measured.frames(), out);
        if (shots.size() > 1) {
            for (List<FrameFigures> shot : shots) {
                print(String.format(Locale.ROOT, "shot from frame %d, %.3f s", shot.get(0).index(), shot.get(0).seconds()), shot, out);
            }
        }
    }

    static void verdict(Verdict verdict, PrintStream out) {
        out.printf("%n%s%n", verdict.headline());
        for (Finding f : verdict.findings()) {
            out.printf("  %-10s %-8s %s%n", f.subject(), f.rating().name().toLowerCase(Locale.ROOT), f.sentence());
        }
    }

    private static void print(String title, List<FrameFigures> frames, PrintStream out) {
        out.printf(Locale.ROOT, "%n%s, frames %d to %d%n", title, frames.get(0).index(), frames.get(frames.size() - 1).index());
        out.printf(Locale.ROOT, "%-24s %6s %10s %10s %10s %10s %10s%n", "", "frames", "mean", "rms", "median", "p95", "max");
        for (Metric metric : Metric.values()) {
            Pool p = Pool.of(frames, metric);
            if (p.frames() > 0) {
                out.printf(Locale.ROOT, "%-24s %6d %10.6f %10.6f %10.6f %10.6f %10.6f%n", metric.label(), p.frames(), p.mean(), p.rms(),
                        p.median(), p.p95(), p.max());
            }
        }
    }
}
