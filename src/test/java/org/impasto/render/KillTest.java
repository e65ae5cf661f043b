package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.impasto.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A render whose process is killed at any moment goes on to the same file. {@code -Dimpasto.kills=50} tries more moments. */
class KillTest {
    private static final int KILLS = Integer.getInteger("impasto.kills", 3);
    // From the start of the process to a little after a whole render on two busy cores.
    private static final int LATEST_MILLIS = 6000;

    @TempDir
    Path folder;

    @Test
    void killedAtAnyMomentItGoesOnToTheSameFile() throws Exception {
        StoredClip c = new StoredClip(folder);
        c.render(c.request("whole.mp4", StoredClip.H264, 1, FrameRange.ALL, 1));
        String whole = Digests.sha256(folder.resolve("whole.mp4"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            String out = "killed" + i + ".mp4";
            int millis = random.nextInt(LATEST_MILLIS);
            String what = "seed " + seed + ", killed after " + millis + " ms";
            Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp",
                    System.getProperty("java.class.path"), Child.class.getName(), folder.toString(), out).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile()).start();
            child.waitFor(millis, TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            String said = Files.readString(folder.resolve("said.txt"));
            boolean done = said.lines().anyMatch("done"::equals);
            assertTrue(done || !said.contains("Exception"), what + ": " + said);
            assertTrue(!done || Files.exists(folder.resolve(out)), what);
            if (Files.exists(folder.resolve(out))) {
                assertEquals(whole, Digests.sha256(folder.resolve(out)), what + ": what is at the output path is complete");
            }
            RenderReport report = c.render(c.request(out, StoredClip.H264, 1, FrameRange.ALL, 1));
            assertEquals(whole, Digests.sha256(folder.resolve(out)), what);
            assertFalse(done && report.keptFrames() < StoredClip.FRAMES, what);
            try (var files = Files.list(folder)) {
                assertTrue(files.noneMatch(f -> f.toString().endsWith(".part")), what);
            }
            StoredClip.delete(c.store(out));
            Files.delete(folder.resolve(out));
        }
    }

    /** As a process leaves it that is killed while it tries whether the output can be written. */
    @Test
    void whatAKilledRehearsalLeftIsCleared() throws Exception {
        StoredClip c = new StoredClip(folder);
        Path left = Files.writeString(folder.resolve(".out.mp4.rehearsal.part"), "left");
        c.render(c.request("out.mp4", StoredClip.H264, 1, FrameRange.ALL, 1));
        assertFalse(Files.exists(left));
    }

    /** Renders as {@link StoredClip} does, and says so when it is done. */
    static final class Child {
        public static void main(String[] args) {
            StoredClip c = StoredClip.existing(Path.of(args[0]));
            c.render(c.request(args[1], StoredClip.H264, 1, FrameRange.ALL, 1));
            System.out.println("done");
            System.exit(0);
        }
    }
}
