package org.impasto.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.ImpastoException;
import org.impasto.measure.MeasureRequest;
import org.impasto.measure.Verdict;
import org.impasto.render.Cancellation;
import org.impasto.render.RenderRequest;
import org.impasto.render.StoreSettings;
import org.impasto.report.Comparer;
import org.impasto.report.OutputFolder;
import org.impasto.report.ReportPage;

/** {@code impasto compare}: the coherent render beside every frame painted alone, measured and shown. */
final class CompareCommand implements Command {
    private static final Option INPUT = Values.option("i", "input", "IN", "the clip to paint").required().get();
    private static final Option OUTPUT = Values.option("o", "output", "FOLDER", "where clips, figures and report.html go").required().get();
    private static final Option AGAINST = Values.option(null, "against", "CLIP",
            "compare with this render of the same clip by any program, instead of our baseline").get();
    private static final Option FLOW = Values.option(null, "flow", "FLOW",
            "to measure with: farneback (the default), tvl1 (more exact, seconds a frame), dis, or a folder of true motion laid out as MPI Sintel's").get();
    /** Options that mean what they mean for {@code render}. */
    private static final List<String> AS_RENDER = List.of("style", "frames", "start", "end", "strength", "device", "threads", "codec", "crf", "preset",
            "pix-fmt", "e", "copyts", "motion", "progress", "stats");

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String summary() {
        return "Shows and measures what coherence does for a clip.";
    }

    @Override
    public String usage() {
        return "impasto compare -i IN -o FOLDER [options]";
    }

    @Override
    public String footer() {
        return """
                The folder gets both renders, a clip of them side by side, metrics.json,
                frames.csv and report.html, which any browser opens; docs/report.md
                says more. -y replaces an older comparison, and nothing else.

                examples:
                  impasto compare -i clip.mp4 -o compared
                  impasto compare -i clip.mp4 -o compared --against other.mp4
                """;
    }

    @Override
    public Options options() {
        Options options = new Options();
        for (Option o : new Option[] {INPUT, OUTPUT, AGAINST, FLOW}) {
            options.addOption((Option) o.clone());
        }
        Options ofRender = new RenderCommand().options();
        AS_RENDER.forEach(name -> options.addOption(ofRender.getOption(name)));
        return options.addOption("y", false, "replace the comparison in an existing folder");
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        if (line.hasOption("frames") && (line.hasOption("start") || line.hasOption("end"))) {
            throw new ImpastoException.Usage("--frames and --start or --end contradict each other: give one or the other");
        }
        RenderRequest asked = RenderCommand.request(line);
        Path target = asked.output();
        Optional<Path> against = Values.path(line, AGAINST);
        Optional<Path> stats = Optional.ofNullable(line.getOptionValue("stats")).map(f -> Values.path("--stats", f));
        stats.ifPresent(file -> DataFile.check("--stats", file));
        List<Path> clips = new ArrayList<>(List.of(asked.input()));
        against.ifPresent(clips::add);
        for (Path clip : clips) {
            if (!Files.exists(clip)) {
                throw new ImpastoException.BadInput(clip + " does not exist");
            }
            stats.ifPresent(file -> DataFile.apart("--stats", file, clip));
            if (clip.toAbsolutePath().normalize().startsWith(target.toAbsolutePath().normalize())) {
                throw new ImpastoException.OutputFailed("the output " + target + " holds the clip " + clip + " itself: give another folder");
            }
        }
        String ending = ending(asked.encode().codec().orElse("libx264"));
        Progress progress = Progress.of(line.getOptionValue("progress", "auto"), err);
        Cancellation cancellation = new Cancellation();
        Comparer.Result result;
        try (Interrupts ignored = Interrupts.cancel(cancellation); OutputFolder folder = OutputFolder.create(target, asked.overwrite())) {
            RenderRequest render = new RenderRequest(asked.input(), folder.work().resolve("coherent." + ending), asked.style(), asked.frames(), asked.start(),
                    asked.end(), false, asked.strength(), asked.device(), asked.threads(), asked.encode(), false, Optional.empty(), asked.motion(), StoreSettings.PASSING);
            result = Comparer.run(render, folder.work().resolve("baseline." + ending), against, line.getOptionValue(FLOW, "farneback"), folder, progress,
                    cancellation);
            MeasureRequest names = new MeasureRequest(asked.input(), Path.of("coherent." + ending), Optional.of(against.orElse(Path.of("baseline." + ending))),
                    "", asked.threads());
            byte[] json = CompareFiles.json(result, names, against, commandLine(line));
            folder.write("metrics.json", json);
            folder.write("frames.csv", MeasureFiles.csv(result.measured()));
            folder.write("report.html", ReportPage.of(json));
            cancellation.check();
            folder.publish();
        } finally {
            progress.close();
        }
        stats.ifPresent(file -> StatsFile.write(result.render(), file));
        MeasureTable.verdict(Verdict.of(result.measured().frames()), out);
        err.printf(Locale.ROOT, "done     %d frames in %.1f s: %s%n", result.render().frames(), result.render().timing().wallSeconds(),
                target.resolve("report.html"));
        return result.render().damaged() ? App.DAMAGED : 0;
    }

    /** The container that holds what an encoder makes. */
    private static String ending(String codec) {
        return switch (codec) {
            case "libx264", "libx265", "libsvtav1", "libopenh264", "mpeg4" -> "mp4";
            case "prores_ks", "prores", "prores_aw" -> "mov";
            case "libvpx-vp9" -> "webm";
            default -> "mkv";
        };
    }

    /** As it would be typed again. */
    private static String commandLine(CommandLine line) {
        StringBuilder text = new StringBuilder("impasto compare");
        for (Option o : line.getOptions()) {
            text.append(' ').append(o.getOpt() != null ? "-" + o.getOpt() : "--" + o.getLongOpt());
            if (o.hasArg()) {
                String value = o.getValue();
                text.append(' ').append(value.matches("[\\w./:=,+-]+") ? value : "'" + value.replace("'", "'\\''") + "'");
            }
        }
        return text.toString();
    }
}
