package org.impasto.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.impasto.Digests;
import org.impasto.ImpastoException;
import org.impasto.coherence.CoherenceState;
import org.impasto.coherence.Coming;
import org.impasto.flow.KnownMotion;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.FrameSource;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Style;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/**
 * Renders a clip twice in one pass, coherently and frame by frame: decoding, shots and flow are shared, and so is all painting where the
 * network sees no prior. Each of the two has the pixels that {@link Renderer} gives it.
 */
public final class Comparison {
    private final ComparisonRequest request;
    private final RenderRequest render;
    private final Cancellation cancellation;
    private final StageClock clock = new StageClock();
    private final List<Long> cuts = new ArrayList<>();
    private final ExecutorService second = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "baseline");
        thread.setDaemon(true);
        return thread;
    });
    private long written;
    private long warmUp;
    private long shotFirst;

    private Comparison(ComparisonRequest request, Cancellation cancellation) {
        this.request = request;
        this.render = request.coherent();
        this.cancellation = cancellation;
    }

    /**
     * Renders and returns when the complete files are at their paths and the followers are done.
     *
     * @return what the coherent render did; its timing is that of all
     * @throws ImpastoException where the request cannot be fulfilled
     */
    public static RenderReport run(ComparisonRequest request, RenderListener listener, Cancellation cancellation) {
        Comparison comparison = new Comparison(request, cancellation);
        try {
            return comparison.run(listener);
        } finally {
            comparison.second.shutdown();
        }
    }

    private RenderReport run(RenderListener listener) {
        long start = System.nanoTime();
        double cpu = Machine.cpuSeconds();
        List<String> messages = new ArrayList<>();
        Consumer<String> tell = sentence -> {
            synchronized (messages) {
                messages.add(sentence);
            }
            listener.message(sentence);
        };
        ClipInfo clip = Clips.probe(render.input());
        Gallery gallery = Gallery.locate();
        Optional<KnownMotion> known = Motions.known(render);
        Style style = render.style().map(gallery::find).orElseGet(gallery::first);
        try (FrameSink sink = Clips.create(render.output(), render.input(), render.encode(), render.overwrite(), tell);
                Twin twin = twin(clip);
                Stylizer stylizer = Stylizers.load(style, DeviceChoice.parse(render.device()), render.threads(), tell);
                Rows rows = new Rows(render.threads())) {
            Span span = Span.find(render, cancellation);
            listener.started(new RenderPlan(clip, stylizer.info(), sink.encoder()), span.length(clip));
            CompletableFuture<String> hash = CompletableFuture.supplyAsync(() -> Digests.ofInput(render.input()));
            Painter painter = new Painter(stylizer, render.strength(), true, rows, clock);
            Painter alone = new Painter(stylizer, 0, true, rows, clock);
            boolean follows = render.strength() > 0 && stylizer.info().carriesNoise();
            int more = follows ? Coming.MOST : 0;
            boolean damaged;
            try (FrameSource source = Clips.open(render.input(), render.threads());
                    LookAhead ahead = new LookAhead(source, render.threads(), Optional.of(new Motions(known, follows, clock)), Painter.alone(stylizer), clock);
                    FrameWriter writer = new FrameWriter(sink, clock, listener::frameDone);
                    Watchers watchers = new Watchers(request.followers(), clock)) {
                int[] behind = new int[1];
                ahead.start(span.warmUpFrom(), f -> span.isAfter(f) && behind[0]++ >= more);
                Window window = new Window(ahead::next, more);
                for (Optional<Prepared> next = window.next(); next.isPresent() && !span.isAfter(next.get().frame()); next = window.next()) {
                    frame(next.get(), window, span, painter, alone, twin, writer, watchers);
                }
                if (written == 0) {
                    throw new ImpastoException.BadInput("no frame of " + render.input() + " lies in the range that was asked for: " + span);
                }
                if (render.frames().toTheEnd() && render.end().isEmpty()) {
                    twin.other.ifPresent(o -> o.end(span.first() + written));
                }
                writer.drain();
                twin.drain();
                watchers.drain();
                damaged = source.damage().any();
                source.damage().sentences().forEach(tell);
            }
            cancellation.check();
            clock.run("encode", sink::finish);
            twin.finish();
            RenderTiming timing = RenderTiming.of((System.nanoTime() - start) / 1e9, Runtime.getRuntime().availableProcessors(),
                    Machine.cpuSeconds() - cpu, clock.costs());
            return new RenderReport(clip, hash.join(), stylizer.info(), sink.encoder(), span.first(), written, 0,
                    List.of(new FrameRange(span.first(), span.first() + written - 1)), "", warmUp, List.copyOf(cuts), false,
                    render.strength(), render.threads(), timing, Machine.peakMemoryBytes(), Machine.versions(), List.copyOf(messages), damaged);
        }
    }

    private Twin twin(ClipInfo clip) {
        return request.against().isPresent() ? new Twin(Optional.of(new Other(request.against().get(), clip, render.threads())), Optional.empty(), clock)
                : new Twin(Optional.empty(), Optional.of(Clips.create(request.baseline(), render.input(), render.encode(), render.overwrite(), m -> { })),
                        clock);
    }

    private void frame(Prepared p, Window window, Span span, Painter painter, Painter alone, Twin twin, FrameWriter writer, Watchers watchers) {
        cancellation.check();
        Frame frame = p.frame();
        boolean wanted = frame.index() >= span.first();
        if (p.beginsShot() && frame.index() > span.warmUpFrom()) {
            cuts.add(frame.index());
        }
        if (p.beginsShot() || frame.index() == span.warmUpFrom()) {
            shotFirst = frame.index();
        }
        // Beside each other: while one is in the network, the other may be in what surrounds it.
        Future<Image> reference = twin.other.isPresent() ? CompletableFuture.completedFuture(null) : second.submit(() -> alone.paint(p, List.of()));
        Image painted;
        try {
            painted = painter.paint(p, window.after(p, t -> Segment.isGridEnd(shotFirst, t)));
        } finally {
            settle(reference);
        }
        if (Segment.isGridEnd(shotFirst, frame.index())) {
            // As renders do, where a segment ends.
            painter.resume(painter.state().map(CoherenceState::compact));
        }
        if (!wanted) {
            warmUp++;
            return;
        }
        Image other = twin.other.isPresent() ? clock.time("decode", () -> twin.other.get().at(frame)) : LookAhead.await(reference);
        writer.write(frame.with(painted));
        twin.write(frame.with(other));
        watchers.hand(new Painted(frame, p.beginsShot() || written == 0, painted, other, p.motion().map(m -> LookAhead.await(m).motion())));
        written++;
    }

    /** The network must not be closed while it paints. */
    private static void settle(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            // Thrown where the picture is asked for.
        }
    }
}
