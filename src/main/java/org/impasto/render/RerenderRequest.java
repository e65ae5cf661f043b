package org.impasto.render;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be rendered again, as the user asked for it; what is left empty stays as it was.
 *
 * @param output the finished render
 * @param frames which frames of the clip
 * @param style name of a style of the gallery, or the path of an ONNX file
 * @param baseline whether every frame is stylized alone
 * @param strength of the coherence, 0 to 1
 * @param direction file with decisions over time
 * @param blend frames over which the old picture goes over into the new one at the range's beginning, and back behind its end
 * @param throughShot whether the new one is carried on to the end of the shot instead of going back
 * @param threads worker threads, at least 1
 * @param store where the render's finished parts are
 */
public record RerenderRequest(Path output, FrameRange frames, Optional<String> style, Optional<Boolean> baseline, Optional<Double> strength,
        Optional<Path> direction, int blend, boolean throughShot, int threads, StoreSettings store) {
    /** Frames of the blend where nothing else is asked for: half a second of film. */
    public static final int BLEND = 12;

    Take take(PaintSettings before) {
        String name = style.map(s -> java.nio.file.Files.isRegularFile(Path.of(s)) ? StoredRequest.absolute(Path.of(s)) : s)
                .orElse(before.style());
        return new Take(frames.first(), frames.last(), blend, throughShot ? 0 : blend, throughShot, new PaintSettings(name,
                baseline.orElse(before.baseline()), strength.orElse(before.strength()),
                direction.map(StoredRequest::absolute).orElse(before.direction())));
    }
}
