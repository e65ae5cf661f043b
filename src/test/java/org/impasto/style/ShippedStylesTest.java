package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ShippedStylesTest {
    @Test
    void everyStyleSaysWhatItIs() throws IOException, NoSuchAlgorithmException {
        List<Style> styles = new Gallery(Path.of("models")).styles();
        assertEquals("starry-night", styles.get(0).name());
        for (Style style : styles) {
            assertFalse(style.painter().isEmpty() || style.year().isEmpty() || style.licence().isEmpty(), style.name());
            assertTrue(style.kind().equals("video"), style.name());
            JsonNode json = ModelNotes.parse(style.path().resolveSibling(style.name() + ".json"));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(style.path()));
            assertEquals(HexFormat.of().formatHex(hash), json.path("sha256").asText(), style.name());
            assertTrue(json.path("carry").isNumber() && json.path("input").path("range").size() == 2, style.name());
            assertTrue(json.path("training").path("steps").asInt() > 0, style.name());
            BufferedImage thumbnail = ImageIO.read(style.path().resolveSibling(style.name() + ".jpg").toFile());
            assertEquals(320, thumbnail.getWidth(), style.name());
            assertEquals(180, thumbnail.getHeight(), style.name());
            assertTrue(Files.readString(Path.of("models/README.md")).contains(style.name()), style.name());
        }
    }
}
