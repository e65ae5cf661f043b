package org.impasto.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.ImpastoException;
import org.impasto.measure.ClipMeter;
import org.impasto.measure.MeasureRequest;
import org.impasto.measure.Measurement;

/** {@code impasto measure}: how calm, how crisp and how faithful a painted clip is, whoever painted it. */
final class MeasureCommand implements Command {
    private static final Option SOURCE = Option.builder("i").longOpt("input").hasArg().argName("SOURCE").desc("the clip that was painted")
            .required().get();
    private static final Option STYLIZED = Option.builder("s").longOpt("stylized").hasArg().argName("STYLIZED")
            .desc("the painted clip, of the same frames").required().get();
    private static final Option REFERENCE = Option.builder().longOpt("reference").hasArg().argName("BASELINE")
            .desc("a clip to hold sharpness and structure against: the same frames painted one by one (render --baseline)").get();
    private static final Option FLOW = Option.builder().longOpt("flow").hasArg().argName("FLOW")
            .desc("farneback (the default), tvl1 (more exact, seconds a frame), dis, or a folder of true motion laid out as MPI Sintel's").get();
    private static final Option JSON = Option.builder().longOpt("json").hasArg().argName("FILE").desc("write all figures as JSON").get();
    private static final Option CSV = Option.builder().longOpt("csv").hasArg().argName("FILE").desc("write the figures of each frame as CSV").get();

    @Override
    public String name() {
        return "measure";
    }

    @Override
    public String summary() {
        return "Measures how calm and how crisp a painted clip is.";
    }

    @Override
    public String usage() {
        return "impasto measure -i SOURCE -s STYLIZED [options]";
    }

    @Override
    public String footer() {
        return """
                docs/measure.md says what the figures mean, and where each one lies.

                example:
                  impasto measure -i clip.mp4 -s painted.mp4 --reference baseline.mp4
                """;
    }

    @Override
    public Options options() {
        Options options = new Options();
        for (Option o : new Option[] {SOURCE, STYLIZED, REFERENCE, FLOW, JSON, CSV}) {
            options.addOption((Option) o.clone());
        }
        return options;
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        MeasureRequest request = new MeasureRequest(Values.path(line, SOURCE).orElseThrow(), Values.path(line, STYLIZED).orElseThrow(),
                Values.path(line, REFERENCE), line.getOptionValue(FLOW, "farneback"), Runtime.getRuntime().availableProcessors());
        Optional<Path> json = Values.path(line, JSON);
        Optional<Path> csv = Values.path(line, CSV);
        if (json.isPresent() && json.equals(csv)) {
            throw new ImpastoException.Usage("--json and --csv name one file: " + json.get());
        }
        check("--json", json, request);
        check("--csv", csv, request);
        Measurement measured = ClipMeter.measure(request);
        MeasureTable.print(request, measured, out);
        json.ifPresent(file -> DataFile.write("--json", file, MeasureFiles.json(request, measured)));
        csv.ifPresent(file -> DataFile.write("--csv", file, MeasureFiles.csv(measured)));
        measured.damage().forEach(sentence -> err.println("impasto: " + sentence));
        return measured.damage().isEmpty() ? 0 : App.DAMAGED;
    }

    private static void check(String option, Optional<Path> file, MeasureRequest request) {
        List<Path> clips = new ArrayList<>(List.of(request.source(), request.stylized()));
        request.reference().ifPresent(clips::add);
        file.ifPresent(f -> {
            DataFile.apart(option, f, clips.toArray(Path[]::new));
            DataFile.check(option, f);
        });
        for (Path clip : clips) {
            if (!Files.exists(clip)) {
                throw new ImpastoException.BadInput(clip + " does not exist");
            }
        }
    }
}
