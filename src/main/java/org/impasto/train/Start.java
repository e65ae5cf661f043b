package org.impasto.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.impasto.Digests;

/**
 * What a run begins with.
 *
 * @param models none: random weights; otherwise networks that earlier runs wrote, of which the nearest to the painting is taken
 * @param recoloured whether that one is given the painting's colours before the first step; left as it is otherwise
 */
public record Start(List<Path> models, boolean recoloured) {
    /** Random weights. */
    public static final Start NONE = new Start(List.of(), false);

    /** Exactly this one. */
    public static Start from(Path model) {
        return new Start(List.of(model), false);
    }

    /** Whichever of these paints most like the painting once it has its colours. Those of another preset are passed over; random weights where none is left. */
    public static Start nearest(List<Path> models) {
        return new Start(List.copyOf(models), true);
    }

    /** What the weights are of a run that began with this one of the models, or with none. */
    Schedule.First first(Optional<Path> model) {
        return model.isEmpty() ? Schedule.First.RANDOM : recoloured ? Schedule.First.RECOLOURED : Schedule.First.GIVEN;
    }

    /** How a run that began with this one of the models is told from others. */
    String mark(Optional<Path> model) {
        return model.map(m -> (recoloured ? "the nearest, " : "") + Digests.ofInput(m)).orElse("none");
    }

    /** The model that a run began with which left this mark; where it is none of these, one that gives another mark. */
    Optional<Path> again(String mark) {
        if (recoloured && mark(Optional.empty()).equals(mark)) {
            return Optional.empty();
        }
        return models.stream().filter(m -> mark(Optional.of(m)).equals(mark)).findFirst().or(() -> models.stream().findFirst());
    }
}
