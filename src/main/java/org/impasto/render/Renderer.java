package org.impasto.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.impasto.ImpastoException;
import org.impasto.ImpastoException.OutputFailed;
import org.impasto.store.Manifest;
import org.impasto.store.RenderStore;

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
        Path folder = folder(request);
        boolean there = Files.exists(folder);
        try (RenderStore store = RenderStore.open(folder)) {
            RenderJob job;
            try {
                job = new RenderJob(request, List.of(), store, listener, cancellation);
            } catch (RuntimeException | Error e) {
                if (!there) {
                    // Nothing is in it that would be missed.
                    store.remove();
                }
                throw e;
            }
            try (job) {
                return job.run();
            }
        }
    }

    /**
     * Renders a range of a finished render again, over what is there.
     *
     * @throws ImpastoException as {@link #render}; OutputFailed also where the output has no store
     */
    public RenderReport rerender(RerenderRequest again, RenderListener listener, Cancellation cancellation) {
        Path folder = existing(again.store(), again.output());
        try (RenderStore store = RenderStore.open(folder)) {
            StoredRequest stored = request(store);
            List<Take> takes = takes(store.manifest());
            Take take = again.take(stored.settings());
            if (takes.isEmpty() || !takes.get(takes.size() - 1).equals(take)) {
                takes.add(take);
            }
            RenderRequest request = stored.request(again.output(), again.threads(), true, again.store());
            try (RenderJob job = new RenderJob(request, takes, store, listener, cancellation)) {
                RenderReport report = job.run();
                job.seams(take).forEach(listener::message);
                return report;
            }
        }
    }

    /**
     * Says what a store holds, and what of it the render that it belongs to would render again.
     *
     * @throws ImpastoException where the output has no store, or its input cannot be read any more
     */
    public StoreReport inspect(Path output, StoreSettings settings, RenderListener listener, Cancellation cancellation) {
        try (RenderStore store = RenderStore.look(existing(settings, output))) {
            RenderRequest request = request(store).request(output, Runtime.getRuntime().availableProcessors(), true, settings);
            try (RenderJob job = new RenderJob(request, takes(store.manifest()), store, listener, cancellation)) {
                return job.inspect();
            }
        }
    }

    private static Path existing(StoreSettings settings, Path output) {
        Path folder = settings.of(output);
        if (!Files.isDirectory(folder)) {
            throw new OutputFailed("there is no render store " + folder + ", which the render of " + output
                    + " would have left there: render it with --keep-store yes");
        }
        return folder;
    }

    private static StoredRequest request(RenderStore store) {
        if (store.manifest().request() == null) {
            throw new OutputFailed("the render store " + store.folder() + " does not say what was rendered"
                    + store.notes().stream().findFirst().map(n -> " (" + n + ")").orElse("") + ": render the clip first");
        }
        return convert(store.manifest().request(), StoredRequest.class);
    }

    private static List<Take> takes(Manifest manifest) {
        List<Take> takes = new ArrayList<>();
        manifest.takes().forEach(t -> takes.add(convert(t, Take.class)));
        return takes;
    }

    private static Path folder(RenderRequest request) {
        Path output = request.output().toAbsolutePath().normalize();
        Path parent = output.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new OutputFailed("the folder of the output, " + parent + ", does not exist");
        }
        if (!request.overwrite() && Files.exists(output)) {
            throw new OutputFailed(Files.isDirectory(output) ? "the output " + output + " is a directory, not a file"
                    : "the output " + output + " exists already: give -y to replace it");
        }
        return request.store().of(request.output());
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (IOException e) {
            throw new OutputFailed("the manifest of the render store cannot be understood: " + e.getMessage(), e);
        }
    }
}
