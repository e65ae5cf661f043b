package org.impasto.image;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Shares the rows of a picture out to threads. Work that is done this way must compute each row from its arguments alone,
 * so that the bits of the result do not depend on how many threads there are.
 */
public final class Rows implements AutoCloseable {
    /** Work on the rows {@code from} (included) to {@code to} (not included). */
    @FunctionalInterface
    public interface Band {
        void run(int from, int to);
    }

    /** Does everything on the calling thread. */
    public static final Rows SERIAL = new Rows(1);

    private static final int LEAST_ROWS = 16;

    private final int threads;
    private final ExecutorService helpers;

    public Rows(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least 1 thread is needed, not " + threads);
        }
        this.threads = threads;
        this.helpers = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, task -> {
            Thread thread = new Thread(task, "rows");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs the work on all rows and returns when it is done. May be called from several threads, but not from a band. */
    public void each(int height, Band band) {
        int bands = Math.min(threads, height / LEAST_ROWS);
        if (bands <= 1) {
            band.run(0, height);
            return;
        }
        List<Callable<Void>> rest = new ArrayList<>();
        for (int i = 1; i < bands; i++) {
            int from = (int) ((long) height * i / bands);
            int to = (int) ((long) height * (i + 1) / bands);
            rest.add(() -> {
                band.run(from, to);
                return null;
            });
        }
        List<Future<Void>> running = rest.stream().map(helpers::submit).toList();
        band.run(0, height / bands);
        await(running);
    }

    private static void await(List<Future<Void>> running) {
        for (Future<Void> f : running) {
            try {
                f.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while working on a picture", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdownNow();
        }
    }
}
