package org.impasto.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a direction says of frames. */
class DirectionTest {
    private static final List<String> GALLERY = List.of("starry-night", "wave");

    @TempDir
    private Path folder;

    private Direction read(String yaml) throws IOException {
        return Direction.read(Files.writeString(folder.resolve("film.yaml"), yaml), GALLERY);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static StyleShare share(String style, double share) {
        return new StyleShare(Optional.of(style), share);
    }

    @Test
    void whatIsNotDecidedIsTheRendersOwn() throws IOException {
        FrameDirection plain = new FrameDirection(List.of(new StyleShare(Optional.empty(), 1)), 1, 1, 0, Optional.empty());
        assertEquals(plain, Direction.NONE.at(7, 0, 0, 20));
        assertEquals(plain, read("version: 1\n").at(7, 0, 0, 20));
        assertEquals(plain, read("version: 1\ndefaults:\nsections:\npin:\n").at(7, 0, 0, 20));
        assertEquals(plain, read("version: 1\nsections:\n  - frames: 0-9\n").at(7, 0, 0, 20));
    }

    @Test
    void aLaterSectionOverridesTheKeysThatItSets() throws IOException {
        Direction d = read("""
                version: 1
                defaults:
                  style: Starry-Night
                  strength: 0.5
                  colors: source
                sections:
                  - frames: 10-20
                    style: wave
                    coherence: 0.25
                  - shots: 1-
                    strength: 1
                  - frames: 20
                    colors: style
                """);
        assertEquals(new FrameDirection(List.of(share("starry-night", 1)), 0.5, 1, 1, Optional.empty()), d.at(9, 0, 0, 14));
        assertEquals(new FrameDirection(List.of(share("wave", 1)), 0.5, 0.25, 1, Optional.empty()), d.at(10, 0, 0, 14));
        assertEquals(new FrameDirection(List.of(share("wave", 1)), 1, 0.25, 0, Optional.empty()), d.at(20, 1, 15, 30));
        assertEquals(new FrameDirection(List.of(share("starry-night", 1)), 1, 1, 1, Optional.empty()), d.at(21, 1, 15, 30));
        assertEquals(Set.of("starry-night", "wave"), d.styles());
    }

    @Test
    void coherenceThatIsNotDecidedIsTheRenders() throws IOException {
        Direction d = read("version: 1\nsections:\n  - frames: 5\n    coherence: 0.75\n").withCoherence(0.5);
        assertEquals(0.5, d.at(4, 0, 0, 9).coherence());
        assertEquals(0.75, d.at(5, 0, 0, 9).coherence());
    }

    @Test
    void transitionsBeginAndEndExactly() throws IOException {
        Direction d = read("""
                version: 1
                sections:
                  - frames: 100-104
                    strength: {from: 0.2, to: 0.9}
                    colors: {from: source, to: 0.1, ease: smooth}
                  - shot: 2
                    coherence: {from: 0, to: 1, ease: Linear}
                """);
        assertEquals(0.2, d.at(100, 0, 0, 200).strength());
        assertEquals(0.2 + 0.7 * 0.25, d.at(101, 0, 0, 200).strength(), 1e-15);
        assertEquals(0.9, d.at(104, 0, 0, 200).strength());
        assertEquals(1, d.at(105, 0, 0, 200).strength());
        assertEquals(1, d.at(100, 0, 0, 200).colors());
        assertEquals(1 - 0.9 * (3 * 0.0625 - 2 * 0.015625), d.at(101, 0, 0, 200).colors(), 1e-15);
        assertEquals(0.55, d.at(102, 0, 0, 200).colors(), 1e-15);
        assertEquals(0.1, d.at(104, 0, 0, 200).colors());
        assertEquals(0, d.at(50, 2, 50, 60).coherence());
        assertEquals(0.3, d.at(53, 2, 50, 60).coherence(), 1e-15);
        assertEquals(1, d.at(60, 2, 50, 60).coherence());
        assertEquals(1, d.at(50, 2, 50, 50).coherence(), "a shot of one frame is where the transition leads");
    }

    @Test
    void aCrossfadeHasTwoStylesOnlyInBetween() throws IOException {
        Direction d = read("version: 1\nsections:\n  - {frames: 0-4, style: {from: starry-night, to: wave, ease: smooth}}\n");
        assertEquals(List.of(share("starry-night", 1)), d.at(0, 0, 0, 9).styles());
        assertEquals(List.of(share("starry-night", 1 - 0.15625), share("wave", 0.15625)), d.at(1, 0, 0, 9).styles());
        assertEquals(List.of(share("starry-night", 0.5), share("wave", 0.5)), d.at(2, 0, 0, 9).styles());
        assertEquals(List.of(share("wave", 1)), d.at(4, 0, 0, 9).styles());
        for (long t = 0; t < 5; t++) {
            assertEquals(1, d.at(t, 0, 0, 9).styles().stream().mapToDouble(StyleShare::share).sum());
        }
    }

    @Test
    void aStyleMayHaveAnotherAbstraction() throws IOException {
        file("net.onnx", "x");
        Direction d = read("""
                version: 1
                sections:
                  - frames: 10-20
                    style: {from: starry-night, to: 'Wave:abstraction=6'}
                  - frames: 30
                    style: net.onnx:abstraction=4
                """);
        assertEquals(List.of(share("wave:abstraction=6", 1)), d.at(20, 0, 0, 40).styles());
        assertEquals(List.of(share(folder.resolve("net.onnx") + ":abstraction=4", 1)), d.at(30, 0, 0, 40).styles());
    }

    @Test
    void mattesAndTheirOtherStyle() throws IOException {
        Path clip = file("matte.mp4", "x");
        Path model = file("my style.onnx", "x");
        file("m-00017.png", "x");
        Direction d = read("""
                version: 1
                defaults:
                  matte: matte.mp4
                sections:
                  - frames: 10-19
                    matte: {file: m-%05d.png, else: my style.onnx, invert: true}
                  - frames: 15-
                    matte: none
                """);
        assertEquals(Optional.of(new MatteUse(clip, MatteUse.Kind.CLIP, Optional.empty(), false)), d.at(0, 0, 0, 30).matte());
        MatteUse use = d.at(10, 0, 0, 30).matte().orElseThrow();
        assertEquals(new MatteUse(folder.resolve("m-%05d.png"), MatteUse.Kind.SEQUENCE, Optional.of(model.toString()), true), use);
        assertEquals(folder.resolve("m-00017.png"), use.fileOf(17));
        assertEquals(folder.resolve("m-1234567.png"), use.fileOf(1234567));
        assertEquals(List.of(Optional.empty(), Optional.of(model.toString())), d.at(10, 0, 0, 30).painted());
        assertTrue(d.at(15, 0, 0, 30).matte().isEmpty());
        assertTrue(d.styles().contains(model.toString()));
    }

    @Test
    void pinsAreSortedByFrame() throws IOException {
        Path a = file("a.png", "x");
        Path b = file("b.png", "x");
        Direction d = read("version: 1\npin:\n  160: {picture: b.png, both: true}\n  130: a.png\n");
        assertEquals(List.of(new Pin(130, a, false), new Pin(160, b, true)), List.copyOf(d.pins().values()));
        assertEquals(List.of(130L, 160L), List.copyOf(d.pins().keySet()));
    }

    @Test
    void theExampleOfTheDocumentationIsRight() throws IOException {
        String page = Files.readString(Path.of("docs", "direction.md"));
        int begin = page.indexOf("```yaml") + 7;
        Files.createDirectories(folder.resolve("nets"));
        Files.createDirectories(folder.resolve("mattes"));
        for (String name : List.of("nets/dusk.onnx", "mattes/00449.png", "retouched-130.png", "retouched-160.png")) {
            file(name, "x");
        }
        Direction d = read(page.substring(begin, page.indexOf("```", begin)));
        assertEquals(0, d.at(0, 0, 0, 99).strength());
        assertEquals(2, d.at(424, 5, 400, 500).styles().size());
        assertEquals(List.of(Optional.of(folder.resolve("nets/dusk.onnx").toString()), Optional.of("starry-night")), d.at(449, 5, 400, 500).painted());
        assertEquals(Set.of(130L, 160L), d.pins().keySet());
    }

    @Test
    void theIdentityChangesWithWhatDecidesTheFrame() throws IOException {
        file("m.mp4", "one");
        file("n1.png", "1");
        file("n2.png", "2");
        String yaml = "version: 1\ndefaults: {style: wave, strength: %s, coherence: %s, matte: %s}\n";
        Direction d = read(yaml.formatted("0.5", "1", "m.mp4"));
        String before = identity(d, 1);
        assertEquals(before, identity(read(yaml.formatted("0.50", "1.0", "{file: ./m.mp4, invert: false}")), 1));
        assertNotEquals(before, identity(read(yaml.formatted("0.25", "1", "m.mp4")), 1));
        assertNotEquals(before, identity(read(yaml.formatted("0.5", "0.9", "m.mp4")), 1));
        assertNotEquals(before, identity(read(yaml.formatted("0.5", "1", "{file: m.mp4, invert: true}")), 1));
        assertNotEquals(before, identity(read(yaml.formatted("0.5", "1", "{file: m.mp4, else: starry-night}")), 1));
        file("m.mp4", "two");
        assertEquals(before, identity(d, 1), "a file is hashed once");
        assertNotEquals(before, identity(read(yaml.formatted("0.5", "1", "m.mp4")), 1));

        Direction numbered = read(yaml.formatted("0.5", "1", "n%d.png"));
        assertNotEquals(identity(numbered, 1), identity(numbered, 2));
        file("n2.png", "3");
        Direction edited = read(yaml.formatted("0.5", "1", "n%d.png"));
        assertEquals(identity(numbered, 1), identity(edited, 1), "one picture of a sequence touches one frame");
        assertNotEquals(identity(numbered, 2), identity(edited, 2));
    }

    @Test
    void whatIsPaintedDoesNotDependOnHowItIsShown() throws IOException {
        Direction one = read("version: 1\ndefaults: {style: wave, strength: 0.5, colors: source}\n");
        Direction two = read("version: 1\ndefaults: {style: wave}\n");
        assertEquals(one.paintIdentity(one.at(0, 0, 0, 0), s -> s.orElse("")), two.paintIdentity(two.at(0, 0, 0, 0), s -> s.orElse("")));
        assertNotEquals(one.paintIdentity(one.at(0, 0, 0, 0), s -> s.orElse("")),
                two.paintIdentity(two.withCoherence(0.5).at(0, 0, 0, 0), s -> s.orElse("")));
        assertFalse(identity(one, 0).equals(identity(two, 0)));
        assertSame(one.pins(), one.pins());
    }

    private static String identity(Direction d, long frame) {
        return d.identity(frame, d.at(frame, 0, 0, 9), s -> s.orElse("the render's"));
    }
}
