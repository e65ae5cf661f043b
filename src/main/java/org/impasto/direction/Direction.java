package org.impasto.direction;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.impasto.media.ClipInfo;
import org.impasto.style.Gallery;
import org.impasto.style.Style;

/** The artist's decisions over the frames of a clip. Safe to use from several threads. */
public final class Direction {
    /** Nothing is decided: every frame in the render's style, whole. */
    public static final Direction NONE = new Direction(Path.of(""), List.of(), new TreeMap<>(), Set.of());

    private final Path file;
    private final List<Section> sections;
    private final SortedMap<Long, PlacedPin> pins;
    private final SortedMap<Long, Pin> pinned;
    private final Set<String> styles;
    private final double coherence;
    private final FileHashes hashes;

    /** @param line where it is written */
    record PlacedPin(Pin pin, int line) {
    }

    private record Found<T>(Section section, T value) {
    }

    /** @param sections a later one overrides the keys that it sets */
    Direction(Path file, List<Section> sections, SortedMap<Long, PlacedPin> pins, Set<String> styles) {
        this(file, List.copyOf(sections), new TreeMap<>(pins), new TreeSet<>(styles), 1, new FileHashes());
    }

    private Direction(Path file, List<Section> sections, SortedMap<Long, PlacedPin> pins, Set<String> styles, double coherence,
            FileHashes hashes) {
        this.file = file;
        this.sections = sections;
        this.pins = pins;
        this.styles = styles;
        this.coherence = coherence;
        this.hashes = hashes;
        SortedMap<Long, Pin> bare = new TreeMap<>();
        pins.forEach((frame, placed) -> bare.put(frame, placed.pin()));
        this.pinned = Collections.unmodifiableSortedMap(bare);
    }

    /**
     * Reads a direction file.
     *
     * @throws org.impasto.ImpastoException.BadInput where it is missing or wrong; the sentence begins with file and line
     */
    public static Direction read(Path file) {
        return read(file, Gallery.locate().styles().stream().map(Style::name).toList());
    }

    static Direction read(Path file, List<String> gallery) {
        return new DirectionReader(gallery).read(file);
    }

    /** The same, with another coherence for the frames for which the file decides none; 1 unless said here. */
    public Direction withCoherence(double elsewhere) {
        return new Direction(file, sections, pins, styles, elsewhere, hashes);
    }

    /**
     * What was decided for a frame.
     *
     * @param frame its number in the clip, counted from 0
     * @param shot number of the shot that it is in, counted from 0
     * @param shotFirst number of that shot's first frame
     * @param shotLast number of that shot's last frame
     */
    public FrameDirection at(long frame, int shot, long shotFirst, long shotLast) {
        return new FrameDirection(
                find(frame, shot, Settings::style).map(f -> f.value.at(f.section.place().progress(frame, shotFirst, shotLast)))
                        .orElse(List.of(new StyleShare(Optional.empty(), 1))),
                share(frame, shot, shotFirst, shotLast, Settings::strength, 1),
                share(frame, shot, shotFirst, shotLast, Settings::coherence, coherence),
                share(frame, shot, shotFirst, shotLast, Settings::colors, 0),
                matte(frame, shot).flatMap(Settings.MatteSetting::use));
    }

    private double share(long frame, int shot, long shotFirst, long shotLast, Function<Settings, Optional<Ramp>> key, double otherwise) {
        return find(frame, shot, key).map(f -> f.value.at(f.section.place().progress(frame, shotFirst, shotLast))).orElse(otherwise);
    }

    Optional<Settings.MatteSetting> matte(long frame, int shot) {
        return find(frame, shot, Settings::matte).map(Found::value);
    }

    private <T> Optional<Found<T>> find(long frame, int shot, Function<Settings, Optional<T>> key) {
        for (int i = sections.size() - 1; i >= 0; i--) {
            Section section = sections.get(i);
            Optional<T> value = key.apply(section.settings());
            if (value.isPresent() && section.place().contains(frame, shot)) {
                return value.map(v -> new Found<>(section, v));
            }
        }
        return Optional.empty();
    }

    /** The pinned frames, by number. */
    public SortedMap<Long, Pin> pins() {
        return pinned;
    }

    /** All styles that are named anywhere. */
    public Set<String> styles() {
        return Collections.unmodifiableSet(styles);
    }

    /**
     * A stable text of all that decides how a frame is shown, files by their SHA-256: the same text, the same pixels.
     *
     * @param model what stands for a style, such as its network's hash; is asked for the empty style too
     */
    public String identity(long frame, FrameDirection direction, Function<Optional<String>, String> model) {
        return new Identity(hashes, model).shown(frame, direction);
    }

    /** The part of {@link #identity} that decides what is painted, and so the state that travels on: styles and coherence. */
    public String paintIdentity(FrameDirection direction, Function<Optional<String>, String> model) {
        return new Identity(hashes, model).painted(direction);
    }

    /** A stable text of what a pin is. */
    public String identity(Pin pin) {
        return "pin " + pin.frame() + (pin.both() ? " both " : " ") + hashes.of(pin.picture());
    }

    /**
     * Holds the direction against the clip that it is for.
     *
     * @param frames how many the clip has
     * @param shotFirsts number of the first frame of each shot, the first of which is 0
     * @throws org.impasto.ImpastoException.BadInput where something lies outside the clip, a pinned picture is of another size, or a
     *     matte is too short; the sentence begins with file and line
     */
    public void check(ClipInfo clip, long frames, List<Long> shotFirsts) {
        new DirectionCheck(file, clip, frames, shotFirsts).run(this, sections, pins.values());
    }
}
