package org.impasto.style;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.impasto.ImpastoException;

/**
 * A style as it is asked for: {@code starry-night}, {@code nets/dusk.onnx} or, with another abstraction than its own, {@code starry-night:abstraction=4}.
 *
 * @param style name of a style of the gallery, or the path of an ONNX file
 * @param abstraction how much of a frame's detail is left out before the network paints it, pixels, 0 to 64; empty for what the style has by itself
 */
public record StyleChoice(String style, OptionalInt abstraction) {
    private static final String KEY = "abstraction";
    private static final Pattern TEXT = Pattern.compile("(?<style>.+):(?<key>\\p{Alpha}+)=(?<value>[^/\\\\]*)");

    /** @throws ImpastoException.Usage where something else than {@code :abstraction=} and a whole number from 0 to 64 stands behind the style */
    public static StyleChoice parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return new StyleChoice(text, OptionalInt.empty());
        }
        if (!m.group("key").equals(KEY)) {
            throw new ImpastoException.Usage("the style " + text + ": only :" + KEY + "=N may stand behind a style, but there is '" + m.group("key") + "'");
        }
        String value = m.group("value");
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) > Abstraction.MOST) {
            throw new ImpastoException.Usage("the style " + text + ": the abstraction should be a whole number of pixels from 0 to " + Abstraction.MOST + " but is '" + value + "'");
        }
        return new StyleChoice(m.group("style"), OptionalInt.of(Integer.parseInt(value)));
    }

    /** The same choice for what is named otherwise. */
    public StyleChoice of(String name) {
        return new StyleChoice(name, abstraction);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return abstraction.isPresent() ? style + ":" + KEY + "=" + abstraction.getAsInt() : style;
    }
}
