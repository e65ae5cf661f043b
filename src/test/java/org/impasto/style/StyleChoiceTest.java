package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.impasto.ImpastoException.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StyleChoiceTest {
    @ParameterizedTest
    @CsvSource({"starry-night, starry-night, -1", "starry-night:abstraction=4, starry-night, 4", "nets/a:b.onnx:abstraction=0, nets/a:b.onnx, 0", "C:\\nets\\a.onnx, C:\\nets\\a.onnx, -1",
        "C:\\a.onnx:abstraction=64, C:\\a.onnx, 64"})
    void aStyleMayCarryItsAbstraction(String text, String style, int abstraction) {
        StyleChoice choice = StyleChoice.parse(text);
        assertEquals(style, choice.style());
        assertEquals(abstraction < 0 ? OptionalInt.empty() : OptionalInt.of(abstraction), choice.abstraction());
        assertEquals(text, choice.toString());
        assertEquals(abstraction < 0 ? "b" : "b:abstraction=" + abstraction, choice.of("b").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65", "2.5", "much", "99999999999", "0x2"})
    void whatIsNoNumberOfPixelsIsSaid(String value) {
        Usage e = assertThrows(Usage.class, () -> StyleChoice.parse("wave:abstraction=" + value));
        assertTrue(e.getMessage().endsWith("a whole number of pixels from 0 to 64 but is '" + value + "'"), e.getMessage());
    }

    @Test
    void anotherKeyIsSaid() {
        Usage e = assertThrows(Usage.class, () -> StyleChoice.parse("wave:abstracton=2"));
        assertTrue(e.getMessage().contains("only :abstraction=N may stand behind a style, but there is 'abstracton'"), e.getMessage());
        assertEquals("a:b=1/net.onnx", StyleChoice.parse("a:b=1/net.onnx").style());
    }

    @Test
    void whatIsLeftOfItIsNotEmpty() {
        assertEquals(":abstraction=3", StyleChoice.parse(":abstraction=3").style());
    }
}
