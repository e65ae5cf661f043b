package org.impasto.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.render.Cancellation;
import org.impasto.render.Renderer;
import org.impasto.render.SegmentStatus;
import org.impasto.render.StoreReport;
import org.impasto.render.Take;

/** {@code impasto store}. */
final class StoreCommand implements Command {
    private static final Option OUTPUT = Values.option("o", "output", "OUT", "the render").required().get();

    @Override
    public String name() {
        return "store";
    }

    @Override
    public String summary() {
        return "Shows what a render has finished, and what it would render again.";
    }

    @Override
    public String usage() {
        return "impasto store -o OUT [options]";
    }

    @Override
    public String footer() {
        return "Every file is read and compared with its hash.\n";
    }

    @Override
    public Options options() {
        return new Options().addOption((Option) OUTPUT.clone()).addOption((Option) RenderCommand.WORK_DIR.clone());
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        Progress progress = Progress.of("none", err);
        StoreReport report = new Renderer().inspect(Values.path(line, OUTPUT).orElseThrow(), RenderCommand.store(line, true), progress,
                new Cancellation());
        out.println("store    " + report.folder());
        out.println("clip     " + report.clip().path());
        out.printf("frames   %d-%d in %d segments%n", report.frames().first(), report.frames().last(), report.segments().size());
        for (Take t : report.takes()) {
            out.printf(Locale.ROOT, "take     frames %d-%d, %s: style %s, %s%n", t.first(), t.last(),
                    t.throughShot() ? "through the shot" : "then " + t.blend() + " frames of blend", t.settings().style(),
                    t.settings().baseline() ? "baseline" : "strength " + t.settings().strength());
        }
        long bytes = 0;
        long again = 0;
        for (SegmentStatus s : report.segments()) {
            bytes += s.bytes() + s.stateBytes();
            again += s.again().isPresent() ? s.last() - s.first() + 1 : 0;
            out.printf(Locale.ROOT, "segment  %7d-%-7d %8.2f MB, state %7.2f MB  %s%n", s.first(), s.last(), s.bytes() / 1e6, s.stateBytes() / 1e6,
                    s.again().map(reason -> "would be rendered: " + reason).orElse("kept"));
        }
        out.printf(Locale.ROOT, "total    %.2f MB; the same render would paint %d frames%n", bytes / 1e6, again);
        return 0;
    }
}
