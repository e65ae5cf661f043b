package org.impasto.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.ImpastoException;
import org.impasto.media.EncodeSettings;
import org.impasto.media.Rational;
import org.impasto.render.Cancellation;
import org.impasto.render.FrameRange;
import org.impasto.render.RenderReport;
import org.impasto.render.RenderRequest;
import org.impasto.render.Renderer;
import org.impasto.render.StoreSettings;

/** {@code impasto render}. */
final class RenderCommand implements Command {
    private static final Option INPUT = Values.option("i", "input", "IN", "the clip to paint").required().get();
    private static final Option OUTPUT = Values.option("o", "output", "OUT", "where the painted clip goes").required().get();
    private static final Option STYLE = Values.option(null, "style", "STYLE",
            "a style of the gallery (impasto styles) or an ONNX file; default: the gallery's first. STYLE:abstraction=N leaves out what is finer than about N pixels before it is painted, STYLE:along=N draws strokes out along forms over N pixels, STYLE:strokes=S makes them weaker or stronger, 0 to 4, STYLE:broad=N lays others under them that are 2, 4 or 8 times as broad").get();
    private static final Option FRAMES = Values.option(null, "frames", "FIRST-LAST",
            "only these frames, counted from 0, both ends included").get();
    private static final Option START = Values.option(null, "start", "T", "only frames from this time on, counted from the first frame").get();
    private static final Option END = Values.option(null, "end", "T", "only frames before this time").get();
    private static final Option BASELINE = Values.option(null, "baseline", null, "every frame alone: no coherence").get();
    private static final Option STRENGTH = Values.option(null, "strength", "S", "of the coherence, 0 to 1; default 1").get();
    private static final Option DEVICE = Values.option(null, "device", "D", "auto, cpu, cuda[:n] or tensorrt[:n]; default auto").get();
    private static final Option THREADS = Values.option(null, "threads", "N",
            "worker threads; does not change a pixel; default: all processors").get();
    private static final Option CODEC = Values.option(null, "codec", "C", "FFmpeg's name of the encoder; default: H.264, or what the container needs").get();
    private static final Option CRF = Values.option(null, "crf", "N", "quality of the encoder, smaller is better").get();
    private static final Option PRESET = Values.option(null, "preset", "P", "speed preset of the encoder").get();
    private static final Option PIX_FMT = Values.option(null, "pix-fmt", "F", "pixel format of the output, such as yuv420p10le").get();
    private static final Option EXTRA = Values.option("e", null, "K=V", "another option of the encoder; may be repeated").get();
    private static final Option COPYTS = Values.option(null, "copyts", null, "a range keeps the source's timestamps instead of starting where the clip starts").get();
    private static final Option DIRECTION = Values.option(null, "direction", "FILE.yaml",
            "decisions over time: styles, strengths, mattes, pinned frames (docs/direction.md)").get();
    private static final Option MOTION = Values.option(null, "motion", "FOLDER",
            "the clip's true motion, laid out as MPI Sintel's, instead of an estimate (docs/motion.md)").get();
    private static final Option YES = Values.option("y", null, null, "replace an existing output").get();
    private static final Option NO = Values.option("n", null, null, "never replace an existing output (the default)").get();
    private static final Option PROGRESS = Values.option(null, "progress", "HOW", "auto, tty, lines, json or none; default auto").get();
    private static final Option STATS = Values.option(null, "stats", "FILE.json", "write what was done").get();

    static final Option WORK_DIR = Values.option(null, "work-dir", "DIR",
            "where finished segments are kept; default: OUT" + StoreSettings.ENDING + " beside the output").get();
    private static final Option KEEP = Values.option(null, "keep-store", "yes|no",
            "keep them when the output is complete: impasto rerender needs them; default yes").get();
    static final Option JOBS = Values.option(null, "jobs", "N", "shots that are rendered at once; does not change a pixel; default 1").get();

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String summary() {
        return "Paints a clip.";
    }

    @Override
    public String usage() {
        return "impasto render -i IN -o OUT [options]";
    }

    @Override
    public String footer() {
        return """
                examples:
                  impasto render -i clip.mp4 -o painted.mp4
                  impasto render -i clip.mp4 -o try.mp4 --frames 120-180 --strength 0.7
                  impasto render -i clip.mp4 -o broad.mp4 --style auvers:abstraction=4:broad=4
                  impasto render -i clip.mov -o master.mkv --codec ffv1 --style my.onnx
                """;
    }

