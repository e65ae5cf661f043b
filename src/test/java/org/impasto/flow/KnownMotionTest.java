package org.impasto.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Plane;
import org.impasto.scene.MotionFiles;
import org.impasto.scene.TrueMotion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownMotionTest {
    private static final int W = 40;
    private static final int H = 10;

    @TempDir
    Path folder;

    /** From frame 0 to 1 the picture moves 2 to the right; forward, pixel 100 is hidden, and backward, pixel 200 is uncovered. */
    @BeforeEach
    void write() throws IOException {
        MotionFiles.write(new TrueMotion(moving(2), marked(100)), folder, "shot", 1);
        MotionFiles.write(new TrueMotion(moving(-2), marked(220)), folder.resolve("backward"), "shot", 2);
    }

    private static FlowField moving(float u) {
        FlowField flow = new FlowField(W, H);
        Arrays.fill(flow.u(), u);
        return flow;
    }

    private static Plane marked(int pixel) {
        Plane mask = new Plane(W, H);
        mask.data()[pixel] = 1;
        return mask;
    }

    private KnownMotion motion() {
        return new KnownMotion(MotionFolder.open("--motion", folder, Path.of("shot.mp4")));
    }

    @Test
    void paintMovesOnByTheBackwardFlow() {
        Motion motion = motion().between(0, 1, W, H);
        assertArrayEquals(moving(-2).u(), motion.backward().u());
        assertEquals(0, motion.trust().data()[220], "uncovered");
        assertEquals(UncoveredMargin.LEFT, motion.trust().data()[220 + 3], "beside it");
        assertEquals(1, motion.trust().data()[220 + 8], "away from it");
        assertEquals(0, motion.trust().data()[5 * W + 1], "comes in");
    }

    @Test
    void paintMovesBackByTheForwardFlow() {
        Motion motion = motion().between(1, 0, W, H);
        assertArrayEquals(moving(2).u(), motion.backward().u());
        assertEquals(0, motion.trust().data()[100], "hidden later");
        assertEquals(1, motion.trust().data()[230]);
        assertEquals(0, motion.trust().data()[6 * W - 1], "goes out");
    }

    @Test
    void whatIsNoNumberOrFarOutsideIsNotTrusted() {
        FlowField flow = moving(0);
        flow.u()[5] = Float.NaN;
        flow.v()[6] = 1e9f;
        Motion motion = KnownMotion.motion(flow, new Plane(W, H));
        assertEquals(0, motion.trust().data()[5]);
        assertEquals(0, motion.backward().u()[5]);
        assertEquals(0, motion.trust().data()[6]);
        assertEquals(1, motion.trust().data()[7]);
    }

    @Test
    void whereNoBackwardFlowIsThereTheForwardOneIsTurnedRound() throws IOException {
        try (var files = Files.walk(folder.resolve("backward"))) {
            for (Path f : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(f);
            }
        }
        Motion motion = motion().between(0, 1, W, H);
        assertEquals(-2, motion.backward().u()[5 * W + 20], 1e-6);
        assertEquals(1, motion.trust().data()[5 * W + 30]);
        assertEquals(0, motion.trust().data()[102], "where the hidden pixel would have gone nothing has landed");
    }

    @Test
    void itIsKnownByItsFilesContents() throws IOException {
        String before = motion().identity(1);
        assertEquals(before, motion().identity(1));
        FlowField other = moving(-2);
        other.v()[0] = 0.5f;
        MotionFiles.write(new TrueMotion(other, marked(220)), folder.resolve("backward"), "shot", 2);
        assertNotEquals(before, motion().identity(1));
    }

    @Test
    void aMissingFileIsToldBeforeItIsNeeded() {
        motion().check(1);
        String told = assertThrows(BadInput.class, () -> motion().check(2)).getMessage();
        assertTrue(told.startsWith("--motion: ") && told.contains("frame_0002.flo") && told.contains("from frame 1 to 2"), told);
    }

    @Test
    void anotherSizeIsRefused() {
        String told = assertThrows(BadInput.class, () -> motion().between(0, 1, W + 2, H)).getMessage();
        assertTrue(told.contains("is 40x10, but the clip 42x10"), told);
    }

    @Test
    void whatIsNoFolderIsRefused() {
        assertTrue(assertThrows(BadInput.class, () -> MotionFolder.open("--motion", folder.resolve("nowhere"), Path.of("a.mp4"))).getMessage()
                .contains("is not a folder"));
    }
}
