package org.impasto.style;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a style paints, besides what its network does.
 *
 * @param abstraction how much of a frame's detail is left out before the network paints it, pixels ({@link Abstraction}); 0 for nothing
 * @param along over how many pixels strokes are drawn out along the forms of the scene ({@link Strokes}); 0 where they lie as the network learned
 * @param strokes how strong the noise is that strokes grow out of, 1 for what the network was trained with
 * @param broad how many times as broad as the network's own the broadest of the strokes are that lie under these ({@link Underpainting}), a power of two; 1 where none do
 */
public record StyleOptions(int abstraction, int along, double strokes, int broad) {
    static final StyleOptions NONE = new StyleOptions(0, 0, 1, 1);

    /** One of them, with the values that it may have: in the JSON beside a model, and behind a style's name. */
    public enum Key {
        ABSTRACTION("a whole number of pixels from 0 to " + Abstraction.MOST, v -> whole(v, Abstraction.MOST)),
        ALONG("a whole number of pixels from 0 to " + Strokes.LONGEST, v -> whole(v, Strokes.LONGEST)),
        /** With more than four a scene is noise. */
        STROKES("a number from 0 to 4", v -> v.signum() >= 0 && v.doubleValue() <= 4),
        BROAD("1, 2, 4 or " + Underpainting.BROADEST, v -> whole(v, Underpainting.BROADEST) && Integer.bitCount(v.intValue()) == 1);

        private final String expected;
        private final Predicate<BigDecimal> takes;

        Key(String expected, Predicate<BigDecimal> takes) {
            this.expected = expected;
            this.takes = takes;
        }

        private static boolean whole(BigDecimal value, int most) {
            return value.signum() >= 0 && value.scale() <= 0 && value.doubleValue() <= most;
        }

        /** As it is written. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String expected() {
            return expected;
        }

        boolean takes(BigDecimal value) {
            return takes.test(value);
        }
    }

    /** These, but for what was chosen otherwise. */
    StyleOptions with(Map<Key, BigDecimal> chosen) {
        return new StyleOptions(chosen.getOrDefault(Key.ABSTRACTION, BigDecimal.valueOf(abstraction)).intValueExact(), chosen.getOrDefault(Key.ALONG, BigDecimal.valueOf(along)).intValueExact(),
                chosen.getOrDefault(Key.STROKES, BigDecimal.valueOf(strokes)).doubleValue(), chosen.getOrDefault(Key.BROAD, BigDecimal.valueOf(broad)).intValueExact());
    }

    /** In words, each after a comma; nothing where there are none. */
    String describe() {
        return (abstraction == 0 ? "" : ", abstraction " + abstraction) + (along == 0 ? "" : ", strokes along forms for " + along) + (strokes == 1 ? "" : ", strokes " + strokes)
                + (broad == 1 ? "" : ", broad strokes of " + broad);
    }
}
