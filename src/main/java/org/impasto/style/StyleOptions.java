package org.impasto.style;

import java.math.BigDecimal;

/**
 * How a style paints, besides what its network does.
 *
 * @param abstraction how much of a frame's detail is left out before the network paints it, pixels ({@link Abstraction}); 0 for nothing
 * @param strokes how strong the noise is that strokes grow out of, 1 for what the network was trained with
 */
public record StyleOptions(int abstraction, double strokes) {
    static final StyleOptions NONE = new StyleOptions(0, 1);
    /** The strongest strokes: with more of it a scene is noise. */
    static final int MOST_STROKES = 4;

    /** These, but for what was chosen otherwise. */
    StyleOptions with(StyleChoice choice) {
        BigDecimal a = choice.options().get(StyleChoice.ABSTRACTION);
        BigDecimal s = choice.options().get(StyleChoice.STROKES);
        return new StyleOptions(a == null ? abstraction : a.intValueExact(), s == null ? strokes : s.doubleValue());
    }

    /** In words, each after a comma; nothing where there are none. */
    String describe() {
        return (abstraction == 0 ? "" : ", abstraction " + abstraction) + (strokes == 1 ? "" : ", strokes " + strokes);
    }
}
