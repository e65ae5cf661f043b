package org.impasto.render;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.impasto.ImpastoException;
import org.impasto.media.ClipInfo;
import org.impasto.media.Clips;
import org.impasto.media.Frame;
import org.impasto.media.FrameSource;
import org.impasto.media.Rational;
import org.impasto.shots.ShotDetector;

/**
 * Which frames are written, and from which frame on they must be painted so that they come out as in a render of the whole
 * clip: the first frame of the shot that the range begins in.
 */
final class Span {
    private final long first;
    private final long warmUpFrom;
    private final FrameRange frames;
    private final Optional<Rational> end;
    private final Rational timeBase;
    private final long origin;

    private Span(long first, long warmUpFrom, FrameRange frames, Optional<Rational> end, Rational timeBase, long origin) {
        this.first = first;
        this.warmUpFrom = warmUpFrom;
        this.frames = frames;
        this.end = end;
        this.timeBase = timeBase;
        this.origin = origin;
    }

    /** Decodes as far as the range's first frame to find the shot it is in; costs nothing for a range from the beginning. */
    static Span find(RenderRequest request, Cancellation cancellation) {
        try (FrameSource source = Clips.open(request.input(), request.threads())) {
            Rational timeBase = source.info().video().timeBase();
            ShotDetector detector = new ShotDetector();
            long origin = 0;
            long first = -1;
            long shot = 0;
            long decided = 0;
            for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
                cancellation.check();
                Frame frame = next.get();
                origin = frame.index() == 0 ? frame.pts() : origin;
                long start = origin;
                if (first < 0 && frame.index() >= request.frames().first()
                        && request.start().map(t -> !isBefore(frame.pts() - start, timeBase, t)).orElse(true)) {
                    first = frame.index();
                    if (request.end().map(t -> !isBefore(frame.pts() - start, timeBase, t)).orElse(false)) {
                        throw new ImpastoException.BadInput("no frame of " + request.input() + " lies between --start and --end");
                    }
                }
                if (first == 0) {
                    return new Span(0, 0, request.frames(), request.end(), timeBase, origin);
                }
                for (boolean begins : detector.add(frame.image())) {
                    shot = begins && (first < 0 || decided <= first) ? decided : shot;
                    decided++;
                }
                if (first >= 0 && decided > first) {
                    return new Span(first, shot, request.frames(), request.end(), timeBase, origin);
                }
            }
            if (first < 0) {
                throw new ImpastoException.BadInput(request.input() + " ends before the range that was asked for begins: it has "
                        + (decided + detector.end().size()) + " frames");
            }
            List<Boolean> rest = detector.end();
            for (boolean begins : rest) {
                shot = begins && decided <= first ? decided : shot;
                decided++;
            }
            return new Span(first, shot, request.frames(), request.end(), timeBase, origin);
        }
    }

    long first() {
        return first;
    }

    long warmUpFrom() {
        return warmUpFrom;
    }

    /** Whether a frame lies behind the range. */
    boolean isAfter(Frame frame) {
        return frame.index() > frames.last() || end.map(t -> !isBefore(frame.pts() - origin, timeBase, t)).orElse(false);
    }

    /** How many frames will be written, as far as the container tells; 0 where it does not. */
    long length(ClipInfo clip) {
        long count = clip.video().frames();
        if (count <= 0 || end.isPresent()) {
            return frames.toTheEnd() || end.isPresent() ? 0 : frames.last() - first + 1;
        }
        return Math.max(0, Math.min(frames.last(), count - 1) - first + 1);
    }

    /** Times are counted as ffmpeg counts them for -ss: from the clip's first frame. */
    static boolean isBefore(long pts, Rational timeBase, Rational time) {
        BigInteger left = BigInteger.valueOf(pts).multiply(BigInteger.valueOf(timeBase.num()))
                .multiply(BigInteger.valueOf(time.den()));
        BigInteger right = BigInteger.valueOf(time.num())
                .multiply(BigInteger.valueOf(timeBase.den()));
        return left.compareTo(right) < 0;
    }

    @Override
    public String toString() {
        return "frames " + frames.first() + "-" + (frames.toTheEnd() ? "" : frames.last()) + end.map(t -> ", before "
                + t.toDouble() + " s").orElse("");
    }
}
