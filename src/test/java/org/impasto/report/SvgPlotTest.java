package org.impasto.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SvgPlotTest {
    private static final double NONE = Double.NaN;

    @Test
    void aValueStandsInTheMiddleOfItsFrame() {
        assertEquals("M125.0 160.0L375.0 80.0L625.0 0.0L875.0 0.0", SvgPlot.path(new double[] {0, 1, 2, 3}, 2), "what is beyond the top stays at it");
    }

    @Test
    void aCurveIsBrokenWhereThereIsNothing() {
        assertEquals("M125.0 80.0h2M625.0 80.0L875.0 80.0", SvgPlot.path(new double[] {1, NONE, 1, 1}, 2));
        assertEquals("", SvgPlot.path(new double[] {NONE, NONE}, 2));
    }

    @Test
    void theTopIsARoundNumberAboveAll() {
        assertEquals(0.15, top(0.0121, 0.11), 1e-12);
        assertEquals(1, top(1), 1e-12);
        assertEquals(1.5, top(1.01), 1e-12);
        assertEquals(1, top(NONE), 1e-12);
        assertEquals(1, top(0), 1e-12);
    }

    private static double top(double... values) {
        return SvgPlot.top(List.of(new SvgPlot.Series("coherent", values)));
    }

    @Test
    void cutsAreMarkedAndTheLabelIsEscaped() {
        String svg = SvgPlot.of("a < b", List.of(new SvgPlot.Series("coherent", new double[] {1, 1, 1, 1})), List.of(2), 2);
        assertTrue(svg.contains("<path class=\"cut\" d=\"M625.0 0 V160\"/>"), svg);
        assertTrue(svg.contains("aria-label=\"a &lt; b\""), svg);
    }
}
