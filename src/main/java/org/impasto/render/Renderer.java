package org.impasto.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.impasto.ImpastoException;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.FrameSource;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;
import org.impasto.style.Stylizers;

/** Renders clips: decodes, looks ahead, paints frame after frame, encodes. */
public final class Renderer {
    /**
     * Renders a clip and returns when the complete file is at the output path.
     *
     * @throws ImpastoException where the request cannot be fulfilled; then nothing is at the output path that was not there
     *     before
     */
    public RenderReport render(RenderRequest request, RenderListener listener, Cancellation cancellation) {
        long start = System.nanoTime();
        double cpu = Machine.cpuSeconds();
        List<String> messages = new ArrayList<>();
        Consumer<String> tell = sentence -> {
            synchronized (messages) {
                messages.add(sentence);
            }
            listener.message(sentence);
        };
        ClipInfo clip = Clips.probe(request.input());
        Gallery gallery = Gallery.locate();
        Path model = request.style().map(gallery::find).orElseGet(gallery::first).path();
        StageClock clock = new StageClock();
        try (FrameSink sink = Clips.create(request.output(), request.input(), request.encode(), request.overwrite(), tell);
                Stylizer stylizer = Stylizers.load(model, DeviceChoice.parse(request.device()), request.threads(), tell);
                Rows rows = new Rows(request.threads())) {
            Span span = Span.find(request, cancellation);
            listener.started(new RenderPlan(clip, stylizer.info(), sink.encoder()), span.length(clip));
            CompletableFuture<String> hash = CompletableFuture.supplyAsync(() -> Hash.sha256(request.input()));
            boolean damaged;
            Painter painter = new Painter(stylizer, request.baseline() ? 0 : request.strength(), rows, clock);
            Loop loop = new Loop(request, painter, cancellation);
            try (FrameSource source = Clips.open(request.input(), request.threads());
                    LookAhead ahead = new LookAhead(source, request.threads(), painter.wantsMotion(), painter.alone(), clock);
                    FrameWriter writer = new FrameWriter(sink, clock, listener::frameDone)) {
                loop.run(ahead, span, writer);
                writer.drain();
                damaged = source.damage().any();
                source.damage().sentences().forEach(tell);
            }
            cancellation.check();
            clock.run("encode", sink::finish);
            RenderTiming timing = RenderTiming.of((System.nanoTime() - start) / 1e9, Runtime.getRuntime().availableProcessors(),
                    Machine.cpuSeconds() - cpu, clock.costs());
            return new RenderReport(clip, hash.join(), stylizer.info(), sink.encoder(), span.first(), loop.written,
                    loop.warmUp, List.copyOf(loop.cuts), request.baseline(), request.strength(), request.threads(), timing,
                    Machine.peakMemoryBytes(), Machine.versions(), List.copyOf(messages), damaged);
        }
    }

    /** The sequential part: one frame after another, each from the state of the one before. */
    private static final class Loop {
        private final RenderRequest request;
        private final Cancellation cancellation;
        private final Painter painter;
        private final List<Long> cuts = new ArrayList<>();
        private long written;
        private long warmUp;

        Loop(RenderRequest request, Painter painter, Cancellation cancellation) {
            this.request = request;
            this.cancellation = cancellation;
            this.painter = painter;
        }

        void run(LookAhead ahead, Span span, FrameWriter writer) {
            ahead.start(span.warmUpFrom(), span::isAfter);
            for (Optional<Prepared> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                cancellation.check();
                Prepared p = next.get();
                Frame frame = p.frame();
                if (p.beginsShot() && frame.index() > span.warmUpFrom()) {
                    cuts.add(frame.index());
                }
                Image painted = painter.paint(p);
                if (frame.index() >= span.first()) {
                    writer.write(frame.with(painted));
                    written++;
                } else {
                    warmUp++;
                }
            }
            if (written == 0) {
                throw new ImpastoException.BadInput("no frame of " + request.input()
                        + " lies in the range that was asked for: " + span);
            }
        }
    }
}
