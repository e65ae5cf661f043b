package org.impasto.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.impasto.ImpastoException;
import org.impasto.media.Rational;
import org.impasto.render.FrameRange;

/** Reads the values of options; a value that is wrong gets a sentence with the option's name, what it expects and what it got. */
final class Values {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})(-(\\d{1,15})?)?");
    private static final Pattern CLOCK = Pattern.compile("(?:(?:(\\d{1,6}):)?(\\d{1,6}):)?(\\d{1,9}(?:\\.\\d{1,9})?)");
    private static final Pattern UNITS = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(s|ms|us)");

    private Values() {
    }

    /** An option under way; names and argument may be null. */
    static Option.Builder option(String shortName, String longName, String argument, String text) {
        Option.Builder builder = shortName == null ? Option.builder() : Option.builder(shortName);
        if (longName != null) {
            builder.longOpt(longName);
        }
        if (argument != null) {
            builder.hasArg().argName(argument);
        }
        return builder.desc(text);
    }

    static String label(Option option) {
        return option.getOpt() != null ? "-" + option.getOpt() : "--" + option.getLongOpt();
    }

    static <T> Optional<T> read(CommandLine line, Option option, String expected, Function<String, T> parse) {
        String text = line.getOptionValue(option);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(read(option.getLongOpt() == null ? label(option) : "--" + option.getLongOpt(), text, expected, parse));
    }

    private static <T> T read(String name, String text, String expected, Function<String, T> parse) {
        try {
            T value = parse.apply(text);
            if (value != null) {
                return value;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Said below.
        }
        throw new ImpastoException.Usage(name + ": '" + text + "' is not " + expected);
    }

    static Optional<Integer> whole(CommandLine line, Option option, int least, int most) {
        return read(line, option, "a whole number from " + least + " to " + most, text -> {
            int value = Integer.parseInt(text);
            return value < least || value > most ? null : value;
        });
    }

    static Optional<Path> path(CommandLine line, Option option) {
        return read(line, option, "the path of a file", Values::nonEmpty);
    }

    /** One of an option's several paths. */
    static Path path(String name, String text) {
        return read(name, text, "the path of a file", Values::nonEmpty);
    }

    private static Path nonEmpty(String text) {
        return text.isEmpty() ? null : Path.of(text);
    }

    static Optional<Double> number(CommandLine line, Option option, double least, double most) {
        return read(line, option, String.format(Locale.ROOT, "a number from %s to %.0f", least == Math.rint(least) ? String.valueOf((long) least) : String.valueOf(least), most),
                text -> {
                    double value = Double.parseDouble(text);
                    return value >= least && value <= most ? value : null;
                });
    }

    static Optional<Double> share(CommandLine line, Option option) {
        return read(line, option, "a number from 0 to 1", text -> {
            double value = Double.parseDouble(text);
            return value >= 0 && value <= 1 ? value : null;
        });
    }

    static Optional<FrameRange> frames(CommandLine line, Option option) {
        return read(line, option, "a frame or a range of frames such as 120, 120-180 or 120-, first not after last", text -> {
            Matcher m = RANGE.matcher(text);
            if (!m.matches()) {
                return null;
            }
            long first = Long.parseLong(m.group(1));
            long last = m.group(2) == null ? first : m.group(3) == null ? Long.MAX_VALUE : Long.parseLong(m.group(3));
            return new FrameRange(first, last);
        });
    }

    /** ffmpeg's time syntax: [[HH:]MM:]SS[.m...], or a number with s, ms or us. */
    static Optional<Rational> time(CommandLine line, Option option) {
        return read(line, option, "a time such as 12.5, 01:30, 00:01:30.5 or 1500ms", text -> {
            Matcher units = UNITS.matcher(text);
            if (units.matches()) {
                int shift = units.group(2).equals("s") ? 0 : units.group(2).equals("ms") ? 3 : 6;
                return exact(new BigDecimal(units.group(1)).movePointLeft(shift));
            }
            Matcher m = CLOCK.matcher(text);
            if (!m.matches()) {
                return null;
            }
            BigDecimal hours = new BigDecimal(m.group(1) == null ? "0" : m.group(1));
            BigDecimal minutes = new BigDecimal(m.group(2) == null ? "0" : m.group(2));
            return exact(hours.multiply(BigDecimal.valueOf(3600)).add(minutes.multiply(BigDecimal.valueOf(60)))
                    .add(new BigDecimal(m.group(3))));
        });
    }

    static Map<String, String> pairs(CommandLine line, Option option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String[] given = line.getOptionValues(option);
        for (String pair : given == null ? new String[0] : given) {
            int at = pair.indexOf('=');
            if (at < 1) {
                throw new ImpastoException.Usage(label(option) + ": '" + pair + "' is not of the form key=value");
            }
            pairs.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return pairs;
    }

    private static Rational exact(BigDecimal seconds) {
        BigDecimal s = seconds.setScale(Math.max(0, seconds.scale()));
        return new Rational(s.unscaledValue().longValueExact(), BigDecimal.ONE.scaleByPowerOfTen(s.scale()).longValueExact());
    }
}
