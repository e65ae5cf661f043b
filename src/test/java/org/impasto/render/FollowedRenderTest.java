package org.impasto.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.impasto.media.Frame;
import org.impasto.testing.ClipFrames;
import org.impasto.testing.TinyNetworks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renders whose film follows a network with carried noise, and so looks a few frames ahead: what is behind a range counts, what is behind a segment does not. */
class FollowedRenderTest {
    @TempDir
    static Path folder;
    private static StoredClip c;
    private static List<Frame> whole;

    @BeforeAll
    static void make() throws IOException {
        c = new StoredClip(folder);
        Files.writeString(folder.resolve("painter.json"), "{\"noise\": \"carried\", \"carry\": 1}");
        TinyNetworks.constantGrey().write(folder.resolve("grey.onnx"));
        whole = render("whole.mkv", FrameRange.ALL, 1, "");
    }

    private static List<Frame> render(String out, FrameRange range, int threads, String direction) throws IOException {
        Path file = Files.writeString(folder.resolve("direction.yaml"), "version: 1\n" + direction);
        RenderRequest r = c.request(out, StoredClip.LOSSLESS, 1, range, 1);
        c.messages.clear();
        c.render(new RenderRequest(r.input(), r.output(), r.style(), r.frames(), r.start(), r.end(), r.baseline(), r.strength(), r.device(), threads, r.encode(), r.overwrite(),
                direction.isEmpty() ? Optional.empty() : Optional.of(file), r.motion(), r.store()));
        return c.frames(out);
    }

    private static void assertSame(long first, List<Frame> part) {
        for (int i = 0; i < part.size(); i++) {
            assertArrayEquals(whole.get((int) first + i).image().data(), part.get(i).image().data(), "frame " + (first + i));
        }
    }

    private static boolean same(Frame a, Frame b) {
        return Arrays.equals(a.image().data(), b.image().data());
    }

    @Test
    void aRangeHasTheFramesOfTheWhole() throws IOException {
        for (FrameRange range : List.of(new FrameRange(10, 20), new FrameRange(90, 94), new FrameRange(93, 97), new FrameRange(124, 127), new FrameRange(126, 131), new FrameRange(172, 174))) {
            List<Frame> part = render("range" + range.first() + ".mkv", range, 2, "");
            assertEquals(range.last() - range.first() + 1, part.size());
            assertSame(range.first(), part);
        }
    }

    @Test
    void threadsDecideNoPixel() throws IOException {
        assertSame(0, render("three.mkv", FrameRange.ALL, 3, ""));
    }

    @Test
    void aComparisonHasThePixelsOfTheRender() {
        for (FrameRange range : List.of(FrameRange.ALL, new FrameRange(90, 100), new FrameRange(3, 7))) {
            RenderRequest r = c.request("coherent.mkv", StoredClip.LOSSLESS, 1, range, 1);
            Comparison.run(new ComparisonRequest(r, folder.resolve("baseline.mkv"), Optional.empty(), List.of()), c.listener(() -> { }), new Cancellation());
            assertSame(range.first(), ClipFrames.of(r.output()));
        }
    }

    @Test
    void fromAStoredStateComesWhatComesFromTheBeginning() throws IOException {
        render("stored.mkv", FrameRange.ALL, 1, "sections: []\n");
        List<Frame> again = render("stored.mkv", FrameRange.ALL, 1, "sections:\n  - frames: 110-129\n    strength: 0.5\n");
        assertTrue(c.messages.contains("frames 96-129 are rendered again: direction has changed"), c.messages.toString());
        assertFalse(same(whole.get(110), again.get(110)));
        assertSame(0, again.subList(0, 110));
    }

    @Test
    void whatLiesOutsideOfARangeThatIsRenderedAgainKeepsItsBits() throws IOException {
        render("take.mkv", FrameRange.ALL, 1, "");
        c.rerender("take.mkv", new FrameRange(40, 60), 0.3, false);
        List<Frame> taken = c.frames("take.mkv");
        assertSame(0, taken.subList(0, 40));
        assertFalse(same(whole.get(55), taken.get(55)));
        assertArrayEquals(whole.get(73).image().data(), taken.get(73).image().data());
        assertSame(96, taken.subList(96, 175));
    }

    /** What is decided for frames behind a range that its last ones look at renders these again; what lies further does not, nor does what a next segment has. */
    @Test
    void anEditRendersWhatLooksAtIt() throws IOException {
        String grey = "sections:\n  - frames: %d-129\n    style: grey.onnx\n";
        List<Frame> plain = render("edit.mkv", new FrameRange(40, 50), 1, "sections: []\n");
        assertSame(40, plain);
        List<Frame> later = render("edit.mkv", new FrameRange(40, 50), 1, grey.formatted(55));
        assertSame(40, later);
        assertFalse(c.messages.toString().contains("rendered again"), c.messages.toString());
        List<Frame> near = render("edit.mkv", new FrameRange(40, 50), 1, grey.formatted(52));
        assertTrue(c.messages.contains("frames 40-50 are rendered again: what comes after has changed"), c.messages.toString());
        assertTrue(same(plain.get(7), near.get(7)), "47 looks at 51 at most");
        assertFalse(same(plain.get(8), near.get(8)), "48 looked at 52, which is another style's now");
        List<Frame> next = render("grid.mkv", FrameRange.ALL, 1, grey.formatted(96));
        assertSame(0, next.subList(0, 96));
    }
}
