package org.impasto.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.impasto.ImpastoException;
import org.impasto.report.OutputFolder;
import org.impasto.report.ReportPage;

/** {@code impasto report}: makes the page of a comparison again from its figures. */
final class ReportCommand implements Command {
    private static final Option FROM = Values.option(null, "from", "metrics.json", "the figures that impasto compare wrote").required().get();
    private static final Option OUTPUT = Values.option("o", "output", "PAGE",
            "the page, beside the clips, or a folder that gets page, clips and pictures; default: report.html beside the figures").get();

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String summary() {
        return "Makes the page of a comparison again.";
    }

    @Override
    public String usage() {
        return "impasto report --from metrics.json [-o PAGE]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption((Option) FROM.clone());
        options.addOption((Option) OUTPUT.clone());
        return options.addOption("y", false, "replace an existing page at -o, or a comparison in a folder");
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        Path from = Values.path(line, FROM).orElseThrow();
        if (!Files.isRegularFile(from)) {
            throw new ImpastoException.BadInput(from + " does not exist, or is no file");
        }
        byte[] json = read(from);
        byte[] page = ReportPage.of(json);
        Optional<Path> output = Values.path(line, OUTPUT);
        Path made = from.resolveSibling("report.html");
        if (output.isEmpty()) {
            DataFile.check("report", made);
            DataFile.write("report", made, page);
        } else if (output.get().toString().endsWith(".html")) {
            made = output.get();
            DataFile.check("-o", made);
            if (Files.exists(made) && !line.hasOption("y")) {
                throw new ImpastoException.OutputFailed("the output " + made + " exists already: give -y to replace it");
            }
            DataFile.write("-o", made, page);
        } else {
            made = output.get().resolve("report.html");
            folder(output.get(), line.hasOption("y"), from, json, page);
        }
        out.println(made);
        return 0;
    }

    private static void folder(Path target, boolean overwrite, Path from, byte[] json, byte[] page) {
        try (OutputFolder folder = OutputFolder.create(target, overwrite)) {
            for (String name : ReportPage.files(json)) {
                Path file = from.resolveSibling(name);
                try {
                    Files.copy(file, folder.work().resolve(name), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new ImpastoException.BadInput(file + ", which the page shows, cannot be copied: " + e.getMessage(), e);
                }
            }
            folder.write("metrics.json", json);
            folder.write("report.html", page);
            folder.publish();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ImpastoException.BadInput(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
