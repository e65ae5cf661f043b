package org.impasto.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.impasto.flow.FloFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionFilesTest {
    @TempDir
    Path folder;

    @Test
    void namesSayOnWhosePixelsTheFlowIs() throws IOException {
        Scene scene = Scenes.random(3, 64, 36, 3);
        MotionFiles.write(scene, folder);
        for (int t = 1; t < 3; t++) {
            same(scene.frame(t).forward(), folder, "random-3/frame_000" + t);
            same(scene.frame(t).backward(), folder.resolve("backward"), "random-3/frame_000" + (t + 1));
        }
        assertFalse(Files.exists(folder.resolve("flow/random-3/frame_0003.flo")), "nothing comes after the last frame");
        assertFalse(Files.exists(folder.resolve("backward/flow/random-3/frame_0001.flo")), "nor before the first");
    }

    private static void same(TrueMotion motion, Path folder, String file) throws IOException {
        assertArrayEquals(motion.flow().u(), FloFile.read(folder.resolve("flow/" + file + ".flo")).u());
        BufferedImage picture = ImageIO.read(folder.resolve("occlusions/" + file + ".png").toFile());
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, picture.getType());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                assertEquals(255 * (int) motion.occlusion().at(x, y), picture.getRaster().getSample(x, y, 0));
            }
        }
    }

    @Test
    void aNameThatIsNoneIsSaidSo() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        int code = MakeClips.run(new String[] {"--flow", folder.toString(), "harbor"}, new PrintStream(log));
        assertEquals(2, code);
        assertTrue(log.toString().contains("no clip harbor, only harbour, mill"), log.toString());
    }
}
