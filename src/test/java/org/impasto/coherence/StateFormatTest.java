package org.impasto.coherence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.impasto.flow.DisFlow;
import org.impasto.flow.KnownMotion;
import org.impasto.flow.Motion;
import org.impasto.flow.MotionEstimator;
import org.impasto.image.Image;
import org.impasto.image.Rows;
import org.impasto.scene.Scene;
import org.impasto.scene.Scenes;
import org.impasto.scene.TrueMotion;
import org.impasto.style.NoisePlane;
import org.junit.jupiter.api.Test;

class StateFormatTest {
    private static final int W = 97;
    private static final int H = 61;

    private static Image noise(long seed) {
        Random random = new Random(seed);
        Image image = new Image(W, H);
        for (int i = 0; i < image.data().length; i++) {
            image.data()[i] = random.nextFloat();
        }
        return image;
    }

    static byte[] bytes(CoherenceState state) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateFormat.write(state.compact(), out);
        return out.toByteArray();
    }

    /** A network in whose picture its noise is to be seen. */
    private static Stylization painted(long seed) {
        return (prior, plane) -> {
            Image image = noise(seed);
            for (int i = 0; i < W * H; i++) {
                image.data()[i] = 0.5f + 0.1f * plane.orElseThrow().data()[i];
            }
            return image;
        };
    }

    /** Long enough for renewed paint, fading paint and anchors of many frames; with a pinned frame on the way. */
    @Test
    void aShotTakenUpFromItsBytesGoesOnToTheBit() throws IOException {
        Scene scene = Scenes.random(3, W, H, 60);
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        try (MotionEstimator motion = new MotionEstimator(new DisFlow(DisFlow.Preset.MEDIUM))) {
            Image before = scene.frame(0).image();
            CoherenceState whole = rule.first(before, (p, n) -> noise(0));
            CoherenceState taken = whole;
            NoisePlane plane = new NoisePlane(5);
            for (int t = 1; t < 60; t++) {
                Image now = scene.frame(t).image();
                long seed = t;
                var m = motion.between(before, now);
                whole = t == 20 ? rule.pinned(t, now, noise(1000)) : Film.next(rule, whole, now, m, 1, plane, painted(seed));
                taken = t == 20 ? rule.pinned(t, now, noise(1000)) : Film.next(rule, taken, now, m, 1, plane, painted(seed));
                assertArrayEquals(whole.painted().data(), taken.painted().data(), "frame " + t);
                if (t % 13 == 0) {
                    whole = whole.compact();
                    taken = taken.compact();
                    byte[] bytes = bytes(taken);
                    taken = StateFormat.read(new ByteArrayInputStream(bytes));
                    assertArrayEquals(bytes, bytes(taken));
                }
                before = now;
            }
        }
    }

    /** With the true motion, so that how well motion is estimated plays no part. */
    @Test
    void compactionIsNotSeen() {
        Scene scene = Scenes.random(3, W, H, 60);
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        CoherenceState plain = rule.first(scene.frame(0).image(), (p, n) -> noise(0));
        for (int t = 1; t <= 40; t++) {
            plain = rule.next(plain, scene.frame(t).image(), truth(scene, t), (p, n) -> noise(0));
        }
        CoherenceState compacted = plain.compact();
        for (int t = 41; t <= 44; t++) {
            Image now = scene.frame(t).image();
            plain = rule.next(plain, now, truth(scene, t), (p, n) -> noise(0));
            compacted = rule.next(compacted, now, truth(scene, t), (p, n) -> noise(0));
            double sum = 0;
            for (int i = 0; i < 3 * W * H; i++) {
                sum += Math.abs(plain.painted().data()[i] - compacted.painted().data()[i]);
            }
            // White noise, the worst there is to resample, and what seams cost it is amplified, rounding and all: an eighth of an 8-bit step.
            assertEquals(0, sum / (3 * W * H), 0.14 / 255, "frame " + t);
        }
    }

    private static Motion truth(Scene scene, int frame) {
        TrueMotion backward = scene.frame(frame).backward();
        return KnownMotion.motion(backward.flow(), backward.occlusion());
    }

    @Test
    void whatIsNoStateIsRefused() throws IOException {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        byte[] good = bytes(rule.first(noise(1), (p, n) -> noise(2)));
        for (int n : new int[] {0, 3, 20, 1000, good.length - 1}) {
            assertThrows(IOException.class, () -> StateFormat.read(new ByteArrayInputStream(Arrays.copyOf(good, n))), n + " bytes");
        }
        byte[] other = good.clone();
        other[0]++;
        assertThrows(IOException.class, () -> StateFormat.read(new ByteArrayInputStream(other)));
    }

    /** Paint of a frame that a person made is not renewed by age; paint of the network is. */
    @Test
    void pinnedPaintStays() {
        CoherenceRule rule = new CoherenceRule(CoherenceSettings.of(1, 1), Rows.SERIAL);
        Image content = noise(5);
        CoherenceState pinned = rule.pinned(0, content, noise(6));
        CoherenceState usual = rule.first(content, (p, n) -> noise(6));
        var still = new org.impasto.flow.Motion(new org.impasto.flow.FlowField(W, H), new org.impasto.image.Plane(W, H));
        Arrays.fill(still.trust().data(), 1);
        for (int t = 1; t < 60; t++) {
            pinned = rule.next(pinned, content, still, (p, n) -> noise(7));
            usual = rule.next(usual, content, still, (p, n) -> noise(7));
        }
        assertArrayEquals(noise(6).data(), pinned.painted().data(), 2e-2f);
        float off = 0;
        for (int i = 0; i < 3 * W * H; i++) {
            off = Math.max(off, Math.abs(usual.painted().data()[i] - noise(6).data()[i]));
        }
        org.junit.jupiter.api.Assertions.assertTrue(off > 0.5, "off by " + off);
    }
}
