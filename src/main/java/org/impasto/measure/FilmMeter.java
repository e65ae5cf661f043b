package org.impasto.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/** Measures a render while it is made, frame after frame. Used by one thread. */
public final class FilmMeter implements AutoCloseable {
    private final MotionSource motion;
    private final List<FrameFigures> figures = new ArrayList<>();
    private Meter meter;

    /**
     * @param flow farneback, tvl1, dis, or a folder of true motion
     * @param source the clip; only its name is looked at
     */
    public FilmMeter(String flow, Path source) {
        this.motion = FlowChoice.open(flow, source);
    }

    /**
     * Takes the next frame.
     *
     * @param index its number in the clip
     * @param seconds when it is shown, counted from the first frame that is measured
     */
    public FrameFigures add(long index, double seconds, boolean beginsShot, Image source, Image stylized, Image reference) {
        if (meter == null) {
            meter = new Meter(motion, index);
        }
        Map<Track, Samples> frames = new EnumMap<>(Track.class);
        frames.put(Track.SOURCE, Samples.of(source));
        frames.put(Track.STYLIZED, Samples.of(stylized));
        frames.put(Track.REFERENCE, Samples.of(reference));
        FrameFigures next = meter.next(frames, seconds, beginsShot);
        figures.add(next);
        return next;
    }

    /**
     * The squared differences that the last frame's warp error is the mean of, on the pixels of the frame before; NaN where nothing is
     * measured, empty where a shot began. They are worked out when they are asked for, also after later frames.
     */
    public Optional<Supplier<Plane>> errors() {
        return meter.errors(Track.STYLIZED);
    }

    /** The same of the reference. */
    public Optional<Supplier<Plane>> referenceErrors() {
        return meter.errors(Track.REFERENCE);
    }

    /** Everything so far. */
    public Measurement measurement(List<String> damage) {
        return new Measurement(motion.description(), figures, damage);
    }

    @Override
    public void close() {
        motion.close();
    }
}
