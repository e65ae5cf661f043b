package org.impasto.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.impasto.Digests;
import org.impasto.image.Plane;

/**
 * The motion between neighbouring frames of a clip where it is known, as of what a 3D program has rendered: what {@link MotionEstimator} is where
 * it is not. Trusted is what both frames show, but for {@link UncoveredMargin}. Safe for use by several threads.
 */
public final class KnownMotion {
    private final MotionFolder files;
    private final Map<Long, String> hashes = new ConcurrentHashMap<>();

    public KnownMotion(MotionFolder files) {
        this.files = files;
    }

    /**
     * How the picture moved to a frame.
     *
     * @param from the frame that it moved from, counted from 0: the one before or, where a shot is painted backwards, behind
     * @param to the frame
     * @throws org.impasto.ImpastoException.BadInput where a file is missing or of another size
     */
    public Motion between(long from, long to, int width, int height) {
        // Files count frames from 1.
        if (from == to + 1) {
            return motion(files.forward(to + 1, width, height), files.hidden(to + 1, width, height));
        }
        if (from != to - 1) {
            throw new IllegalArgumentException("frames " + from + " and " + to + " are not neighbours");
        }
        return files.hasBackward() ? motion(files.backward(to + 1, width, height), files.uncovered(to + 1, width, height))
                : inverted(files.forward(to, width, height), files.hidden(to, width, height));
    }

    private static Motion inverted(FlowField forward, Plane hidden) {
        FlowInverse inverse = FlowInverse.of(forward, hidden);
        return motion(inverse.backward(), inverse.uncovered());
    }

    /**
     * Motion that is known.
     *
     * @param flow on the pixels of a frame, to the one that it is painted after
     * @param uncovered 1 where the frame shows what the other does not, else 0
     */
    public static Motion motion(FlowField flow, Plane uncovered) {
        int w = flow.width();
        int h = flow.height();
        Plane trust = new Plane(w, h);
        boolean[] appeared = new boolean[w * h];
        FlowField known = new FlowField(w, h);
        for (int i = 0; i < appeared.length; i++) {
            float x = i % w + flow.u()[i];
            float y = i / w + flow.v()[i];
            // Written so that a NaN counts as outside. It must not be carried on: paint would be fetched from nowhere.
            boolean inside = x >= 0 && x <= w - 1 && y >= 0 && y <= h - 1;
            known.u()[i] = Float.isNaN(x) ? 0 : flow.u()[i];
            known.v()[i] = Float.isNaN(y) ? 0 : flow.v()[i];
            appeared[i] = inside && uncovered.data()[i] > 0;
            trust.data()[i] = inside && uncovered.data()[i] == 0 ? 1 : 0;
        }
        UncoveredMargin.open(trust, appeared, known, UncoveredMargin.LEFT);
        return new Motion(known, trust, true);
    }

    /** What the motion between a frame, counted from 0, and the one before it depends on: a hash of its files' contents. */
    public String identity(long frame) {
        return hashes.computeIfAbsent(frame,
                f -> Digests.sha256(files.files(f).stream().map(Digests::ofInput).collect(Collectors.joining("\n"))));
    }

    /**
     * Looks whether the motion from the frame before to this one, counted from 0, is there; what is in the files is looked at when it is used.
     *
     * @throws org.impasto.ImpastoException.BadInput where a file is missing
     */
    public void check(long frame) {
        for (Path file : files.files(frame)) {
            if (!Files.isReadable(file)) {
                throw files.bad(file + ", for the motion from frame " + (frame - 1) + " to " + frame + " (counted from 0), is missing or cannot be read", null);
            }
        }
    }
}
