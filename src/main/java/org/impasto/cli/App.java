package org.impasto.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.MissingOptionException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.impasto.ImpastoException;
import org.impasto.Spelling;

/** The command line program: finds the subcommand, runs it, and turns failures into one sentence and an exit code. */
public final class App {
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    /** Rendered, but frames of the input were damaged. */
    static final int DAMAGED = 7;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    public App(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        for (Command c : List.of(new RenderCommand(), new RerenderCommand(), new StoreCommand(), new CompareCommand(), new ReportCommand(),
                new MeasureCommand(), new ProbeCommand(), new StylesCommand(), new PreviewCommand(), new DevicesCommand(), new TrainCommand())) {
            commands.put(c.name(), c);
        }
    }

    /** Runs a command line and returns the exit code of the process. */
    public int run(String... args) {
        boolean debug = Arrays.asList(args).contains("--debug");
        String[] rest = Arrays.stream(args).filter(a -> !a.equals("--debug")).toArray(String[]::new);
        try {
            return dispatch(rest);
        } catch (ImpastoException e) {
            err.println("impasto: " + e.getMessage());
            trace(e, debug);
            return e.exitCode();
        } catch (OutOfMemoryError e) {
            err.println("impasto: out of memory (" + e.getMessage() + "): give Java more with JAVA_OPTS=-Xmx8g, or render at a smaller size");
            trace(e, debug);
            return INTERNAL;
        } catch (RuntimeException | LinkageError e) {
            err.println("impasto: internal error, please report it: " + firstLine(e) + " (--debug shows where)");
            trace(e, debug);
            return INTERNAL;
        }
    }

    private int dispatch(String[] args) {
        if (args.length == 0 || isHelp(args[0]) && args.length == 1) {
            out.print(Help.overview(commands.values()));
            return args.length == 0 ? USAGE : 0;
        }
        if (args[0].equals("--version")) {
            out.println("impasto " + version());
            return 0;
        }
        boolean help = isHelp(args[0]);
        Command command = find(args[help ? 1 : 0]);
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        if (help || Arrays.stream(rest).takeWhile(a -> !a.equals("--")).anyMatch(a -> a.equals("-h") || a.equals("--help"))) {
            out.print(Help.of(command));
            return 0;
        }
        return command.run(parse(command, rest), out, err);
    }

    private Command find(String name) {
        Command command = commands.get(name);
        if (command == null) {
            String names = String.join(", ", commands.keySet());
            throw new ImpastoException.Usage("'" + name + "' is not a command: the commands are " + names
                    + Spelling.didYouMean(name, commands.keySet()));
        }
        return command;
    }

    private static CommandLine parse(Command command, String[] args) {
        Options options = command.options();
        CommandLine line;
        try {
            line = DefaultParser.builder().setAllowPartialMatching(false).setStripLeadingAndTrailingQuotes(false).get()
                    .parse(options, args);
        } catch (MissingOptionException e) {
            throw new ImpastoException.Usage(command.name() + ": " + e.getMissingOptions().stream()
                    .map(o -> (String.valueOf(o).length() == 1 ? "-" : "--") + o).collect(Collectors.joining(" and ")) + " must be given: "
                    + command.usage().replaceAll("\\s+", " "));
        } catch (MissingArgumentException e) {
            throw new ImpastoException.Usage(command.name() + ": " + Values.label(e.getOption()) + " needs a value, "
                    + e.getOption().getArgName());
        } catch (ParseException e) {
            String unknown = Arrays.stream(args).filter(a -> e.getMessage().endsWith(a)).findFirst().orElse("");
            throw new ImpastoException.Usage(command.name() + ": " + decapitalise(e.getMessage()) + Spelling.didYouMean(unknown,
                    options.getOptions().stream().map(o -> "--" + o.getLongOpt()).collect(Collectors.toList())));
        }
        if (!line.getArgList().isEmpty()) {
            throw new ImpastoException.Usage(command.name() + ": '" + line.getArgList().get(0)
                    + "' is not expected here: every value belongs to an option (impasto help " + command.name() + ")");
        }
        for (Option option : options.getOptions()) {
            if (line.getOptionCount(option) > 1 && !"e".equals(option.getOpt()) && !option.hasArgs()) {
                throw new ImpastoException.Usage(command.name() + ": " + Values.label(option) + " is given twice");
            }
        }
        return line;
    }

    private static boolean isHelp(String arg) {
        return arg.equals("-h") || arg.equals("--help") || arg.equals("help");
    }

    private static String version() {
        String version = App.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    private static String decapitalise(String s) {
        return Character.toLowerCase(s.charAt(0)) + s.substring(1);
    }

    private static String firstLine(Throwable e) {
        String message = e.toString();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private void trace(Throwable e, boolean debug) {
        if (debug) {
            e.printStackTrace(err);
        }
    }
}
