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
        return "Lists the styles: title, painter, year and licence.";
    }

    @Override
    public String usage() {
        return "impasto styles";
    }

    @Override
    public Options options() {
        return new Options();
    }

    private static String known(String text) {
        return text.isEmpty() ? "-" : text;
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        for (Style style : Gallery.locate().styles()) {
            out.printf("%-22s %-32s %-22s %-9s %s%n", style.name(), style.title(), known(style.painter()), known(style.year()),
                    known(style.licence()));
        }
        return 0;
    }
}
