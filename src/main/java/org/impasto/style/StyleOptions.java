package org.impasto.style;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * How a style paints, besides what its network does.
 *
 * @param abstraction how much of a frame's detail is left out before the network paints it, pixels ({@link Abstraction}); 0 for nothing
 * @param along over how many pixels strokes are drawn out along the forms of the scene ({@link Strokes}); 0 where they lie as the network learned
 * @param strokes how strong the noise is that strokes grow out of, 1 for what the network was trained with
 */
public record StyleOptions(int abstraction, int along, double strokes) {
    static final StyleOptions NONE = new StyleOptions(0, 0, 1);

    /** One of them, with the values that it may have: in the JSON beside a model, and behind a style's name. */
    public enum Key {
        ABSTRACTION("a whole number of pixels", Abstraction.MOST),
        ALONG("a whole number of pixels", Strokes.LONGEST),
        /** With more of it a scene is noise. */
        STROKES("a number", 4);

        private final String kind;
        private final int most;

        Key(String kind, int most) {
            this.kind = kind;
            this.most = most;
        }

        /** As it is written. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String expected() {
            return kind + " from 0 to " + most;
        }

        boolean takes(BigDecimal value) {
            return value.signum() >= 0 && value.doubleValue() <= most && (this == STROKES || value.scale() <= 0);
        }
    }

    /** These, but for what was chosen otherwise. */
    StyleOptions with(Map<Key, BigDecimal> chosen) {
        return new StyleOptions(chosen.getOrDefault(Key.ABSTRACTION, BigDecimal.valueOf(abstraction)).intValueExact(), chosen.getOrDefault(Key.ALONG, BigDecimal.valueOf(along)).intValueExact(),
                chosen.getOrDefault(Key.STROKES, BigDecimal.valueOf(strokes)).doubleValue());
    }

    /** In words, each after a comma; nothing where there are none. */
    String describe() {
        return (abstraction == 0 ? "" : ", abstraction " + abstraction) + (along == 0 ? "" : ", strokes along forms for " + along) + (strokes == 1 ? "" : ", strokes " + strokes);
    }
}
