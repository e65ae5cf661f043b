package org.impasto.direction;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where a section applies. */
final class PlaceReader {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})(?:\\s*-\\s*(\\d{1,15})?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final String FRAMES = "a frame or a range of frames such as 120, 120-180 or 120-, first not after last";
    private static final String SHOTS = "a shot or a range of shots such as 3, 2-4 or 2-, first not after last";

    private PlaceReader() {
    }

    static Place read(Value section, Map<String, Value> keys) {
        Optional<Value> frames = Optional.ofNullable(keys.get("frames"));
        Optional<Value> shot = Optional.ofNullable(keys.get("shot"));
        Optional<Value> shots = Optional.ofNullable(keys.get("shots"));
        if (frames.stream().count() + shot.stream().count() + shots.stream().count() != 1) {
            throw section.error("a section needs exactly one of frames, shot and shots, found "
                    + (frames.isEmpty() && shot.isEmpty() && shots.isEmpty() ? "none" : "several"));
        }
        return frames.map(v -> v.parsed(FRAMES, t -> range(t, false)))
                .or(() -> shot.map(v -> v.parsed("the number of a shot", PlaceReader::shot)))
                .orElseGet(() -> shots.orElseThrow().parsed(SHOTS, t -> range(t, true)));
    }

    /** Null where the text is no range. */
    private static Place range(String text, boolean shots) {
        Matcher m = RANGE.matcher(text.trim());
        if (!m.matches()) {
            return null;
        }
        long first = Long.parseLong(m.group(1));
        boolean single = m.group(2) == null && text.indexOf('-') < 0;
        long last = single ? first : m.group(2) == null ? Long.MAX_VALUE : Long.parseLong(m.group(2));
        return last < first ? null : new Place(shots, first, last);
    }

    private static Place shot(String text) {
        return NUMBER.matcher(text).matches() ? new Place(true, Long.parseLong(text), Long.parseLong(text)) : null;
    }
}
