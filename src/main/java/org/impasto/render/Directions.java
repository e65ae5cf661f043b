package org.impasto.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.impasto.direction.Direction;

/** The direction files of a render, each read once. Thread-safe. */
final class Directions {
    private final Map<String, Direction> read = new ConcurrentHashMap<>();

    Direction of(PaintSettings settings) {
        Direction bare = settings.direction() == null ? Direction.NONE
                : read.computeIfAbsent(settings.direction(), file -> Direction.read(Path.of(file)));
        return bare.withCoherence(settings.baseline() ? 0 : settings.strength());
    }
}
