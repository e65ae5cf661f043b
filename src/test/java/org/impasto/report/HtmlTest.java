package org.impasto.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void whatHtmlWouldReadIsEscaped() {
        assertEquals("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;", Html.escape("\"><script>alert('1')</script>&"));
        assertEquals("ä – 漢 \ufffd", Html.escape("ä – 漢 \u0000"));
    }

    @Test
    void nothingEndsAnAttributeOrATag() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            String safe = Html.escape(random.ints(40, 0, 128).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
            assertFalse(safe.matches("(?s).*[<>\"'].*"), safe);
        }
    }

    @Test
    void noTagIsLeftInAScript() {
        assertEquals("{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\"}", Html.inScript("{\"a\":\"</script><!--&\u2028\"}"));
    }

    @Test
    void numbersHaveThreeDigits() {
        assertEquals("0.00123", Html.number(0.001234));
        assertEquals("1.23", Html.number(1.2345));
        assertEquals("123", Html.number(123.4));
        assertEquals("12345", Html.number(12345));
        assertEquals("1.23e-05", Html.number(0.0000123));
        assertEquals("0", Html.number(0));
        assertEquals("–", Html.number(Double.NaN));
        assertEquals("1:05.25", Html.clock(65.25));
        assertEquals("29\u00a0%", Html.percent(0.289));
        assertEquals("0.002", Html.round(0.002));
        assertEquals("20", Html.round(20));
        assertEquals("2e-05", Html.round(0.00002).replace(".00", ""));
    }
}
