package org.impasto.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.ImpastoException;
import org.impasto.render.Cancellation;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Style;
import org.impasto.train.Diverged;
import org.impasto.train.Preset;
import org.impasto.train.Start;
import org.impasto.train.TrainListener;
import org.impasto.train.TrainProgress;
import org.impasto.train.TrainSettings;
import org.impasto.train.Training;

/** {@code impasto train}. */
final class TrainCommand implements Command {
    private static final String NONE = "none";
    private static final Option STYLE = Option.builder().longOpt("style-image").hasArgs().argName("FILE...").required()
            .desc("the painting, or several that count alike (JPEG or PNG)").get();
    private static final Option CONTENT = Values.option(null, "content", "DIR", "folder of photographs, a few hundred").required().get();
    private static final Option LOSS = Values.option(null, "loss-network", "FILE",
            "VGG-16 or VGG-19 to relu3_1 or further, safetensors").required().get();
    private static final Option OUTPUT = Values.option("o", "output", "MODEL.onnx",
            "the model; JSON, checkpoint and preview go beside it").required().get();
    private static final Option MINUTES = Values.option(null, "minutes", "M", "train about this long").get();
    private static final Option STEPS = Values.option(null, "steps", "N", "train this many steps; default " + TrainSettings.FURTHER_STEPS
            + ", with random weights " + TrainSettings.STEPS).get();
    private static final Option PRESET = Values.option(null, "preset", "P",
            "fast, or fine: several times the work, for GPUs; default fast").get();
    private static final Option SIZE = Values.option(null, "size", "S",
            "side of the training pictures; default " + TrainSettings.SIZE).get();
    private static final Option STROKE = Values.option(null, "stroke", "S",
            "short side that the painting is scaled to: larger gives larger strokes; default " + TrainSettings.STROKE).get();
    private static final Option CONTENT_WEIGHT = Values.option(null, "content-weight", "W",
            "of the scene's shapes; default " + TrainSettings.CONTENT).get();
    private static final Option STYLE_WEIGHT = Values.option(null, "style-weight", "W",
            "of the painting's texture; default " + TrainSettings.STYLE).get();
    private static final Option COLOUR_WEIGHT = Values.option(null, "colour-weight", "W",
            "of giving each colour of a scene its own one of the painting's, by hue; 0: wherever the strokes have them; default " + TrainSettings.COLOUR).get();
    private static final Option HUE_TURN = Values.option(null, "hue-turn", "DEGREES",
            "by how much the scene's hues are turned before they choose among the painting's colours, from red to green to blue: what skies are to become is up to you; default 0").get();
    private static final Option FLECK_WEIGHT = Values.option(null, "fleck-weight", "W",
            "of having no specks of another colour on what is of one colour in the scene; default " + TrainSettings.FLECK).get();
    private static final Option COHERENCE_WEIGHT = Values.option(null, "coherence-weight", "W",
            "of keeping to the paint that is there, and of painting a thing alike from frame to frame; default " + TrainSettings.TEMPORAL).get();
    private static final Option START = Values.option(null, "start-from", "STYLE",
            "begin with a shipped style, or a model that train wrote; none: with random weights, which takes thousands of steps; "
                    + "default: the shipped style that is nearest, in the painting's colours").get();
    private static final Option RESUME = Values.option(null, "resume", "CHECKPOINT",
            "go on from MODEL.checkpoint, to the same weights as without the stop").get();
    private static final Option PREVIEW = Values.option(null, "preview", "FILE.png",
            "photograph, painted, and painted on for eight frames; every three minutes; default MODEL.preview.png").get();
    private static final Option THREADS = Values.option(null, "threads", "N",
            "worker threads; another number gives other last bits; default: all processors").get();
    private static final Option DEVICE = Values.option(null, "device", "D",
            "auto, cpu or cuda[:N]; two runs on a card differ in their last bits; default auto: a card, where the build (-Dtrain -Dgpu) and the machine have one").get();
    private static final Option YES = Values.option("y", null, null, "replace an existing model and checkpoint").get();

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String summary() {
        return "Trains a style from a painting (in builds with -Dtrain).";
    }

    @Override
    public String usage() {
        return "impasto train --style-image FILE... --content DIR\n"
                + "         --loss-network FILE.safetensors -o MODEL.onnx [options]";
    }

    @Override
    public String footer() {
        return """
                examples:
                  impasto train --style-image wave.jpg --content photographs/ \\
                    --loss-network vgg19.safetensors -o wave.onnx --minutes 60
                  impasto render -i clip.mp4 -o painted.mp4 --style wave.onnx
                """;
    }