    @Override
    public Options options() {
        Options options = new Options();
        for (Option o : new Option[] {INPUT, OUTPUT, STYLE, FRAMES, START, END, BASELINE, STRENGTH, DEVICE, THREADS, CODEC, CRF,
            PRESET, PIX_FMT, EXTRA, COPYTS, DIRECTION, MOTION, WORK_DIR, KEEP, JOBS, YES, NO, PROGRESS, STATS}) {
            // Options remember what they were given: each parse needs its own.
            options.addOption((Option) o.clone());
        }
        return options;
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        if (line.hasOption(YES) && line.hasOption(NO)) {
            throw new ImpastoException.Usage("-y and -n contradict each other");
        }
        if (line.hasOption(FRAMES) && (line.hasOption(START) || line.hasOption(END))) {
            throw new ImpastoException.Usage("--frames and --start or --end contradict each other: give one or the other");
        }
        Optional<Path> stats = Values.path(line, STATS);
        stats.ifPresent(file -> DataFile.check("--stats", file));
        RenderRequest request = request(line);
        stats.ifPresent(file -> DataFile.apart("--stats", file, request.input(), request.output()));
        request.end().ifPresent(end -> {
            if (end.toDouble() <= request.start().map(Rational::toDouble).orElse(0.0)) {
                throw new ImpastoException.Usage("--end: " + line.getOptionValue(END) + " is not after "
                        + (request.start().isPresent() ? "--start " + line.getOptionValue(START) : "the clip's beginning"));
            }
        });
        Progress progress = Progress.of(line.getOptionValue(PROGRESS, "auto"), err);
        if (!Files.exists(request.input())) {
            throw new ImpastoException.BadInput(request.input() + " does not exist");
        }
        return run(progress, request.output(), stats, cancellation -> new Renderer().render(request, progress, cancellation));
    }

    static int run(Progress progress, Path output, Optional<Path> stats, Function<Cancellation, RenderReport> work) {
        Cancellation cancellation = new Cancellation();
        RenderReport report;
        try (Interrupts ignored = Interrupts.cancel(cancellation)) {
            report = work.apply(cancellation);
        } finally {
            progress.close();
        }
        progress.finished(report, output);
        stats.ifPresent(file -> StatsFile.write(report, file));
        return report.damaged() ? App.DAMAGED : 0;
    }

    static StoreSettings store(CommandLine line, boolean keep) {
        return new StoreSettings(Values.path(line, WORK_DIR), keep, Values.whole(line, JOBS, 1, 1024).orElse(1));
    }

    private static Boolean yes(String text) {
        return text.equals("yes") ? Boolean.TRUE : text.equals("no") ? Boolean.FALSE : null;
    }

    /** What the options ask for, those of {@code compare} included. */
    static RenderRequest request(CommandLine line) {
        EncodeSettings encode = new EncodeSettings(Optional.ofNullable(line.getOptionValue(CODEC)),
                Values.whole(line, CRF, 0, 255).map(OptionalInt::of).orElse(OptionalInt.empty()),
                Optional.ofNullable(line.getOptionValue(PRESET)), Optional.ofNullable(line.getOptionValue(PIX_FMT)),
                Values.pairs(line, EXTRA), line.hasOption(COPYTS));
        return new RenderRequest(Values.path(line, INPUT).orElseThrow(), Values.path(line, OUTPUT).orElseThrow(),
                Optional.ofNullable(line.getOptionValue(STYLE)), Values.frames(line, FRAMES).orElse(FrameRange.ALL),
                Values.time(line, START), Values.time(line, END), line.hasOption(BASELINE),
                Values.share(line, STRENGTH).orElse(1.0), line.getOptionValue(DEVICE, "auto"),
                Values.whole(line, THREADS, 1, 1024).orElse(Runtime.getRuntime().availableProcessors()), encode,
                line.hasOption(YES), Values.path(line, DIRECTION), Values.path(line, MOTION), store(line,
                        Values.read(line, KEEP, "yes or no", RenderCommand::yes).orElse(true)));
    }
}
