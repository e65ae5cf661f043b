package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.impasto.ImpastoException;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in the middle of a run ends the process; it does not crash it. */
@DisabledOnOs(OS.WINDOWS)
class ShutdownTest {
    private static final int ROUNDS = 10;
    private static final int SIGTERM_EXIT = 143;
    private static final int WAITS = 300;

    @TempDir
    Path folder;

    @Test
    void sigtermDuringARunIsNoCrash() throws Exception {
        Path model = TinyNetworks.realSized(true, 32).write(folder.resolve("net.onnx"));
        for (int round = 0; round < ROUNDS; round++) {
            Path log = folder.resolve("log-" + round);
            Process child = new ProcessBuilder(java(), "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                    "-XX:-CreateCoredumpOnCrash", "-cp", System.getProperty("java.class.path"), Painter.class.getName(),
                    model.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            try {
                awaitPainting(child, log);
                Thread.sleep(37L * round);
                child.destroy();
                if (!ends(child)) {
                    fail("hangs: " + stacks(child, log));
                }
                assertEquals(SIGTERM_EXIT, child.exitValue(), Files.readString(log));
            } finally {
                child.destroyForcibly();
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(f -> f.getFileName().toString().startsWith("hs_err")));
        }
    }

    /**
     * Many short waits, not one of 30 s: on a virtual machine that is halted for minutes the clock jumps, and a long wait is over before
     * the child has had any time. Seen: a child 150 s old at its end, its handler of SIGTERM 0.05 s.
     */
    private static boolean ends(Process child) throws InterruptedException {
        for (int i = 0; i < WAITS; i++) {
            if (child.waitFor(100, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** What the child has printed, its threads' stacks at the end. */
    private static String stacks(Process child, Path log) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", String.valueOf(child.pid())).start().waitFor();
        Thread.sleep(2000);
        return Files.readString(log);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void awaitPainting(Process child, Path log) throws IOException, InterruptedException {
        while (!Files.readString(log).contains("painting")) {
            assertTrue(child.isAlive(), Files.readString(log));
            Thread.sleep(10);
        }
    }

    /**
     * Paints and loads without end in two threads. Its own shutdown hook takes half a second, as one that closes an
     * encoder does: meanwhile ONNX Runtime's hook has long run.
     */
    static final class Painter {
        public static void main(String[] args) {
            Path model = Path.of(args[0]);
            Stylizer s = Stylizers.load(model, Models.CPU, 2, m -> { });
            Runtime.getRuntime().addShutdownHook(new Thread(() -> LockSupport.parkNanos(500_000_000L)));
            Thread second = new Thread(() -> load(model));
            second.setDaemon(true);
            second.start();
            System.out.println("painting");
            paint(s);
        }

        private static void load(Path model) {
            try {
                while (true) {
                    Stylizers.load(model, Models.CPU, 1, m -> { }).close();
                }
            } catch (ImpastoException.Cancelled e) {
                System.out.println(e.getMessage());
            }
        }

        private static void paint(Stylizer s) {
            List<org.impasto.image.Image> frames = List.of(Models.picture(400, 300, 1), Models.picture(300, 400, 1));
            try {
                for (int i = 0;; i++) {
                    s.stylize(frames.get(i % 2), Optional.empty(), 0);
                }
            } catch (ImpastoException.Cancelled e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
