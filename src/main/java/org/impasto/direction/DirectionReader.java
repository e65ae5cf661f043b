package org.impasto.direction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.impasto.ImpastoException.BadInput;

/** Reads a direction file from top to bottom. */
final class DirectionReader {
    private static final List<String> TOP = List.of("version", "defaults", "sections", "pin");
    private static final List<String> SECTION = Stream.concat(Stream.of("frames", "shot", "shots"), SettingsReader.KEYS.stream()).toList();
    private static final List<String> PIN = List.of("picture", "both");
    private static final String PICTURE = "the path of a picture, or {picture: PATH, both: true}";

    private final StyleNames styles;

    DirectionReader(List<String> gallery) {
        styles = new StyleNames(gallery);
    }

    Direction read(Path file) {
        Value root = YamlFile.read(file).orElseThrow(() -> new BadInput(file + " is empty, expected a direction that begins with 'version: 1'"));
        Map<String, Value> keys = root.map("a direction: version, defaults, sections, pin", TOP);
        version(root, Optional.ofNullable(keys.get("version")));
        List<Section> sections = new ArrayList<>();
        given(keys, "defaults").ifPresent(v -> sections.add(new Section(Place.WHOLE_CLIP, new SettingsReader(styles, Place.WHOLE_CLIP)
                .read(v.map("keys with values", SettingsReader.KEYS)), v.line())));
        given(keys, "sections").ifPresent(v -> v.list("a list of sections").forEach(s -> sections.add(section(s))));
        SortedMap<Long, Direction.PlacedPin> pins = given(keys, "pin").map(DirectionReader::pins).orElseGet(TreeMap::new);
        return new Direction(file, sections, pins, styles.named());
    }

    private static void version(Value root, Optional<Value> version) {
        Value value = version.orElseThrow(() -> root.error("version is missing: expected 'version: 1'"));
        if (!value.text("1").equals("1")) {
            throw value.expected("1, the only version there is");
        }
    }

    /** A part of which nothing is written yet is as if it were not there. */
    private static Optional<Value> given(Map<String, Value> keys, String key) {
        return Optional.ofNullable(keys.get(key)).filter(v -> !v.isNothing());
    }

    private Section section(Value value) {
        Map<String, Value> keys = value.map("a section: frames, shot or shots, and what is decided there", SECTION);
        Place place = PlaceReader.read(value, keys);
        int line = Stream.of("frames", "shot", "shots").filter(keys::containsKey).map(k -> keys.get(k).line()).findFirst().orElseThrow();
        return new Section(place, new SettingsReader(styles, place).read(keys), line);
    }

    private static SortedMap<Long, Direction.PlacedPin> pins(Value value) {
        SortedMap<Long, Direction.PlacedPin> pins = new TreeMap<>();
        value.entries("numbers of frames with pictures", (key, line) -> { }).forEach((key, v) -> {
            if (!key.matches("\\d{1,15}")) {
                throw v.error("pin: expected the number of a frame, found '" + Value.shown(key) + "'");
            }
            Pin pin = pin(Long.parseLong(key), v);
            if (pins.put(pin.frame(), new Direction.PlacedPin(pin, v.line())) != null) {
                throw v.error("pin: frame " + pin.frame() + " is pinned twice");
            }
        });
        return pins;
    }

    private static Pin pin(long frame, Value value) {
        boolean both = false;
        Value picture = value;
        if (value.isMap()) {
            Map<String, Value> keys = value.map(PICTURE, PIN);
            picture = Optional.ofNullable(keys.get("picture")).orElseThrow(() -> value.error("pin " + frame + ": picture is missing"));
            both = Optional.ofNullable(keys.get("both")).map(Value::truth).orElse(false);
        }
        Path path = picture.path(PICTURE);
        if (!Files.isRegularFile(path)) {
            throw picture.error("pin " + frame + ": there is no picture " + path);
        }
        return new Pin(frame, path, both);
    }
}
