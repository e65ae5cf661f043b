package org.impasto.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.impasto.ImpastoException;
import org.impasto.coherence.CoherenceRule;
import org.impasto.coherence.CoherenceSettings;
import org.impasto.coherence.CoherenceState;
import org.impasto.flow.Motion;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSink;
import org.impasto.media.FrameSource;
import org.impasto.style.DeviceChoice;
import org.impasto.style.Gallery;
import org.impasto.style.Prior;
import org.impasto.style.Stylizer;
import org.impasto.style.StylizerKind;
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
            Loop loop = new Loop(request, stylizer, rows, clock, cancellation);
            try (FrameSource source = Clips.open(request.input(), request.threads());
                    LookAhead ahead = loop.lookAhead(source);
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
        private final Stylizer stylizer;
        private final StageClock clock;
        private final Cancellation cancellation;
        private final CoherenceRule rule;
        private final boolean coherent;
        private final boolean ownPicture;
        private final List<Long> cuts = new ArrayList<>();
        private CoherenceState state;
        private long written;
        private long warmUp;

        Loop(RenderRequest request, Stylizer stylizer, Rows rows, StageClock clock, Cancellation cancellation) {
            this.request = request;
            this.stylizer = stylizer;
            this.clock = clock;
            this.cancellation = cancellation;
            this.coherent = !request.baseline() && request.strength() > 0;
            this.ownPicture = stylizer.info().kind() == StylizerKind.IMAGE;
            double carry = ownPicture ? 1 : stylizer.info().carry();
            this.rule = new CoherenceRule(CoherenceSettings.of(carry, request.strength()), rows);
        }

        LookAhead lookAhead(FrameSource source) {
            Optional<Function<Image, Image>> painter = ownPicture
                    ? Optional.of(image -> stylizer.stylize(image, Optional.empty(), 0)) : Optional.empty();
            return new LookAhead(source, request.threads(), coherent, painter, clock);
        }

        void run(LookAhead ahead, Span span, FrameWriter writer) {
            ahead.start(span.warmUpFrom(), span::isAfter);
            long seed = 0;
            for (Optional<Prepared> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                cancellation.check();
                Prepared p = next.get();
                Frame frame = p.frame();
                if (p.beginsShot() || frame.index() == span.warmUpFrom()) {
                    seed = frame.index();
                    if (frame.index() > span.warmUpFrom()) {
                        cuts.add(frame.index());
                    }
                }
                long shot = seed;
                Image painted = clock.time("coherence", () -> paint(p, shot));
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

        private Image paint(Prepared p, long seed) {
            Image content = p.frame().image();
            Function<Optional<Prior>, Image> network = prior -> p.painted().map(f -> clock.time("wait", () -> LookAhead.await(f)))
                    .orElseGet(() -> clock.time("stylize", () -> stylizer.stylize(content, prior, seed)));
            if (!coherent) {
                return network.apply(Optional.empty());
            }
            if (p.beginsShot() || state == null || p.motion().isEmpty()) {
                state = rule.first(content, network);
            } else {
                Motion motion = clock.time("wait", () -> LookAhead.await(p.motion().get()));
                state = rule.next(state, content, motion, network);
            }
            return state.painted();
        }
    }
}
