package org.impasto.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.render.Renderer;
import org.impasto.render.RerenderRequest;

/** {@code impasto rerender}. */
final class RerenderCommand implements Command {
    private static final Option OUTPUT = Values.option("o", "output", "OUT", "the finished render; it is replaced").required().get();
    private static final Option FRAMES = Values.option(null, "frames", "FIRST-LAST",
            "the frames to render again, counted from 0 in the source, both ends included").required().get();
    private static final Option STYLE = Values.option(null, "style", "STYLE", "another style, or the same with other options (STYLE:abstraction=N:along=N:strokes=S:broad=N)").get();
    private static final Option STRENGTH = Values.option(null, "strength", "S", "another strength of the coherence, 0 to 1").get();
    private static final Option BASELINE = Values.option(null, "baseline", null, "every frame alone").get();
    private static final Option DIRECTION = Values.option(null, "direction", "FILE.yaml", "another direction").get();
    private static final Option BLEND = Values.option(null, "blend", "N",
            "frames over which old and new go over into each other: the range's first, and those after LAST; default "
                    + RerenderRequest.BLEND).get();
    private static final Option THROUGH = Values.option(null, "through-shot", null,
            "carry the new picture on to the end of the shot instead of going back").get();
    private static final Option THREADS = Values.option(null, "threads", "N", "worker threads; default: all processors").get();
    private static final Option PROGRESS = Values.option(null, "progress", "HOW", "auto, tty, lines, json or none; default auto").get();
    private static final Option STATS = Values.option(null, "stats", "FILE.json", "write what was done").get();

    @Override
    public String name() {
        return "rerender";
    }

    @Override
    public String summary() {
        return "Renders some frames of a finished render again, so that they fit.";
    }

    @Override
    public String usage() {
        return "impasto rerender -o OUT --frames FIRST-LAST [options]";
    }

    @Override
    public String footer() {
        return """
                What is not given stays as it was. Frames outside of the range and of the blend behind it keep every bit.

                examples:
                  impasto rerender -o painted.mp4 --frames 120-180 --strength 0.6
                  impasto rerender -o painted.mp4 --frames 120-180 --style wave --through-shot
                """;
    }

    @Override
    public Options options() {
        Options options = new Options();
        for (Option o : new Option[] {OUTPUT, FRAMES, STYLE, STRENGTH, BASELINE, DIRECTION, BLEND, THROUGH, THREADS,
            RenderCommand.WORK_DIR, RenderCommand.JOBS, PROGRESS, STATS}) {
            // Options remember what they were given: each parse needs its own.
            options.addOption((Option) o.clone());
        }
        return options;
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        Path output = Values.path(line, OUTPUT).orElseThrow();
        Optional<Path> stats = Values.path(line, STATS);
        stats.ifPresent(file -> DataFile.check("--stats", file));
        RerenderRequest request = new RerenderRequest(output, Values.frames(line, FRAMES).orElseThrow(),
                Optional.ofNullable(line.getOptionValue(STYLE)), line.hasOption(BASELINE) ? Optional.of(true) : Optional.empty(),
                Values.share(line, STRENGTH), Values.path(line, DIRECTION),
                Values.whole(line, BLEND, 0, 100_000).orElse(RerenderRequest.BLEND), line.hasOption(THROUGH),
                Values.whole(line, THREADS, 1, 1024).orElse(Runtime.getRuntime().availableProcessors()), RenderCommand.store(line, true));
        Progress progress = Progress.of(line.getOptionValue(PROGRESS, "auto"), err);
        return RenderCommand.run(progress, output, stats, cancellation -> new Renderer().rerender(request, progress, cancellation));
    }
}
