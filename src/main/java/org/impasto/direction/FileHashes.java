package org.impasto.direction;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.impasto.Digests;

/** SHA-256 of files, each computed once. */
final class FileHashes {
    private final Map<Path, String> known = new ConcurrentHashMap<>();

    String of(Path file) {
        return known.computeIfAbsent(file, Digests::ofInput);
    }
}
