package org.impasto.measure;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.impasto.ImpastoException.BadInput;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.media.SameFrames;
import org.impasto.shots.ShotDetector;

/** Measures clips: decodes them side by side, finds the source's shots, and refuses clips that are not of the same frames. */
public final class ClipMeter implements AutoCloseable {
    /** A frame of all tracks that waits until it is known whether it begins a shot. */
    private record Waiting(Map<Track, Samples> frames, double seconds) {
    }

    private final Map<Track, FrameSource> clips = new EnumMap<>(Track.class);
    private final Map<Track, SameFrames> beside = new EnumMap<>(Track.class);
    private final Deque<Waiting> undecided = new ArrayDeque<>();
    private final List<FrameFigures> figures = new ArrayList<>();
    private long read;
    private long origin;

    private ClipMeter() {
    }

    /** @throws BadInput where a clip cannot be read, or the clips differ in size, length or rate */
    public static Measurement measure(MeasureRequest request) {
        try (ClipMeter meter = new ClipMeter()) {
            meter.open(Track.SOURCE, request.source(), request.threads());
            meter.open(Track.STYLIZED, request.stylized(), request.threads());
            request.reference().ifPresent(file -> meter.open(Track.REFERENCE, file, request.threads()));
            try (MotionSource motion = FlowChoice.open(request.flow(), request.source())) {
                meter.run(new Meter(motion));
                return new Measurement(motion.description(), meter.figures, meter.damage());
            }
        }
    }

    private List<String> damage() {
        List<String> sentences = new ArrayList<>();
        clips.values().forEach(c -> c.damage().sentences().forEach(s -> sentences.add(c.info().path() + ": " + s)));
        return sentences;
    }

    private void open(Track track, Path file, int threads) {
        FrameSource clip = Clips.open(file, threads);
        clips.put(track, clip);
        beside.put(track, new SameFrames(clip.info(), clips.get(Track.SOURCE).info()));
    }

    private void run(Meter meter) {
        ShotDetector detector = new ShotDetector();
        for (Map<Track, Frame> frames = read(); !frames.isEmpty(); frames = read()) {
            Map<Track, Samples> samples = new EnumMap<>(Track.class);
            frames.forEach((track, frame) -> samples.put(track, Samples.of(frame.image())));
            undecided.addLast(new Waiting(samples, seconds(frames.get(Track.SOURCE))));
            decide(detector.add(frames.get(Track.SOURCE).image()), meter);
        }
        decide(detector.end(), meter);
        if (figures.isEmpty()) {
            throw new BadInput(clips.get(Track.SOURCE).info().path() + " holds no frame");
        }
    }

    /** The next frame of every clip; empty at the end of all. */
    private Map<Track, Frame> read() {
        Map<Track, Frame> frames = new EnumMap<>(Track.class);
        clips.forEach((track, clip) -> clip.next().ifPresent(frame -> frames.put(track, frame)));
        for (Track track : clips.keySet()) {
            if (frames.isEmpty()) {
                break;
            }
            if (!frames.containsKey(Track.SOURCE) || !frames.containsKey(track)) {
                Track ended = frames.containsKey(Track.SOURCE) ? track : Track.SOURCE;
                Track longer = frames.keySet().iterator().next();
                throw SameFrames.ends(clips.get(ended).info(), read, clips.get(longer).info());
            }
            beside.get(track).check(frames.get(track), frames.get(Track.SOURCE));
        }
        read++;
        return frames;
    }

    /** Time since the clip's first frame. */
    private double seconds(Frame frame) {
        origin = figures.isEmpty() && undecided.isEmpty() ? frame.pts() : origin;
        return (frame.pts() - origin) * clips.get(Track.SOURCE).info().video().timeBase().toDouble();
    }

    private void decide(List<Boolean> verdicts, Meter meter) {
        for (boolean begins : verdicts) {
            Waiting w = undecided.removeFirst();
            figures.add(meter.next(w.frames(), w.seconds(), begins));
        }
    }

    @Override
    public void close() {
        clips.values().forEach(FrameSource::close);
    }
}
