package org.impasto.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.ImpastoException;
import org.impasto.image.Image;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.sheet.ContactSheet;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Style;
import org.impasto.style.StyleChoice;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/** {@code impasto preview}: one frame of a clip in all styles, on one picture. */
final class PreviewCommand implements Command {
    private static final int CELL = 480;
    private static final Option INPUT = Values.option("i", "input", "CLIP", "the clip").required().get();
    private static final Option OUTPUT = Values.option("o", "output", "SHEET.png", "the contact sheet").required().get();
    private static final Option FRAME = Values.option(null, "frame", "N", "which frame, counted from 0; default 0").get();
    private static final Option STYLE = Option.builder().longOpt("style").hasArgs().argName("STYLE...")
            .desc("only these: styles of the gallery or ONNX files, each with :abstraction=N, :along=N, :strokes=S and :broad=N where wanted; default: all of the gallery").get();
    private static final Option WIDTH = Values.option(null, "width", "W",
            "width of each picture on the sheet; default " + CELL + "; never larger than the frame").get();
    private static final Option DEVICE = Values.option(null, "device", "D", "auto, cpu, cuda[:n] or tensorrt[:n]; default auto").get();
    private static final Option THREADS = Values.option(null, "threads", "N",
            "worker threads; does not change a pixel; default: all processors").get();
    private static final Option YES = Values.option("y", null, null, "replace an existing sheet").get();

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String summary() {
        return "Paints one frame in all styles, on a contact sheet.";
    }

    @Override
    public String usage() {
        return "impasto preview -i CLIP -o SHEET.png [options]";
    }

    @Override
    public String footer() {
        return """
                examples:
                  impasto preview -i clip.mp4 -o sheet.png --frame 120
                  impasto preview -i clip.mp4 -o sheet.png --style starry-night my.onnx
                  impasto preview -i clip.mp4 -o sheet.png --style wave wave:abstraction=4
                """;
    }

    @Override
    public Options options() {
        Options options = new Options();
        for (Option o : new Option[] {INPUT, OUTPUT, FRAME, STYLE, WIDTH, DEVICE, THREADS, YES}) {
            // Options remember what they were given: each parse needs its own.
            options.addOption((Option) o.clone());
        }
        return options;
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        Path input = Values.path(line, INPUT).orElseThrow();
        Path output = Values.path(line, OUTPUT).orElseThrow();
        int number = Values.whole(line, FRAME, 0, Integer.MAX_VALUE).orElse(0);
        int threads = Values.whole(line, THREADS, 1, 1024).orElse(Runtime.getRuntime().availableProcessors());
        ContactSheet sheet = new ContactSheet(Values.whole(line, WIDTH, 32, 4096).orElse(CELL));
        DeviceChoice device = DeviceChoice.parse(line.getOptionValue(DEVICE, "auto"));
        DataFile.apart("-o", output, input);
        DataFile.check("-o", output);
        if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new ImpastoException.Usage("-o: " + output + " does not end in .png");
        }
        if (Files.exists(output) && !line.hasOption(YES)) {
            throw new ImpastoException.OutputFailed("the output " + output + " exists already: give -y to replace it");
        }
        List<Labelled> styles = styles(line);
        if (!Files.exists(input)) {
            throw new ImpastoException.BadInput(input + " does not exist");
        }
        Image frame = frame(input, number, threads);
        sheet.add(input.getFileName() + ", frame " + number, frame);
        for (Labelled style : styles) {
            try (Stylizer stylizer = Stylizers.load(style.style(), device, threads, m -> err.println("note     " + m))) {
                sheet.add(style.label(), stylizer.stylize(frame, Optional.empty(), 0));
            }
            err.println("painted  " + style.label());
        }
        DataFile.write("-o", output, sheet.png());
        return 0;
    }

    /** A style, and what is written beneath its picture. */
    private record Labelled(String label, Style style) {
    }

    private static List<Labelled> styles(CommandLine line) {
        Gallery gallery = Gallery.locate();
        if (line.hasOption(STYLE)) {
            return Arrays.stream(line.getOptionValues(STYLE)).map(text -> {
                Style style = gallery.find(text);
                return new Labelled(StyleChoice.parse(text).of(style.name()).toString(), style);
            }).toList();
        }
        gallery.first();
        return gallery.styles().stream().map(s -> new Labelled(s.name(), s)).toList();
    }

    private static Image frame(Path input, int number, int threads) {
        try (FrameSource source = Clips.open(input, threads)) {
            int n = 0;
            for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
                if (n++ == number) {
                    return next.get().image();
                }
            }
            throw new ImpastoException.BadInput(input + " has " + n + " frames, so there is no frame " + number + " (the first is 0)");
        }
    }
}
