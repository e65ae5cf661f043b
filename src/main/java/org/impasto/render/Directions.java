package org.impasto.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.impasto.direction.Direction;

/** The direction files of a render, each read once. Thread-safe. */
final class Directions {
    private final Map<String, Direction> read = new ConcurrentHashMap<>();

    Direction of(PaintSettings settings) {
        Direction bare = settings.direction() == null ? Direction.NONE
                : read.computeIfAbsent(settings.direction(), file -> Direction.read(Path.of(file)));
        return bare.withCoherence(settings.baseline() ? 0 : settings.strength());
    }

    /** The styles that frames of a segment's shot are painted in. */
    Set<String> styles(PaintSettings settings, Segment s, long from, long to) {
        Direction direction = of(settings);
        return LongStream.rangeClosed(from, to).mapToObj(t -> direction.at(t, s.shot(), s.shotFirst(), s.shotLast())).flatMap(d -> d.painted().stream())
                .map(named -> named.orElse(settings.style())).collect(Collectors.toSet());
    }
}
