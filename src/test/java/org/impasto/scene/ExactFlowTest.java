package org.impasto.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of the package: the flow says where each thing went, the occlusion which things went away. */
class ExactFlowTest {
    @Test
    void translationIsTheSameEverywhere() {
        TrueMotion back = Scenes.translation(40, 30, 2.25, -1.5, 3).frame(2).backward();
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                assertEquals(-2.25f, back.flow().u()[y * 40 + x], 1e-4f);
                assertEquals(1.5f, back.flow().v()[y * 40 + x], 1e-4f);
                boolean inside = x - 2.25 >= -0.5 && y + 1.5 < 29.5;
                assertEquals(inside ? 0 : 1, back.occlusion().at(x, y), "at " + x + "," + y);
            }
        }
    }

    @Test
    void zoomMovesPointsAlongRays() {
        TrueMotion forward = Scenes.zoom(41, 31, 1.05, 2).frame(1).forward();
        // The centre of the picture is the centre of pixel (20, 15).
        assertEquals(0, forward.flow().u()[15 * 41 + 20], 1e-5);
        assertEquals(10 * 0.05, forward.flow().u()[15 * 41 + 30], 1e-5);
        assertEquals(-15 * 0.05, forward.flow().v()[20], 1e-5);
    }

    @Test
    void rotationTurnsClockwise() {
        TrueMotion forward = Scenes.rotation(41, 31, 2, 2).frame(1).forward();
        double sin = StrictMath.sin(StrictMath.toRadians(2));
        // A point to the right of the centre goes down.
        assertEquals(10 * sin, forward.flow().v()[15 * 41 + 30], 1e-5);
    }

    @Test
    void staticShotStands() {
        Scene scene = Scenes.staticShot(32, 18, 3);
        assertEquals(0, Errors.max(scene.frame(1).image().data(), scene.frame(2).image().data()));
        assertEquals(0, scene.frame(2).backward().flow().u()[100]);
        assertEquals(0, scene.frame(2).backward().occlusion().at(0, 0));
    }

    @Test
    void nothingComesBeforeTheFirstFrame() {
        SceneFrame first = Scenes.staticShot(32, 18, 3).frame(0);
        assertEquals(1, first.backward().occlusion().at(5, 5));
    }

    /** Bilinear or B-spline warps would add their own error; the reference is the scene's waves at half a pixel. */
    @Test
    void sourceWarpedByItsFlowIsItself() {
        Scene scene = Scenes.translation(96, 64, 1.37, 0.61, 2);
        double rms = Errors.warp(scene.frame(0), scene.frame(1));
        assertTrue(rms < 0.002, "rms " + rms);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomScenesAreWarpedExactly(long seed) {
        Scene scene = Scenes.random(seed, 160, 90, 4);
        SceneFrame before = scene.frame(2);
        SceneFrame frame = scene.frame(3);
        double rms = Errors.warp(before, frame);
        assertTrue(rms < 0.012, "rms " + rms);
        assertTrue(Errors.roundTrip(frame) < 0.05, "round trip " + Errors.roundTrip(frame));
    }

    @Test
    void whatAnOccluderUncoversIsOccluded() {
        // Frame by frame the blobs of a random scene uncover background: both directions must have occlusions inside.
        SceneFrame frame = Scenes.random(3, 160, 90, 4).frame(2);
        assertTrue(Errors.share(frame.backward().occlusion()) > 0.002);
        assertTrue(Errors.share(frame.forward().occlusion()) > 0.002);
        assertTrue(Errors.share(frame.backward().occlusion()) < 0.2);
    }
}
