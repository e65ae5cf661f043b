package org.impasto.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a render store holds, as written to {@code manifest.json}.
 *
 * @param format version of this layout
 * @param inputSha256 hash of the clip that {@code survey} is of; null before it is known
 * @param request what is rendered, as the render wrote it; null before that
 * @param takes what is rendered over it, in order
 * @param survey the frames of the clip; null before it is there
 * @param segments finished segments, by their first frame
 * @param states boundary states, by frame and track
 * @param beginning files that are being written and are not in one of the lists yet: so that they can be told from strangers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(int format, String inputSha256, JsonNode request, List<JsonNode> takes, Stored survey,
        List<SegmentEntry> segments, List<StateEntry> states, List<String> beginning) {
    public static final int FORMAT = 1;
    static final Manifest EMPTY = new Manifest(FORMAT, null, null, List.of(), null, List.of(), List.of(), List.of());

    public Manifest {
        takes = takes == null ? List.of() : List.copyOf(takes);
        segments = segments == null ? List.of() : List.copyOf(segments);
        states = states == null ? List.of() : List.copyOf(states);
        beginning = beginning == null ? List.of() : List.copyOf(beginning);
    }

    public Optional<SegmentEntry> segment(long first, long last) {
        return segments.stream().filter(s -> s.first() == first && s.last() == last).findFirst();
    }

    public Optional<StateEntry> state(long frame, int track) {
        return states.stream().filter(s -> s.frame() == frame && s.track() == track).findFirst();
    }

    public Manifest withRequest(JsonNode value, List<JsonNode> over) {
        return new Manifest(format, inputSha256, value, over, survey, segments, states, beginning);
    }

    public Manifest withSurvey(String sha256, Stored value) {
        return new Manifest(format, sha256, request, takes, value, segments, states, beginning);
    }

    Manifest with(SegmentEntry entry) {
        List<SegmentEntry> all = new ArrayList<>(segments);
        all.removeIf(s -> s.first() == entry.first() && s.last() == entry.last());
        all.add(entry);
        all.sort(java.util.Comparator.comparingLong(SegmentEntry::first).thenComparingLong(SegmentEntry::last));
        return new Manifest(format, inputSha256, request, takes, survey, all, states, beginning);
    }

    Manifest with(StateEntry entry) {
        List<StateEntry> all = new ArrayList<>(states);
        all.removeIf(s -> s.frame() == entry.frame() && s.track() == entry.track());
        all.add(entry);
        all.sort(java.util.Comparator.comparingLong(StateEntry::frame).thenComparingInt(StateEntry::track));
        return new Manifest(format, inputSha256, request, takes, survey, segments, all, beginning);
    }

    Manifest without(SegmentEntry entry) {
        return new Manifest(format, inputSha256, request, takes, survey, segments.stream().filter(s -> !s.equals(entry)).toList(), states,
                beginning);
    }

    Manifest without(StateEntry entry) {
        return new Manifest(format, inputSha256, request, takes, survey, segments, states.stream().filter(s -> !s.equals(entry)).toList(),
                beginning);
    }

    Manifest begin(String file) {
        return new Manifest(format, inputSha256, request, takes, survey, segments, states,
                Stream.concat(beginning.stream(), Stream.of(file)).distinct().toList());
    }

    Manifest begun(String file) {
        return new Manifest(format, inputSha256, request, takes, survey, segments, states,
                beginning.stream().filter(f -> !f.equals(file)).toList());
    }

    /** Every file that it names. */
    Stream<String> files() {
        return Stream.of(Stream.ofNullable(survey).map(Stored::file), segments.stream().map(s -> s.file().file()),
                states.stream().map(s -> s.file().file()), beginning.stream()).flatMap(s -> s).distinct();
    }
}
