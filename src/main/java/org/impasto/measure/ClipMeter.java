package org.impasto.measure;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.impasto.ImpastoException.BadInput;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.media.VideoInfo;
import org.impasto.shots.ShotDetector;

/** Measures clips: decodes them side by side, finds the source's shots, and refuses clips that are not of the same frames. */
public final class ClipMeter implements AutoCloseable {
    // Containers round times to a millisecond or their own grain; 24 and 23.976 frames a second part after three seconds.
    private static final double TIME_GRAIN = 0.0015;
    private static final double TIME_SHARE = 0.0005;

    /** A frame of all tracks that waits until it is known whether it begins a shot. */
    private record Waiting(Map<Track, Samples> frames, double seconds) {
    }

    private final Map<Track, FrameSource> clips = new EnumMap<>(Track.class);
    private final Map<Track, Long> origins = new EnumMap<>(Track.class);
    private final Deque<Waiting> undecided = new ArrayDeque<>();
    private final List<FrameFigures> figures = new ArrayList<>();
    private long read;

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
        VideoInfo video = clip.info().video();
        VideoInfo source = clips.get(Track.SOURCE).info().video();
        if (video.width() != source.width() || video.height() != source.height()) {
            throw new BadInput(name(track) + " is " + size(video) + ", but the source " + size(source)
                    + ": only clips of one size can be measured");
        }
        if (video.rotation() != source.rotation()) {
            throw new BadInput(name(track) + " is shown turned by " + video.rotation() + " degrees, but the source by " + source.rotation()
                    + ": their pixels do not lie upon each other");
        }
    }

    private static String size(VideoInfo video) {
        return video.width() + "x" + video.height();
    }

    private String name(Track track) {
        return clips.get(track).info().path().toString();
    }

    private void run(Meter meter) {
        ShotDetector detector = new ShotDetector();
        for (Map<Track, Frame> frames = read(); !frames.isEmpty(); frames = read()) {
            Map<Track, Samples> samples = new EnumMap<>(Track.class);
            frames.forEach((track, frame) -> samples.put(track, Samples.of(frame.image())));
            undecided.addLast(new Waiting(samples, seconds(Track.SOURCE, frames.get(Track.SOURCE))));
            decide(detector.add(frames.get(Track.SOURCE).image()), meter);
        }
        decide(detector.end(), meter);
        if (figures.isEmpty()) {
            throw new BadInput(name(Track.SOURCE) + " holds no frame");
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
                throw new BadInput(name(ended) + " ends after " + read + " frames, but " + name(longer)
                        + " goes on: only clips of the same frames can be measured");
            }
            checkTime(track, frames);
        }
        read++;
        return frames;
    }

    private void checkTime(Track track, Map<Track, Frame> frames) {
        double here = seconds(track, frames.get(track));
        double source = seconds(Track.SOURCE, frames.get(Track.SOURCE));
        if (Math.abs(here - source) > TIME_GRAIN + TIME_SHARE * source) {
            throw new BadInput(String.format(Locale.ROOT, "%s shows frame %d at %.4f s (%s frames a second), but the source at "
                    + "%.4f s (%s): only clips of one rate, frame by frame, can be measured", name(track), read, here, rate(track), source, rate(Track.SOURCE)));
        }
    }

    private String rate(Track track) {
        return clips.get(track).info().video().frameRate().toString();
    }

    /** Time since the clip's first frame. */
    private double seconds(Track track, Frame frame) {
        long origin = origins.computeIfAbsent(track, t -> frame.pts());
        return (frame.pts() - origin) * clips.get(track).info().video().timeBase().toDouble();
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
