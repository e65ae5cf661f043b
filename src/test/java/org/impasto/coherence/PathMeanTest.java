package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.impasto.flow.FlowField;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionPair;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;
import org.impasto.style.NoisePlane;
import org.junit.jupiter.api.Test;

class PathMeanTest {
    private static final int W = 32;
    private static final int H = 24;
    private static final int MIDDLE = H / 2 * W + W / 2;
    private static final Image SOURCE = grey(0.5f);

    private static Image grey(float v) {
        Image image = new Image(W, H);
        Arrays.fill(image.data(), v);
        return image;
    }

    /** Motion of so many pixels a frame to the right that is known, and trusted by so much. */
    private static Motion moving(float pixels, float trust) {
        FlowField flow = new FlowField(W, H);
        Arrays.fill(flow.u(), -pixels);
        Plane plane = new Plane(W, H);
        Arrays.fill(plane.data(), trust);
        return new Motion(flow, plane, true);
    }

    private static Coming coming(Image content, float pixels, float trust, Image painted) {
        return new Coming(content, Optional.of(new MotionPair(moving(pixels, trust), Optional.of(moving(-pixels, trust)))), (p, n) -> painted);
    }

    private static Image mean(List<Coming> frames, double strength) {
        return new PaintedAhead(48, Rows.SERIAL).next(Optional.empty(), frames, strength, new NoisePlane(1)).picture();
    }

    /** Of a scene that stands still, painted lighter in each frame, from 0.2 by 0.1. */
    private static List<Coming> lighter(int frames) {
        List<Coming> all = new ArrayList<>();
        for (int t = 0; t < frames; t++) {
            all.add(coming(SOURCE, 0, 1, grey(0.2f + 0.1f * t)));
        }
        return all;
    }

    @Test
    void whatStandsStillHasTheMeanOfFiveFrames() {
        assertEquals(0.4, mean(lighter(8), 1).data()[MIDDLE], 1e-6);
    }

    @Test
    void atTheEndTheMeanIsOfWhatThereIs() {
        assertEquals(0.3, mean(lighter(3), 1).data()[MIDDLE], 1e-6);
        List<Coming> last = lighter(1);
        assertSame(last.get(0).paint().paint(Optional.empty(), Optional.empty()), mean(last, 1));
    }

    @Test
    void halfTheStrengthCountsEachFrameHalfAsMuchAsTheOneBefore() {
        double expected = (0.2 + 0.3 / 2 + 0.4 / 4 + 0.5 / 8 + 0.6 / 16) / (1 + 1 / 2.0 + 1 / 4.0 + 1 / 8.0 + 1 / 16.0);
        assertEquals(expected, mean(lighter(5), 0.5).data()[MIDDLE], 1e-6);
        assertEquals(0.2f, mean(lighter(5), 0).data()[MIDDLE]);
    }

    @Test
    void whatIsHiddenInTheNextFrameIsPaintedAlone() {
        List<Coming> frames = lighter(5);
        frames.set(1, coming(SOURCE, 0, 0, grey(0.3f)));
        assertEquals(0.2, mean(frames, 1).data()[MIDDLE], 1e-6);
        frames = lighter(5);
        frames.set(3, coming(SOURCE, 0, 0, grey(0.5f)));
        assertEquals(0.3, mean(frames, 1).data()[MIDDLE], 1e-6);
    }

    @Test
    void whatLooksOtherwiseLaterDoesNotCount() {
        List<Coming> frames = lighter(5);
        frames.set(2, coming(grey(0.7f), 0, 1, grey(0.9f)));
        assertEquals(0.25, mean(frames, 1).data()[MIDDLE], 1e-6);
    }

    /** Paint that goes with the thing is where it was painted: whole pixels are fetched as they are. */
    @Test
    void paintThatMovesWithItsThingKeepsItsPlace() {
        List<Coming> frames = new ArrayList<>();
        for (int t = 0; t < 5; t++) {
            Image painted = new Image(W, H);
            for (int i = 0; i < painted.data().length; i++) {
                painted.data()[i] = 0.5f + 0.3f * (float) Math.sin((i % W - 2 * t) * 0.8);
            }
            frames.add(coming(SOURCE, 2, 1, painted));
        }
        Image alone = frames.get(0).paint().paint(Optional.empty(), Optional.empty());
        Image found = mean(frames, 1);
        for (int x = 8; x < W - 12; x++) {
            assertEquals(alone.at(0, x, H / 2), found.at(0, x, H / 2), 0.002, "column " + x);
        }
    }

    /** What was painted ahead is used again: nothing else comes out than if nothing had been. */
    @Test
    void nothingIsPaintedTwiceAndNothingDependsOnIt() {
        int[] asked = new int[1];
        List<Coming> frames = new ArrayList<>();
        for (int t = 0; t < 12; t++) {
            float v = 0.2f + 0.05f * t;
            frames.add(new Coming(grey(0.5f + 0.001f * t), Optional.of(new MotionPair(moving(0.3f, 0.9f), Optional.of(moving(-0.3f, 0.9f)))), (p, noise) -> {
                asked[0]++;
                Image painted = grey(v);
                for (int i = 0; noise.isPresent() && i < painted.data().length; i++) {
                    painted.data()[i] += 0.1f * noise.get().data()[i % (W * H)];
                }
                return painted;
            }));
        }
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        NoisePlane noise = new NoisePlane(1);
        CoherenceState state = null;
        for (int t = 0; t < frames.size(); t++) {
            List<Coming> rest = frames.subList(t, frames.size());
            CoherenceState before = state;
            state = rule.follow(Optional.ofNullable(before), rest, 1, noise);
            int once = asked[0];
            CoherenceState anew = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL).follow(Optional.ofNullable(before), rest, 1, noise);
            assertEquals(Math.min(frames.size(), t + 5), once);
            asked[0] = once;
            assertArrayEquals(anew.painted().data(), state.painted().data(), "frame " + t);
        }
    }
}
