package org.impasto.style;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.impasto.ImpastoException;

/**
 * The device that was asked for.
 *
 * @param kind what to run on; {@link Kind#AUTO} takes the fastest that is there
 * @param index which of several graphics cards, from 0
 */
public record DeviceChoice(Kind kind, int index) {
    /** What can be asked for. */
    public enum Kind {
        AUTO, CPU, CUDA, TENSORRT
    }

    private static final Pattern SYNTAX = Pattern.compile("(auto|cpu)|(cuda|tensorrt)(?::(\\d{1,3}))?");

    public DeviceChoice {
        if (index < 0) {
            throw new IllegalArgumentException("device index " + index);
        }
    }

    /** Reads {@code auto}, {@code cpu}, {@code cuda[:n]} or {@code tensorrt[:n]}. */
    public static DeviceChoice parse(String s) {
        Matcher m = SYNTAX.matcher(s.toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            throw new ImpastoException.Usage("'" + s
                    + "' is not a device: expected auto, cpu, cuda, cuda:N, tensorrt or tensorrt:N");
        }
        String name = m.group(1) != null ? m.group(1) : m.group(2);
        return new DeviceChoice(Kind.valueOf(name.toUpperCase(Locale.ROOT)),
                m.group(3) == null ? 0 : Integer.parseInt(m.group(3)));
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.CUDA || kind == Kind.TENSORRT ? name + ":" + index : name;
    }
}
