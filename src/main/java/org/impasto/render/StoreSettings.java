package org.impasto.render;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a render keeps what is finished.
 *
 * @param folder the render store; empty means beside the output, with {@value #ENDING} after its name
 * @param keep whether the store stays when the output is complete: what renders of changed ranges need
 * @param jobs shots that are rendered at once, at least 1; the pixels do not depend on it
 */
public record StoreSettings(Optional<Path> folder, boolean keep, int jobs) {
    public static final String ENDING = ".impasto";
    /** A store beside the output, removed when that is complete. */
    public static final StoreSettings PASSING = new StoreSettings(Optional.empty(), false, 1);

    Path of(Path output) {
        return folder.orElseGet(() -> output.resolveSibling(output.getFileName() + ENDING));
    }
}
