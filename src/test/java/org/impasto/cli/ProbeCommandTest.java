package org.impasto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.impasto.direction.Direction;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code impasto probe} on the clip with cuts. */
class ProbeCommandTest {
    private static final Path CUTS = Path.of("test-clips", "cuts.mp4");

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int probe(String... options) {
        String[] args = new String[options.length + 3];
        System.arraycopy(new String[] {"probe", "-i", CUTS.toString()}, 0, args, 0, 3);
        System.arraycopy(options, 0, args, 3, options.length);
        return new App(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8)).run(args);
    }

    @Test
    void shotsAreNumberedAsDirectionsCountThem() {
        assertEquals(0, probe(), err.toString());
        List<String> shots = out.toString().lines().filter(l -> l.startsWith("shot")).toList();
        assertTrue(shots.size() > 1, out.toString());
        assertTrue(shots.get(0).matches("shot 0     frames 0-\\d+, from 0\\.000 s"), shots.get(0));
        assertTrue(shots.get(1).matches("shot 1     frames \\d+-\\d+, from .*"), shots.get(1));
    }

    @Test
    void theFirstDirectionDecidesNothingAndFitsTheClip() throws IOException {
        Path file = folder.resolve("film.yaml");
        assertEquals(0, probe("--direction", file.toString()), err.toString());
        Direction direction = Direction.read(file);
        ClipInfo clip = Clips.probe(CUTS);
        direction.check(clip, clip.video().frames(), List.of(0L));
        assertEquals(Direction.NONE.at(0, 0, 0, 9), direction.at(0, 0, 0, 9));
        String text = Files.readString(file);
        assertEquals(out.toString().lines().filter(l -> l.startsWith("shot")).count(),
                text.lines().filter(l -> l.startsWith("  - frames: ")).count());
        assertTrue(text.contains("# Shot 0: 0.000 s to "), text);

        Path edited = Files.writeString(folder.resolve("edited.yaml"), text.replaceAll("(?m)^(    )# ", "$1"));
        assertEquals(0, Direction.read(edited).at(0, 0, 0, 9).strength(), "what is commented out is right too");
    }

    @Test
    void anExistingDirectionIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("film.yaml"), "mine");
        assertEquals(5, probe("--direction", file.toString()));
        assertEquals("impasto: --direction: " + file + " exists already: give -y to replace it", err.toString().strip());
        assertEquals("mine", Files.readString(file));
        assertEquals(0, probe("--direction", file.toString(), "-y"));
        assertFalse(Files.readString(file).equals("mine"));
        assertEquals(5, probe("--direction", folder.resolve("no/film.yaml").toString()));
        assertEquals(2, probe("--direction", CUTS.toString(), "-y"));
    }
}
