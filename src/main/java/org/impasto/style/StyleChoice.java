package org.impasto.style;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.impasto.ImpastoException;

/**
 * A style as it is asked for: {@code starry-night}, {@code nets/dusk.onnx} or, with other options than its own, {@code starry-night:abstraction=4:along=32}.
 *
 * @param style name of a style of the gallery, or the path of an ONNX file
 * @param options what of its {@link StyleOptions} is to be otherwise
 */
public record StyleChoice(String style, Map<StyleOptions.Key, BigDecimal> options) {
    private static final Pattern OPTION = Pattern.compile("(?<style>.+):(?<key>\\p{Alpha}+)=(?<value>[^/\\\\]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");

    public StyleChoice {
        options = Collections.unmodifiableMap(options);
    }

    /** @throws ImpastoException.Usage where an option is not known, stands twice or has no such value */
    public static StyleChoice parse(String text) {
        Map<StyleOptions.Key, BigDecimal> options = new EnumMap<>(StyleOptions.Key.class);
        String style = text;
        for (Matcher m = OPTION.matcher(style); m.matches(); m = OPTION.matcher(style)) {
            StyleOptions.Key key = key(text, m.group("key"));
            if (options.put(key, value(text, key, m.group("value"))) != null) {
                throw wrong(text, key.word() + " stands twice");
            }
            style = m.group("style");
        }
        return new StyleChoice(style, options);
    }

    private static StyleOptions.Key key(String text, String word) {
        return Arrays.stream(StyleOptions.Key.values()).filter(k -> k.word().equals(word)).findFirst()
                .orElseThrow(() -> wrong(text, "behind a style may stand :abstraction=N, :along=N, :strokes=S and :broad=N, but there is '" + word + "'"));
    }

    private static BigDecimal value(String text, StyleOptions.Key key, String value) {
        BigDecimal number = NUMBER.matcher(value).matches() ? new BigDecimal(value) : null;
        if (number == null || !key.takes(number)) {
            throw wrong(text, key.word() + " should be " + key.expected() + " but is '" + value + "'");
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
        options.forEach((key, value) -> text.append(':').append(key.word()).append('=').append(value.toPlainString()));
        return text.toString();
    }
}
