package org.impasto.style;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.impasto.ImpastoException;

/**
 * A style as it is asked for: {@code starry-night}, {@code nets/dusk.onnx} or, with other options than its own, {@code starry-night:abstraction=4:strokes=1.5}.
 *
 * @param style name of a style of the gallery, or the path of an ONNX file
 * @param options what of its {@link StyleOptions} is to be otherwise, by name: {@code abstraction}, a whole number from 0 to 64, and {@code strokes}, 0 to 4
 */
public record StyleChoice(String style, Map<String, BigDecimal> options) {
    static final String ABSTRACTION = "abstraction";
    static final String STROKES = "strokes";
    private static final Pattern OPTION = Pattern.compile("(?<style>.+):(?<key>\\p{Alpha}+)=(?<value>[^/\\\\]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");

    public StyleChoice {
        options = Map.copyOf(options);
    }

    /** @throws ImpastoException.Usage where an option is not known, stands twice or has no such value */
    public static StyleChoice parse(String text) {
        Map<String, BigDecimal> options = new TreeMap<>();
        String style = text;
        for (Matcher m = OPTION.matcher(style); m.matches(); m = OPTION.matcher(style)) {
            if (options.put(m.group("key"), value(text, m.group("key"), m.group("value"))) != null) {
                throw wrong(text, m.group("key") + " stands twice");
            }
            style = m.group("style");
        }
        return new StyleChoice(style, options);
    }

    private static BigDecimal value(String text, String key, String value) {
        boolean strokes = key.equals(STROKES);
        if (!strokes && !key.equals(ABSTRACTION)) {
            throw wrong(text, "behind a style may stand :" + ABSTRACTION + "=N and :" + STROKES + "=S, but there is '" + key + "'");
        }
        BigDecimal number = NUMBER.matcher(value).matches() ? new BigDecimal(value) : null;
        if (number == null || number.doubleValue() > (strokes ? StyleOptions.MOST_STROKES : Abstraction.MOST) || !strokes && number.scale() > 0) {
            throw wrong(text, key + " should be " + (strokes ? "a number from 0 to " + StyleOptions.MOST_STROKES : "a whole number of pixels from 0 to " + Abstraction.MOST) + " but is '" + value + "'");
        }
        return number;
    }

    private static ImpastoException wrong(String text, String why) {
        return new ImpastoException.Usage("the style " + text + ": " + why);
    }

    /** The same choice for what is named otherwise. */
    public StyleChoice of(String name) {
        return new StyleChoice(name, options);
    }

    /** As it is written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(style);
        new TreeMap<>(options).forEach((key, value) -> text.append(':').append(key).append('=').append(value.toPlainString()));
        return text.toString();
    }
}
