package org.impasto.direction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads what is decided for a section, or for the whole clip. */
final class SettingsReader {
    static final List<String> KEYS = List.of("style", "strength", "coherence", "colors", "matte");
    private static final List<String> TRANSITION = List.of("from", "to", "ease");
    private static final Map<String, Double> COLORS = Map.of("source", 1.0, "style", 0.0);

    private final StyleNames styles;
    private final MatteReader mattes;
    private final Place place;

    SettingsReader(StyleNames styles, Place place) {
        this.styles = styles;
        this.mattes = new MatteReader(styles);
        this.place = place;
    }

    Settings read(Map<String, Value> keys) {
        return new Settings(style(keys), share(keys, "strength", v -> v.share(Map.of())), share(keys, "coherence", v -> v.share(Map.of())),
                share(keys, "colors", v -> v.share(COLORS)), Optional.ofNullable(keys.get("matte")).map(mattes::read));
    }

    private Optional<StyleRamp> style(Map<String, Value> keys) {
        return Optional.ofNullable(keys.get("style")).map(value -> {
            if (!value.isMap()) {
                return StyleRamp.constant(styles.read(value));
            }
            return transition(value, styles::read, (ends, ease) -> new StyleRamp(ends.get(0), ends.get(1), ease));
        });
    }

    private Optional<Ramp> share(Map<String, Value> keys, String key, Function<Value, Double> read) {
        return Optional.ofNullable(keys.get(key)).map(value -> {
            if (!value.isMap()) {
                return Ramp.constant(read.apply(value));
            }
            return transition(value, read, (ends, ease) -> new Ramp(ends.get(0), ends.get(1), ease));
        });
    }

    private <T, R> R transition(Value value, Function<Value, T> read, BiFunction<List<T>, Ease, R> make) {
        Map<String, Value> keys = new LinkedHashMap<>(value.map("a transition", TRANSITION));
        if (!keys.containsKey("from") || !keys.containsKey("to")) {
            throw value.error(value.name() + ": a transition needs from and to");
        }
        boolean known = place.shots() ? place.first() == place.last() : !place.toTheEnd() && place.first() < place.last();
        if (!known) {
            throw value.error(value.name() + ": a transition needs the frames of its beginning and its end, such as frames: 120-180, or one shot,"
                    + " but stands " + (place == Place.WHOLE_CLIP ? "in the defaults" : "in " + place));
        }
        Ease ease = Optional.ofNullable(keys.get("ease")).map(v -> v.oneOf(Map.of("linear", Ease.LINEAR, "smooth", Ease.SMOOTH)))
                .orElse(Ease.LINEAR);
        return make.apply(List.of(read.apply(keys.get("from")), read.apply(keys.get("to"))), ease);
    }
}
