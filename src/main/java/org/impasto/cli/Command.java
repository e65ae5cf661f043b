package org.impasto.cli;

import java.io.PrintStream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** One subcommand. */
interface Command {
    String name();

    /** What it does, in one line of help. */
    String summary();

    /** The command's line of usage, by hand: the library sorts options and wraps badly. */
    String usage();

    Options options();

    /** Text below the options in the help. */
    default String footer() {
        return "";
    }

    /**
     * Does it.
     *
     * @param out data only
     * @param err everything else
     * @return the exit code
     * @throws org.impasto.ImpastoException for what the user can mend
     */
    int run(CommandLine line, PrintStream out, PrintStream err);
}
