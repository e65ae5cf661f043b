package org.impasto.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.impasto.ImpastoException;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.FrameSink;
import org.impasto.media.SegmentPart;
import org.impasto.store.Manifest;
import org.impasto.store.RenderStore;
import org.impasto.store.SegmentEntry;
import org.impasto.style.Gallery;
import org.impasto.style.Stylizer;

/**
 * Renders clips: looks through the clip, makes a plan of segments, renders those that the store does not have, and puts the output together.
 */
public final class Renderer {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Renders a clip and returns when the complete file is at the output path. What an earlier run of the same request has finished is
     * not rendered again.
     *
     * @throws ImpastoException where the request cannot be fulfilled; then nothing is at the output path that was not there
     *     before, and what was finished is in the store
     */
    public RenderReport render(RenderRequest request, RenderListener listener, Cancellation cancellation) {
        try (RenderStore store = RenderStore.open(folder(request))) {
            return render(request, List.of(), store, listener, cancellation);
        }
    }

    /**
     * Renders a range of a finished render again, over what is there.
     *
     * @throws ImpastoException as {@link #render}; OutputFailed also where the output has no store
     */
    public RenderReport rerender(RerenderRequest again, RenderListener listener, Cancellation cancellation) {
        Path folder = again.store().of(again.output());
        if (!Files.isDirectory(folder)) {
            throw new OutputFailed("there is no render store " + folder + ", which the render of " + again.output()
                    + " would have left there: render it with --keep-store yes");
        }
        try (RenderStore store = RenderStore.open(folder)) {
            Manifest manifest = store.manifest();
            if (manifest.request() == null) {
                throw new OutputFailed("the render store " + folder + " does not say what was rendered: render the clip first");
            }
            StoredRequest stored = convert(manifest.request(), StoredRequest.class);
            List<Take> takes = new ArrayList<>();
            manifest.takes().forEach(t -> takes.add(convert(t, Take.class)));
            Take take = again.take(stored.settings());
            if (takes.isEmpty() || !takes.get(takes.size() - 1).equals(take)) {
                takes.add(take);
            }
            return render(stored.request(again.output(), again.threads(), true, again.store()), takes, store, listener, cancellation);
        }
    }

    private static Path folder(RenderRequest request) {
        Path output = request.output().toAbsolutePath().normalize();
        Path parent = output.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new OutputFailed("the folder of the output, " + parent + ", does not exist");
        }
        if (request.store().folder().isEmpty() && !request.overwrite() && Files.exists(output)) {
            throw new OutputFailed("the output " + output + " exists already: give -y to replace it");
        }
        return request.store().of(request.output());
    }

    private static RenderReport render(RenderRequest request, List<Take> takes, RenderStore store, RenderListener listener,
            Cancellation cancellation) {
        long start = System.nanoTime();
        double cpu = Machine.cpuSeconds();
        List<String> messages = new ArrayList<>();
        Consumer<String> tell = sentence -> {
            synchronized (messages) {
                messages.add(sentence);
            }
            listener.message(sentence);
        };
        store.notes().forEach(tell);
        ClipInfo clip = Clips.probe(request.input());
        PaintSettings settings = StoredRequest.settings(request, Gallery.locate());
        StageClock clock = new StageClock();
        // Made only to be told, before any work, what is wrong with the output or its encoder.
        String encoder;
        try (FrameSink rehearsal = Clips.create(request.output(), request.input(), request.encode(), request.overwrite(), tell)) {
            encoder = rehearsal.encoder();
        }
        Ledger ledger = new Ledger(listener, tell);
        try (StylizerPool pool = new StylizerPool(request.device(), request.threads(), tell)) {
            Stylizer stylizer = pool.get(settings.style());
            String sha256 = Hash.sha256(request.input());
            Surveys surveys = new Surveys(store, sha256);
            Survey survey = surveys.get(request, listener, clock, cancellation);
            FrameRange range = survey.select(request);
            takes.forEach(t -> check(t, range));
            List<List<Segment>> plan = Segment.plan(survey, range);
            Directions directions = new Directions();
            List<PaintSettings> used = new ArrayList<>(List.of(settings));
            takes.forEach(t -> used.add(t.settings()));
            used.forEach(s -> directions.of(s).check(clip, survey.frames(), Arrays.stream(survey.shots()).boxed().toList()));
            store.change(m -> m.withRequest(JSON.valueToTree(StoredRequest.of(request, settings)),
                    takes.stream().map(t -> (JsonNode) JSON.valueToTree(t)).toList()));
            listener.started(new RenderPlan(clip, stylizer.info(), encoder), range.last() - range.first() + 1);
            Fingerprints fingerprints = new Fingerprints(survey, pool, directions, Machine.engine(), Machine.kind(stylizer.info().device()),
                    encoder + " " + request.encode() + " " + clip.video());
            PlanRun run = new PlanRun(request, settings, takes, store, survey, fingerprints, pool, directions, clock, ledger, cancellation);
            run.run(plan);
            cancellation.check();
            List<SegmentEntry> finished = new ArrayList<>();
            plan.forEach(shot -> shot.forEach(s -> finished.add(store.manifest().segment(s.first(), s.last()).orElseThrow())));
            clock.run("encode", () -> Clips.assemble(request.output(), request.input(), request.encode(), request.overwrite(),
                    finished.stream().map(e -> part(store, survey, e)).toList(), m -> { }));
            survey.damage().sentences().forEach(tell);
            RenderTiming timing = RenderTiming.of((System.nanoTime() - start) / 1e9, Runtime.getRuntime().availableProcessors(),
                    Machine.cpuSeconds() - cpu, clock.costs());
            List<Long> cuts = LongStream.of(survey.shots()).filter(s -> s > range.first() && s <= range.last()).boxed().toList();
            RenderReport report = new RenderReport(clip, sha256, stylizer.info(), encoder, range.first(), range.last() - range.first() + 1,
                    ledger.keptFrames(), ledger.rendered(), store.folder().toString(), ledger.warmUpFrames(), cuts, request.baseline(),
                    request.strength(), request.threads(), timing, Machine.peakMemoryBytes(), Machine.versions(), List.copyOf(messages),
                    survey.damage().any());
            if (!request.store().keep()) {
                store.remove();
            }
            return report;
        } catch (ImpastoException.Cancelled e) {
            throw new ImpastoException.Cancelled(e.getMessage() + "; what is finished is in " + store.folder()
                    + ", and the same command goes on from there");
        }
    }

    private static void check(Take take, FrameRange range) {
        if (take.first() < range.first() || take.last() > range.last()) {
            throw new ImpastoException.BadInput("the frames " + take.first() + "-" + take.last() + " are not all in the render, which has the frames "
                    + range.first() + "-" + range.last());
        }
    }

    private static SegmentPart part(RenderStore store, Survey survey, SegmentEntry e) {
        int from = (int) e.first();
        int to = (int) e.last() + 1;
        return new SegmentPart(store.path(e.file()), e.first(), Arrays.copyOfRange(survey.pts(), from, to),
                Arrays.copyOfRange(survey.durations(), from, to), e.delay());
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (IOException e) {
            throw new OutputFailed("the manifest of the render store cannot be understood: " + e.getMessage(), e);
        }
    }
}
