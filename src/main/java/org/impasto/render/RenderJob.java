package org.impasto.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.impasto.Digests;
import org.impasto.ImpastoException.BadInput;
import org.impasto.ImpastoException.Cancelled;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.flow.KnownMotion;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.SegmentPart;
import org.impasto.store.RenderStore;
import org.impasto.store.SegmentEntry;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;

/** A render with everything that it needs: the clip looked through, the plan made, the network loaded. */
final class RenderJob implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long begun = System.nanoTime();
    private final double cpu = Machine.cpuSeconds();
    private final RenderRequest request;
    private final List<Take> takes;
    private final RenderStore store;
    private final RenderListener listener;
    private final Cancellation cancellation;
    private final List<String> messages = new ArrayList<>();
    private final StageClock clock = new StageClock();
    private final Ledger ledger;
    private final ClipInfo clip;
    private final PaintSettings settings;
    private final String encoder;
    private final StylizerPool pool;
    private final Stylizer stylizer;
    private final String sha256;
    private final Survey survey;
    private final FrameRange range;
    private final List<List<Segment>> plan;
    private final Directions directions = new Directions();
    private final Optional<KnownMotion> known;
    private final Fingerprints fingerprints;

    /** @param store closed by its owner after this */
    RenderJob(RenderRequest request, List<Take> takes, RenderStore store, RenderListener listener, Cancellation cancellation) {
        this.request = request;
        this.takes = List.copyOf(takes);
        this.store = store;
        this.listener = listener;
        this.cancellation = cancellation;
        this.ledger = new Ledger(listener, this::tell);
        store.notes().forEach(this::tell);
        clip = Clips.probe(request.input());
        settings = StoredRequest.settings(request, Gallery.locate());
        known = Motions.known(request);
        encoder = store.isWritable() ? rehearse(request.output()) : elsewhere(this::rehearse);
        pool = new StylizerPool(request.device(), request.threads(), this::tell);
        try {
            stylizer = pool.get(settings.style());
            sha256 = Digests.ofInput(request.input());
            survey = new Surveys(store, sha256).get(request, listener, clock, cancellation);
            range = survey.select(request);
            plan = Segment.plan(survey, range);
            check();
            fingerprints = new Fingerprints(survey, pool, directions, known, Machine.engine(), Machine.kind(stylizer.info().device()),
                    encoder + " " + request.encode() + " " + clip.video());
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    /** Made only to be told, before any work, what is wrong with the output or its encoder. */
    private String rehearse(Path output) {
        return Clips.rehearse(output, request.input(), request.encode(), request.overwrite(), this::tell);
    }

    /** A store that is only looked at may lie where nothing can be written. */
    private String elsewhere(Function<Path, String> work) {
        try {
            Path folder = Files.createTempDirectory("impasto");
            try {
                return work.apply(folder.resolve(request.output().getFileName()));
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new OutputFailed("the folder for temporary files cannot be written to: " + e.getMessage(), e);
        }
    }

    private void tell(String sentence) {
        synchronized (messages) {
            messages.add(sentence);
        }
        listener.message(sentence);
    }

    private void check() {
        List<PaintSettings> used = new ArrayList<>(List.of(settings));
        for (Take take : takes) {
            used.add(take.settings());
            if (take.first() < range.first() || take.last() > range.last()) {
                throw new BadInput("the frames " + take.first() + "-" + take.last() + " are not all in the render, which has the frames "
                        + range.first() + "-" + range.last());
            }
        }
        List<Segment> end = plan.get(plan.size() - 1);
        long last = stylizer.info().carriesNoise() ? end.get(end.size() - 1).known() : range.last();
        known.ifPresent(k -> LongStream.rangeClosed(plan.get(0).get(0).shotFirst(), last).filter(t -> !survey.beginsShot(t)).forEach(k::check));
        // How long the clip is is only known where it was looked through whole.
        used.stream().filter(s -> survey.whole()).forEach(
                s -> directions.of(s).check(clip, survey.frames(), Arrays.stream(survey.shots()).boxed().toList()));
    }

    /** Renders what the store does not have and puts the output together. */
    RenderReport run() {
        store.change(m -> m.withRequest(JSON.valueToTree(StoredRequest.of(request, settings)),
                takes.stream().map(t -> (JsonNode) JSON.valueToTree(t)).toList()));
        listener.started(new RenderPlan(clip, stylizer.info(), encoder), range.last() - range.first() + 1);
        try {
            new PlanRun(request.store().jobs(), this::painter, this::shot, cancellation).run(plan);
            cancellation.check();
        } catch (Cancelled e) {
            throw new Cancelled(e.getMessage() + "; what is finished is in " + store.folder() + ", and the same command goes on from there");
        }
        clock.run("encode", () -> Clips.assemble(request.output(), request.input(), request.encode(), request.overwrite(), finished(), m -> { }));
        survey.damage().sentences().forEach(this::tell);
        RenderReport report = report();
        if (!request.store().keep()) {
            store.remove();
        }
        return report;
    }

    /** What {@link #run} would do. */
    StoreReport inspect() {
        List<SegmentStatus> all = new ArrayList<>();
        try (SegmentPainter painter = painter(cancellation)) {
            plan.forEach(shot -> all.addAll(shot(shot, painter).inspect()));
        }
        return new StoreReport(store.folder(), clip, range, takes, all);
    }

    /** Paints nothing before it is asked to; the caller closes it. */
    SegmentPainter painter(Cancellation stop) {
        return new SegmentPainter(request, store.folder(), pool, directions, survey, known, clock, stop);
    }

    /** After {@link #run}: how well a take joins, in sentences. */
    List<String> seams(Take take) {
        try (SourceReader source = new SourceReader(request.input(), request.threads(), survey, clock)) {
            return new Seams(survey, source, store, range).of(take);
        }
    }

    private ShotRun shot(List<Segment> segments, SegmentPainter painter) {
        return new ShotRun(request, settings, takes, store, fingerprints, painter, clock, ledger, segments);
    }

    private List<SegmentPart> finished() {
        List<SegmentPart> parts = new ArrayList<>();
        for (List<Segment> shot : plan) {
            for (Segment s : shot) {
                SegmentEntry e = store.manifest().segment(s.first(), s.last()).orElseThrow();
                int from = (int) s.first();
                int to = (int) s.last() + 1;
                parts.add(new SegmentPart(store.path(e.file()), s.first(), Arrays.copyOfRange(survey.pts(), from, to),
                        Arrays.copyOfRange(survey.durations(), from, to), e.delay()));
            }
        }
        return parts;
    }

    private RenderReport report() {
        RenderTiming timing = RenderTiming.of((System.nanoTime() - begun) / 1e9, Runtime.getRuntime().availableProcessors(),
                Machine.cpuSeconds() - cpu, clock.costs());
        List<Long> cuts = LongStream.of(survey.shots()).filter(s -> s > range.first() && s <= range.last()).boxed().toList();
        return new RenderReport(clip, sha256, stylizer.info(), encoder, range.first(), range.last() - range.first() + 1,
                ledger.keptFrames(), ledger.rendered(), store.folder().toString(), ledger.warmUpFrames(), cuts, request.baseline(),
                request.strength(), request.threads(), timing, Machine.peakMemoryBytes(), Machine.versions(), List.copyOf(messages),
                survey.damage().any());
    }

    @Override
    public void close() {
        pool.close();
    }
}
