package org.impasto.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.impasto.coherence.Coming;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.media.Rational;
import org.impasto.shots.ShotDetector;

/** Looks at a clip once, frame by frame, and keeps what a plan needs to know of it. */
final class Surveyor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Surveyor() {
    }

    /** Reads as far as the request reaches. */
    static Survey run(RenderRequest request, RenderListener listener, StageClock clock, Cancellation cancellation) {
        List<Frame> bare = new ArrayList<>();
        List<Long> hashes = new ArrayList<>();
        List<Boolean> begins = new ArrayList<>();
        ShotDetector detector = new ShotDetector();
        FrameHash hash = new FrameHash();
        try (FrameSource source = Clips.open(request.input(), request.threads())) {
            Rational unit = source.info().video().timeBase();
            long wanted = Long.MAX_VALUE;
            boolean whole = false;
            while (begins.size() < wanted) {
                cancellation.check();
                Optional<Frame> next = clock.time("decode", source::next);
                if (next.isEmpty()) {
                    begins.addAll(detector.end());
                    whole = true;
                    break;
                }
                Frame frame = next.get();
                boolean over = frame.index() > request.frames().last() || request.end().map(
                        t -> !bare.isEmpty() && !Span.isBefore(frame.pts() - bare.get(0).pts(), unit, t)).orElse(false);
                // Decisions over time may be about shots and frames beyond the range.
                if (over && request.direction().isEmpty() && wanted == Long.MAX_VALUE) {
                    // Some more than is wanted: where the next lies says that the range ends before it, and a film that follows its network looks that far ahead.
                    wanted = frame.index() + Coming.MOST;
                }
                bare.add(frame.with(null));
                hashes.add(clock.time("survey", () -> hash.of(frame.image())));
                begins.addAll(clock.time("survey", () -> detector.add(frame.image())));
                listener.surveyed(bare.size());
            }
            int n = (int) Math.min(begins.size(), wanted);
            long[] shots = java.util.stream.LongStream.range(0, n).filter(i -> begins.get((int) i)).toArray();
            return new Survey(unit.toString(), bare.stream().limit(n).mapToLong(Frame::pts).toArray(),
                    bare.stream().limit(n).mapToLong(Frame::duration).toArray(),
                    hashes.stream().limit(n).mapToLong(Long::longValue).toArray(), shots, whole, source.damage());
        }
    }

    static void write(Survey survey, Path file) throws IOException {
        JSON.writeValue(file.toFile(), survey);
    }

    static Survey read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), Survey.class);
    }
}