    @Override
    public Options options() {
        Options options = new Options();
        for (Option o : new Option[] {STYLE, CONTENT, LOSS, OUTPUT, MINUTES, STEPS, PRESET, SIZE, STROKE, CONTENT_WEIGHT, STYLE_WEIGHT,
            COLOUR_WEIGHT, HUE_TURN, FLECK_WEIGHT, COHERENCE_WEIGHT, START, RESUME, PREVIEW, THREADS, DEVICE, YES}) {
            // Options remember what they were given: each parse needs its own.
            options.addOption((Option) o.clone());
        }
        return options;
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        if (line.hasOption(MINUTES) && line.hasOption(STEPS)) {
            throw new ImpastoException.Usage("--minutes and --steps contradict each other: give one or the other");
        }
        TrainSettings settings = settings(line);
        Training.check();
        long begun = System.nanoTime();
        Cancellation cancellation = new Cancellation();
        try (Interrupts ignored = Interrupts.cancel(cancellation)) {
            long steps = Training.run(settings, lines(err), cancellation::requested);
            err.printf(Locale.ROOT, "done     %d steps, %s this time: %s%n", steps, Progress.clock((System.nanoTime() - begun) / 1e9),
                    settings.output());
            return 0;
        } catch (Diverged e) {
            err.println("impasto: train: " + e.getMessage());
            return App.INTERNAL;
        }
    }

    private static TrainListener lines(PrintStream err) {
        return new TrainListener() {
            @Override
            public void message(String sentence) {
                err.println("note     " + sentence);
            }

            @Override
            public void progress(TrainProgress p) {
                String far = p.steps() == 0 ? String.valueOf(p.step())
                        : String.format(Locale.ROOT, "%d/%d  %.1f%%", p.step(), p.steps(), 100.0 * p.step() / p.steps());
                err.printf(Locale.ROOT, "train    %s  style %.4f  content %.4f  coherence %.5f  loss %.4f  %.2f s/step  ETA %s%n", far,
                        p.style(), p.content(), p.temporal(), p.loss(), p.secondsPerStep(),
                        Double.isNaN(p.eta()) ? "unknown" : Progress.clock(p.eta()));
            }
        };
    }

    static TrainSettings settings(CommandLine line) {
        List<Path> paintings = new ArrayList<>();
        for (String name : line.getOptionValues(STYLE)) {
            paintings.add(Values.path("--style-image", name));
        }
        double colourWeight = Values.number(line, COLOUR_WEIGHT, 0, 1e6).orElse(TrainSettings.COLOUR);
        double hueTurn = Values.number(line, HUE_TURN, -360, 360).orElse(0.0);
        if (hueTurn != 0 && colourWeight == 0) {
            throw new ImpastoException.Usage("--hue-turn turns hues for --colour-weight to go by, and that is 0: leave one of them out");
        }
        Preset preset = Values.read(line, PRESET, "fast or fine", Preset::parse).orElse(Preset.FAST);
        return new TrainSettings(List.copyOf(paintings), Values.path(line, CONTENT).orElseThrow(), Values.path(line, LOSS).orElseThrow(),
                Values.path(line, OUTPUT).orElseThrow(),
                Values.whole(line, STEPS, 1, 100_000_000).map(OptionalLong::of).orElse(OptionalLong.empty()),
                Values.number(line, MINUTES, 0.01, 1e6).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                preset,
                Values.read(line, SIZE, "a multiple of 8 from 32 to 1024", text -> size(Integer.parseInt(text))).orElse(TrainSettings.SIZE),
                Values.whole(line, STROKE, 64, 4096).orElse(TrainSettings.STROKE),
                Values.number(line, STYLE_WEIGHT, 0, 1e6).orElse(TrainSettings.STYLE),
                Values.number(line, CONTENT_WEIGHT, 0, 1e6).orElse(TrainSettings.CONTENT),
                colourWeight, hueTurn,
                Values.number(line, FLECK_WEIGHT, 0, 1e6).orElse(TrainSettings.FLECK),
                Values.number(line, COHERENCE_WEIGHT, 0, 1e6).orElse(TrainSettings.TEMPORAL),
                Values.whole(line, THREADS, 1, 1024).map(OptionalInt::of).orElse(OptionalInt.empty()),
                DeviceChoice.parse(line.getOptionValue(DEVICE, "auto")),
                start(line), Values.path(line, RESUME), Values.path(line, PREVIEW), line.hasOption(YES));
    }

    /** A style knows already how to carry a scene. */
    private static Start start(CommandLine line) {
        String named = line.getOptionValue(START);
        if (named != null) {
            return named.equals(NONE) ? Start.NONE : Start.from(Gallery.locate().find(named).path());
        }
        return Start.nearest(Gallery.locate().styles().stream().map(Style::path).toList());
    }

    private static Integer size(int side) {
        return side % 8 == 0 && side >= 32 && side <= 1024 ? side : null;
    }
}
