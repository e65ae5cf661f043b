package org.impasto.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.impasto.render.Cancellation;

/**
 * Ends a render cleanly on Ctrl-C and SIGTERM: asks it to stop, waits until it has closed its files and its network, then
 * ends the process with 130. A second signal is the system's: the JVM is in its shutdown already and ends at once.
 *
 * <p>The hook halts the JVM itself. Otherwise the other shutdown hooks would decide the exit code, and ONNX Runtime's would free
 * its environment while a network may still be running in it, which crashes.
 */
final class Interrupts implements AutoCloseable {
    static final int EXIT = 130;
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch unwound = new CountDownLatch(1);
    private final Thread hook;

    private Interrupts(Cancellation cancellation) {
        hook = new Thread(() -> {
            cancellation.request();
            try {
                if (!unwound.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("impasto: stopped without waiting any longer; an unfinished .part file may be left");
                }
            } catch (InterruptedException e) {
                // Then at once.
            }
            // The command itself says that it was stopped; give its sentence the moment that it takes.
            pause();
            Runtime.getRuntime().halt(EXIT);
        }, "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            // Then at once.
        }
    }

    static Interrupts cancel(Cancellation cancellation) {
        return new Interrupts(cancellation);
    }

    @Override
    public void close() {
        unwound.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook runs, and ends the process.
        }
    }
}
