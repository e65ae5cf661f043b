package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.impasto.Digests;
import org.impasto.ImpastoException.BadInput;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;
import org.impasto.measure.WarpError;
import org.impasto.media.Frame;
import org.impasto.scene.MotionFiles;
import org.impasto.scene.Scene;
import org.impasto.scene.SceneFrame;
import org.impasto.scene.Scenes;
import org.impasto.scene.TrueMotion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clip of three shots with its true motion in files; where a shot begins there is none. */
class KnownMotionRenderTest {
    @TempDir
    static Path folder;

    private static StoredClip c;
    private static Path motion;

    @BeforeAll
    static void clip() throws IOException {
        c = new StoredClip(folder);
        motion = folder.resolve("motion");
        write(motion, step -> step);
    }

    /** The files of the clip's motion, each step as it is to be told. */
    private static void write(Path into, UnaryOperator<TrueMotion> told) throws IOException {
        int t = 0;
        for (int shot = 0; shot < StoredClip.SHOTS.length; shot++) {
            Scene scene = Scenes.random(shot + 1, StoredClip.W, StoredClip.H, StoredClip.SHOTS[shot]);
            for (int i = 0; i < StoredClip.SHOTS[shot]; i++, t++) {
                if (i > 0) {
                    SceneFrame frame = scene.frame(i);
                    MotionFiles.write(told.apply(frame.forward()), into, "clip", t);
                    MotionFiles.write(told.apply(frame.backward()), into.resolve("backward"), "clip", t + 1);
                }
            }
        }
    }

    private static RenderRequest request(String out, Optional<Path> known) {
        RenderRequest r = c.request(out, StoredClip.LOSSLESS, 1, FrameRange.ALL, 1);
        return new RenderRequest(r.input(), r.output(), r.style(), r.frames(), r.start(), r.end(), r.baseline(), r.strength(), r.device(),
                r.threads(), r.encode(), r.overwrite(), r.direction(), known, r.store());
    }

    private static void render(String out) {
        render(out, motion);
    }

    private static void render(String out, Path known) {
        c.messages.clear();
        c.render(request(out, Optional.of(known)));
    }

    private static double warpError(String out) {
        List<Frame> frames = c.frames(out);
        Scene scene = Scenes.random(1, StoredClip.W, StoredClip.H, StoredClip.SHOTS[0]);
        double sum = 0;
        for (int t = 1; t < 40; t++) {
            SceneFrame truth = scene.frame(t);
            sum += WarpError.of(frames.get(t - 1).image(), frames.get(t).image(), truth.backward().flow(), truth.backward().occlusion());
        }
        return sum;
    }

    /** On these smooth layers an estimate is as good as the truth; files that say that nothing moves are not. */
    @Test
    void theMotionOfTheFilesDecides() throws IOException {
        Path still = folder.resolve("still");
        TrueMotion none = new TrueMotion(new FlowField(StoredClip.W, StoredClip.H), new Plane(StoredClip.W, StoredClip.H));
        write(still, step -> none);
        render("true.mkv");
        render("still.mkv", still);
        double known = warpError("true.mkv");
        double wrong = warpError("still.mkv");
        assertTrue(known < 0.5 * wrong, known + " is not calmer than " + wrong);
    }

    @Test
    void whereAFileChangesTheFramesFromThereOnAreRenderedAgain() throws IOException {
        render("changed.mkv");
        String all = Digests.sha256(folder.resolve("changed.mkv"));
        Path file = motion.resolve("backward/flow/clip/frame_0141.flo");
        byte[] before = Files.readAllBytes(file);
        try {
            MotionFiles.write(new TrueMotion(new FlowField(StoredClip.W, StoredClip.H), new Plane(StoredClip.W, StoredClip.H)), motion.resolve("backward"), "clip", 141);
            render("changed.mkv");
            assertEquals(List.of("frames 130-154 are rendered again: motion has changed"), c.messages.stream().filter(m -> m.contains("again")).toList());
        } finally {
            Files.write(file, before);
        }
        c.messages.clear();
        c.render(request("changed.mkv", Optional.empty()));
        assertTrue(c.messages.contains("frames 0-95 are rendered again: motion has changed"), c.messages.toString());
        assertFalse(all.equals(Digests.sha256(folder.resolve("changed.mkv"))));
    }

    @Test
    void aRangeThatIsRenderedAgainKeepsTheMotion() {
        render("again.mkv");
        c.messages.clear();
        c.rerender("again.mkv", new FrameRange(160, 165), 0.5, false);
        assertTrue(c.messages.contains("frames 155-174 are rendered again: take has changed"), c.messages.toString());
        assertEquals(1, c.messages.stream().filter(m -> m.contains("rendered again")).count(), c.messages.toString());
    }

    @Test
    void aMissingFileIsToldBeforeAnythingIsRendered() throws IOException {
        Path file = motion.resolve("occlusions/clip/frame_0140.png");
        Path aside = folder.resolve("aside.png");
        Files.move(file, aside);
        try {
            String told = assertThrows(BadInput.class, () -> render("missing.mkv")).getMessage();
            assertTrue(told.contains("frame_0140.png") && told.contains("from frame 139 to 140"), told);
            assertFalse(Files.exists(c.store("missing.mkv")));
        } finally {
            Files.move(aside, file);
        }
    }
}
