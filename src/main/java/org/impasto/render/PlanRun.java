package org.impasto.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.impasto.ImpastoException;

/** Renders a plan on this machine: so many shots at once as there are jobs, each with a painter of its own. */
final class PlanRun implements ShotScheduler {
    private final int jobs;
    private final Function<Cancellation, SegmentPainter> painter;
    private final BiFunction<List<Segment>, SegmentPainter, ShotRun> shots;
    private final Cancellation cancellation;

    /** @param jobs shots at once, at least 1 */
    PlanRun(int jobs, Function<Cancellation, SegmentPainter> painter, BiFunction<List<Segment>, SegmentPainter, ShotRun> shots,
            Cancellation cancellation) {
        this.jobs = jobs;
        this.painter = painter;
        this.shots = shots;
        this.cancellation = cancellation;
    }

    @Override
    public void run(List<List<Segment>> plan) {
        int most = Math.min(jobs, plan.size());
        BlockingQueue<SegmentPainter> idle = new ArrayBlockingQueue<>(most);
        Cancellation failed = new Cancellation();
        List<SegmentPainter> all = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "shot");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int i = 0; i < most; i++) {
                all.add(painter.apply(cancellation.or(failed)));
                idle.add(all.get(i));
            }
            List<Future<?>> running = new ArrayList<>();
            for (List<Segment> shot : plan) {
                running.add(workers.submit(() -> render(shot, idle, failed)));
            }
            await(running);
        } finally {
            workers.shutdown();
            all.forEach(SegmentPainter::close);
        }
    }

    private void render(List<Segment> shot, BlockingQueue<SegmentPainter> idle, Cancellation failed) {
        SegmentPainter own = idle.remove();
        try {
            cancellation.or(failed).check();
            shots.apply(shot, own).run();
        } catch (RuntimeException | Error e) {
            // The others need not finish what cannot be put together.
            failed.request();
            throw e;
        } finally {
            idle.add(own);
        }
    }

    /** Waits for all; throws the first failure that is no consequence of another. */
    private static void await(List<Future<?>> running) {
        Throwable first = null;
        for (Future<?> f : running) {
            try {
                f.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                first = first == null || first instanceof ImpastoException.Cancelled ? e.getCause() : first;
            }
        }
        if (first instanceof RuntimeException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
    }
}
