package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LetteringTest {
    @Test
    void lettersThatHersheyDoesNotHaveAreReplaced() {
        assertEquals("Edtaonisl (ecclesiastique)", Lettering.plain("Edtaonisl (ecclésiastique)"));
        assertEquals("???", Lettering.plain("神奈川"));
    }
}
