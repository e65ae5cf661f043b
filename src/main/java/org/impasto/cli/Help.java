package org.impasto.cli;

import java.util.Collection;
import org.apache.commons.cli.Option;

/** Help texts, at most 80 columns wide. */
final class Help {
    private static final int WIDTH = 80;
    private static final int COLUMN = 26;

    private Help() {
    }

    static String overview(Collection<Command> commands) {
        StringBuilder text = new StringBuilder("usage: impasto COMMAND [options]\n\n"
                + "Paints movie clips in a style, with the paint staying on things.\n\n");
        for (Command c : commands) {
            text.append(String.format("  %-12s%s%n", c.name(), c.summary()));
        }
        return text.append("""

                impasto help COMMAND    the options of a command
                impasto --version       the version
                --debug                 with any command: where an error came from
                """).toString();
    }

    static String of(Command command) {
        StringBuilder text = new StringBuilder("usage: " + command.usage() + "\n\n" + command.summary() + "\n\n");
        for (Option o : command.options().getOptions()) {
            String name = "  " + Values.label(o) + (o.getOpt() != null && o.getLongOpt() != null ? ", --" + o.getLongOpt() : "")
                    + (o.hasArg() ? " " + o.getArgName() : "");
            text.append(wrap(name, o.getDescription()));
        }
        return text + (command.footer().isEmpty() ? "" : "\n" + command.footer());
    }

    private static String wrap(String name, String description) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(String.format("%-" + COLUMN + "s", name));
        if (line.length() > COLUMN) {
            text.append(line).append('\n');
            line = new StringBuilder(" ".repeat(COLUMN));
        }
        boolean empty = true;
        for (String word : description.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(COLUMN));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return text.append(line).append('\n').toString();
    }
}
