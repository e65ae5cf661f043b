package org.impasto.render;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.impasto.store.RenderStore;

/** Renders a plan on this machine: so many shots at once as there are jobs, each with a decoder and threads of its own. */
final class PlanRun {
    private final RenderRequest request;
    private final PaintSettings settings;
    private final List<Take> takes;
    private final RenderStore store;
    private final Survey survey;
    private final Fingerprints fingerprints;
    private final StylizerPool pool;
    private final Directions directions;
    private final StageClock clock;
    private final Ledger ledger;
    private final Cancellation cancellation;

    PlanRun(RenderRequest request, PaintSettings settings, List<Take> takes, RenderStore store, Survey survey, Fingerprints fingerprints,
            StylizerPool pool, Directions directions, StageClock clock, Ledger ledger, Cancellation cancellation) {
        this.request = request;
        this.settings = settings;
        this.takes = takes;
        this.store = store;
        this.survey = survey;
        this.fingerprints = fingerprints;
        this.pool = pool;
        this.directions = directions;
        this.clock = clock;
        this.ledger = ledger;
        this.cancellation = cancellation;
    }

    void run(List<List<Segment>> plan) {
        int jobs = Math.min(request.store().jobs(), plan.size());
        BlockingQueue<SegmentPainter> painters = new ArrayBlockingQueue<>(jobs);
        Cancellation failed = new Cancellation();
        List<SegmentPainter> all = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "shot");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int i = 0; i < jobs; i++) {
                all.add(new SegmentPainter(request, pool, directions, survey, clock, cancellation.or(failed)));
                painters.add(all.get(i));
            }
            List<Future<?>> running = new ArrayList<>();
            for (List<Segment> shot : plan) {
                running.add(workers.submit(() -> render(shot, painters, failed)));
            }
            await(running);
        } finally {
            workers.shutdown();
            all.forEach(SegmentPainter::close);
        }
    }

    private void render(List<Segment> shot, BlockingQueue<SegmentPainter> painters, Cancellation failed) {
        SegmentPainter painter = painters.remove();
        try {
            cancellation.or(failed).check();
            new ShotRun(request, settings, takes, store, survey, fingerprints, painter, clock, ledger, shot).run();
        } catch (RuntimeException | Error e) {
            // The others need not finish what cannot be put together.
            failed.request();
            throw e;
        } finally {
            painters.add(painter);
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
                boolean worse = first == null || first instanceof org.impasto.ImpastoException.Cancelled;
                first = worse ? e.getCause() : first;
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
