package org.impasto.train;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.impasto.ImpastoException;

/** Trains a video stylizer from one painting. Needs the libraries that {@code mvn package -Dtrain} adds. */
public final class Train {
    private static final Options OPTIONS = new Options()
            .addRequiredOption(null, "style-image", true, "the painting")
            .addRequiredOption(null, "content", true, "folder of photographs")
            .addRequiredOption(null, "loss-network", true, "VGG-19 to relu3_1, safetensors")
            .addRequiredOption("o", "output", true, "the ONNX file")
            .addOption(null, "work", true, "folder for checkpoint and previews; a checkpoint there is continued")
            .addOption(null, "steps", true, "how many in all; default 4000; what a checkpoint has done counts")
            .addOption(null, "size", true, "side of the training pictures; default 160")
            .addOption(null, "stroke", true, "short side of the painting in pixels; default 300")
            .addOption(null, "threads", true, "default 2");

    private Train() {
    }

    public static void main(String[] args) throws IOException {
        int code = run(args, System.out, System.err);
        Runtime.getRuntime().halt(code);
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        try {
            CommandLine line = DefaultParser.builder().setAllowPartialMatching(false).get().parse(OPTIONS, args);
            Path output = Path.of(line.getOptionValue("o"));
            Path work = Path.of(line.getOptionValue("work", output + ".work"));
            Files.createDirectories(work);
            TrainSettings settings = new TrainSettings(Path.of(line.getOptionValue("style-image")),
                    Path.of(line.getOptionValue("content")), Path.of(line.getOptionValue("loss-network")), output, work,
                    Long.parseLong(line.getOptionValue("steps", "4000")), Integer.parseInt(line.getOptionValue("size", "160")),
                    Integer.parseInt(line.getOptionValue("stroke", "300")), Integer.parseInt(line.getOptionValue("threads", "2")));
            Trainer trainer = new Trainer(settings, out);
            long steps = trainer.run();
            trainer.network().eval();
            OnnxExport.write(trainer.network(), output);
            out.println("exported after " + steps + " steps: " + output);
            return 0;
        } catch (ParseException e) {
            err.println("impasto train: " + e.getMessage());
            return 2;
        } catch (ImpastoException e) {
            err.println("impasto train: " + e.getMessage());
            return e.exitCode();
        }
    }
}
