package org.impasto.cli;

import java.io.PrintStream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.impasto.style.Gallery;
import org.impasto.style.Style;

/** {@code impasto styles}. */
final class StylesCommand implements Command {
    @Override
    public String name() {
        return "styles";
    }

    @Override
    public String summary() {
        return "Lists the styles of the gallery.";
    }

    @Override
    public String usage() {
        return "impasto styles";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        for (Style style : Gallery.locate().styles()) {
            out.printf("%-20s %s%n", style.name(), String.join(", ", style.title(), style.painter(), style.year()));
        }
        return 0;
    }
}
