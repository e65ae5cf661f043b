package org.impasto.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.impasto.ImpastoException;
import org.impasto.ImpastoException.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong direction files: one sentence, with the line. */
class DirectionErrorsTest {
    private static final List<String> GALLERY = List.of("starry-night", "wave");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void pictures() throws IOException {
        file = folder.resolve("film.yaml");
        Files.writeString(folder.resolve("a.png"), "x");
        Files.writeString(folder.resolve("m.mp4"), "x");
    }

    private BadInput error(String yaml) throws IOException {
        Files.writeString(file, yaml);
        return assertThrows(BadInput.class, () -> Direction.read(file, GALLERY), yaml);
    }

    /** In the lines of YAML, a bar stands for a new line and an underscore for a space. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "version: 2 ~ 1 ~ version: expected 1, the only version there is, found '2'",
        "defaults: {} ~ 1 ~ version is missing: expected 'version: 1'",
        "- a ~ 1 ~ expected a direction: version, defaults, sections, pin, found a list",
        "version: 1|sectoins: [] ~ 2 ~ the key 'sectoins' is not known here (did you mean 'sections'?)",
        "version: 1|wardrobe: [] ~ 2 ~ the key 'wardrobe' is not known here: expected version, defaults, sections, pin",
        "version: 1|defaults: {}|defaults: {} ~ 3 ~ the key 'defaults' stands twice in one map",
        "version: 1|defaults: 3 ~ 2 ~ defaults: expected keys with values, found '3'",
        "version: 1|sections: {frames: 3} ~ 2 ~ sections: expected a list of sections, found keys with values",
        "version: 1|sections:|__- frames: 3|__- 7 ~ 4 ~ expected a section",
        "version: 1|sections:|__- style: wave ~ 3 ~ a section needs exactly one of frames, shot and shots, found none",
        "version: 1|sections:|__- frames: 1|____shot: 2 ~ 3 ~ found several",
        "version: 1|sections:|__- frames: 9-3 ~ 3 ~ frames: expected a frame or a range of frames such as 120, 120-180 or 120-, first not after last, found '9-3'",
        "version: 1|sections:|__- frames: -3 ~ 3 ~ frames: expected",
        "version: 1|sections:|__- frames: [1, 2] ~ 3 ~ found a list",
        "version: 1|sections:|__- frames: ~ 3 ~ found nothing",
        "version: 1|sections:|__- shot: 2-3 ~ 3 ~ shot: expected the number of a shot, found '2-3'",
        "version: 1|sections:|__- shots: 3-1 ~ 3 ~ shots: expected a shot or a range of shots",
        "version: 1|sections:|__- frames: 3|____styel: wave ~ 4 ~ the key 'styel' is not known here (did you mean 'style'?)",
        "version: 1|sections:|__- frames: 3|____colours: 1 ~ 4 ~ (did you mean 'colors'?)",
        "version: 1|sections:|__- frames: 3|____strength: 1.5 ~ 4 ~ strength: expected a number from 0 to 1, found '1.5'",
        "version: 1|sections:|__- frames: 3|____strength: NaN ~ 4 ~ strength: expected a number from 0 to 1, found 'NaN'",
        "version: 1|sections:|__- frames: 3|____strength: 0x1p-1 ~ 4 ~ strength: expected a number from 0 to 1",
        "version: 1|sections:|__- frames: 3|____strength: ~ 4 ~ strength: expected a number from 0 to 1, found nothing",
        "version: 1|sections:|__- frames: 3|____coherence: full ~ 4 ~ coherence: expected a number from 0 to 1, found 'full'",
        "version: 1|sections:|__- frames: 3|____colors: sauce ~ 4 ~ colors: expected source, style, a number from 0 to 1, found 'sauce' (did you mean 'source'?)",
        "version: 1|sections:|__- frames: 3|____style: stary-night ~ 4 ~ style: there is no style 'stary-night' (did you mean 'starry-night'?)",
        "version: 1|sections:|__- frames: 3|____style: monet ~ 4 ~ style: there is no style 'monet': there are starry-night, wave",
        "version: 1|sections:|__- frames: 3|____style: wave:abstraction=much ~ 4 ~ style: the style wave:abstraction=much: abstraction should be a whole number of pixels from 0 to 64 but is 'much'",
        "version: 1|sections:|__- frames: 3|____style: nets/a.onnx ~ 4 ~ style: there is no file",
        "version: 1|sections:|__- frames: 3|____style: [wave] ~ 4 ~ style: expected a style: a name of the gallery or the path of an ONNX file, found a list",
        "version: 1|sections:|__- frames: 3-9|____strength: {from: 1} ~ 4 ~ strength: a transition needs from and to",
        "version: 1|sections:|__- frames: 3-9|____strength: {from: 1, to: 0, eas: smooth} ~ 4 ~ (did you mean 'ease'?)",
        "version: 1|sections:|__- frames: 3-9|____strength:|______from: 1|______to: 0|______ease: smoth ~ 7 ~ ease: expected linear or smooth, found 'smoth' (did you mean 'smooth'?)",
        "version: 1|sections:|__- frames: 3-|____strength: {from: 1, to: 0} ~ 4 ~ a transition needs the frames of its beginning and its end, such as frames: 120-180, or one shot, but stands in frames: 3-",
        "version: 1|sections:|__- frames: 3|____strength: {from: 1, to: 0} ~ 4 ~ but stands in frames: 3",
        "version: 1|sections:|__- shots: 2-4|____style: {from: wave, to: starry-night} ~ 4 ~ but stands in shots: 2-4",
        "version: 1|defaults:|__colors: {from: 1, to: 0} ~ 3 ~ but stands in the defaults",
        "version: 1|defaults:|__matte: none.mp4 ~ 3 ~ matte: there is no file",
        "version: 1|defaults:|__matte: m/%05d.png ~ 3 ~ matte: there is no picture of the name",
        "version: 1|defaults:|__matte: {else: wave} ~ 3 ~ matte: file is missing",
        "version: 1|defaults:|__matte:|____file: m.mp4|____invert: yes ~ 5 ~ invert: expected false or true, found 'yes'",
        "version: 1|defaults:|__matte:|____file: m.mp4|____else: waves ~ 5 ~ else: there is no style 'waves' (did you mean 'wave'?)",
        "version: 1|pin: a.png ~ 2 ~ pin: expected numbers of frames with pictures, found 'a.png'",
        "version: 1|pin:|__first: a.png ~ 3 ~ pin: expected the number of a frame, found 'first'",
        "version: 1|pin:|__13: b.png ~ 3 ~ pin 13: there is no picture",
        "version: 1|pin:|__13: {both: true} ~ 3 ~ pin 13: picture is missing",
        "version: 1|pin:|__13: a.png|__13: a.png ~ 4 ~ the key '13' stands twice in one map",
        "version: 1|pin:|__13: a.png|__013: a.png ~ 4 ~ pin: frame 13 is pinned twice",
        "version: 1|pin:|__? [1]|__: a.png ~ 3 ~ pin: expected a word as key, found a list or a map",
        "version: 1|defaults:|__style: !!java.io.File [wave] ~ 3 ~ style: expected a style",
        "version: 1|defaults:|__style: !secret wave ~ 3 ~ the tag !secret is not known",
        "version: 1|defaults:|__<<: {style: wave} ~ 3 ~ the key '<<' is not known here",
        "version: 1|defaults:|__style: *night ~ 3 ~ this is not YAML",
        "version: 1|defaults:|___style: wave|__strength: 1 ~ 4 ~ this is not YAML",
        "version: 1|defaults:|__style: 'wave ~ 3 ~ this is not YAML",
        "version: 1|---|version: 1 ~ 2 ~ this is not YAML",
        "version: 1|defaults:|__matte: \"a\\0b\" ~ 3 ~ matte: expected a matte",
    })
    void oneSentenceWithTheLine(String yaml, int line, String expected) throws IOException {
        BadInput e = error(yaml.replace('|', '\n').replace("_", " "));
        assertTrue(e.getMessage().startsWith(file + ":" + line + ": "), e.getMessage());
        assertTrue(e.getMessage().contains(expected == null ? "" : expected), e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertEquals(3, e.exitCode());
    }

    @Test
    void filesThatAreNoDirection() throws IOException {
        assertTrue(error("").getMessage().endsWith("film.yaml is empty, expected a direction that begins with 'version: 1'"));
        assertTrue(error("# nothing\n\n").getMessage().contains("is empty"));
        assertTrue(error(" ".repeat(2 << 20)).getMessage().contains("bytes, expected a text of at most 1048576"));
        assertTrue(error("version: 1\n\u0001").getMessage().contains("the character U+0001, which is not allowed"));
        assertTrue(error("[".repeat(5000) + "]".repeat(5000)).getMessage().contains(":1: expected at most 20 lists and maps"));
        assertTrue(error("version: 1\nsections: &a [*a]\n").getMessage().contains(":2: "));
        Files.write(file, new byte[] {'v', (byte) 0xff, (byte) 0xfe});
        assertTrue(assertThrows(BadInput.class, () -> Direction.read(file, GALLERY)).getMessage().endsWith("is not a text in UTF-8"));
        assertTrue(assertThrows(BadInput.class, () -> Direction.read(folder, GALLERY)).getMessage().startsWith("there is no direction file"));
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        Files.writeString(file, "\ufeffversion: 1\r\ndefaults:\r\n  strength: .5\r\n");
        assertEquals(0.5, Direction.read(file, GALLERY).at(0, 0, 0, 0).strength());
    }

    /** Thousands of damaged directions: read, or refused with one sentence, never anything else. */
    @Test
    void nothingButSentencesComesOutOfDamagedFiles() throws IOException {
        String whole = """
                version: 1
                defaults: &d
                  style: starry-night
                  strength: 0.5
                  matte: {file: m.mp4, else: wave, invert: true}
                sections:
                  - frames: 0-119
                    colors: {from: source, to: 0.25, ease: smooth}
                  - shot: 3
                    style: {from: starry-night, to: wave}
                  - frames: "120-"
                    matte: none
                pin:
                  130: a.png
                  160: {picture: a.png, both: true}
                """;
        String[] tokens = {":", "- ", "{", "}", "[", "]", "\"", "'", "&a ", "*a", "!", "!!int ", "|", ">", "%", "@", "\t", "\n", "\n  ",
            "---\n", "...\n", "? ", "<<: ", "~", "null", "1e999", "-0", "99999999999999999999", "\u0000", "\ud800", "\ufeff", "é", "#", ",",
            "0-", "%d", "none", ".onnx", "/", "\\", "\\0", "frames: ", "style: "};
        long seed = 20261124;
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder(whole);
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, tokens[random.nextInt(tokens.length)]);
                    case 1 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(12)));
                    case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(96)));
                    default -> text.insert(at, text.substring(Math.max(0, at - random.nextInt(30)), at));
                }
            }
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
            try {
                Direction.read(file, GALLERY).at(5, 3, 0, 119);
            } catch (ImpastoException e) {
                refused++;
                assertEquals(1, e.getMessage().lines().count(), "seed " + seed + ", text " + i + ": " + e.getMessage());
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ", text " + i + ":\n" + text, e);
            }
        }
        assertTrue(refused > 1000, "refused " + refused);
    }
}
