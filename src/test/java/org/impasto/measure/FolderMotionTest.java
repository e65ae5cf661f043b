package org.impasto.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.impasto.ImpastoException.BadInput;
import org.impasto.flow.FloFile;
import org.impasto.flow.FlowField;
import org.impasto.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMotionTest {
    private static final Samples FRAME = Samples.of(Given.noise(1));

    @TempDir
    Path folder;

    @BeforeEach
    void alley() throws IOException {
        flow("flow/alley_1/frame_0001.flo", 2);
        mask("occlusions/alley_1/frame_0001.png", 10);
    }

    private void flow(String name, float u) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        FlowField flow = new FlowField(Given.W, Given.H);
        flow.u()[0] = u;
        FloFile.write(file, flow);
    }

    private void mask(String name, int marked) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(Given.W, Given.H, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setSample(marked, 0, 0, 255);
        ImageIO.write(picture, "png", file.toFile());
    }

    private String refused(Path given, String clip) {
        return assertThrows(BadInput.class, () -> FolderMotion.open(given, Path.of(clip)).to(1, FRAME, FRAME)).getMessage();
    }

    @Test
    void theSequenceIsFoundFromItsFolderAndFromAbove() {
        for (Path given : new Path[] {folder, folder.resolve("flow/alley_1")}) {
            Step step = FolderMotion.open(given, Path.of("anything.mp4")).to(1, FRAME, FRAME);
            assertEquals(2, step.forward().u()[0]);
            assertEquals(1, step.hidden().data()[10]);
            assertEquals(0, step.hidden().data()[11]);
            assertTrue(step.uncovered().isEmpty(), "Sintel does not tell what appears");
        }
    }

    @Test
    void theClipsNameChoosesAmongSequences() throws IOException {
        flow("flow/cave_2/frame_0001.flo", 3);
        mask("occlusions/cave_2/frame_0001.png", 5);
        assertEquals(3, FolderMotion.open(folder, Path.of("x/cave_2.mkv")).to(1, FRAME, FRAME).forward().u()[0]);
        assertTrue(refused(folder, "other.mp4").contains("has 2 other sequences"));
    }

    @Test
    void invalidPixelsCountAsHidden() throws IOException {
        mask("invalid/alley_1/frame_0001.png", 20);
        Step step = FolderMotion.open(folder, Path.of("a.mp4")).to(1, FRAME, FRAME);
        assertEquals(1, step.hidden().data()[10]);
        assertEquals(1, step.hidden().data()[20]);
    }

    @Test
    void backwardFlowTellsWhatAppears() throws IOException {
        flow("backward/flow/alley_1/frame_0002.flo", -4);
        mask("backward/occlusions/alley_1/frame_0002.png", 30);
        Step.Uncovered uncovered = FolderMotion.open(folder, Path.of("a.mp4")).to(1, FRAME, FRAME).uncovered().orElseThrow();
        assertEquals(-4, uncovered.backward().u()[0]);
        assertEquals(1, uncovered.mask().data()[30]);
    }

    @Test
    void whatIsMissingOrDoesNotFitIsSaid() throws IOException {
        assertTrue(refused(folder.resolve("nowhere"), "a.mp4").contains("neither farneback nor tvl1 nor dis nor a folder"));
        assertTrue(refused(folder.resolve("occlusions"), "a.mp4").contains("no .flo files"));
        FolderMotion motion = FolderMotion.open(folder, Path.of("a.mp4"));
        assertTrue(assertThrows(BadInput.class, () -> motion.to(2, FRAME, FRAME)).getMessage().contains("more frames than the flow"));
        Samples small = Samples.of(new Image(2, 2));
        assertTrue(assertThrows(BadInput.class, () -> motion.to(1, small, small)).getMessage().contains("is 96x64, but the clip 2x2"));
        Files.delete(folder.resolve("occlusions/alley_1/frame_0001.png"));
        assertTrue(refused(folder, "a.mp4").contains("is missing or no PNG"));
        Files.delete(folder.resolve("occlusions/alley_1"));
        assertTrue(refused(folder, "a.mp4").contains("has no occlusions"));
    }
}
