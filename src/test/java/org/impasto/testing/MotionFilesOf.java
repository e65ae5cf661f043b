package org.impasto.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.impasto.flow.FloFile;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/** Motion written as files for a test, laid out as MPI Sintel's. */
public final class MotionFilesOf {
    private MotionFilesOf() {
    }

    /**
     * Writes one direction of one frame.
     *
     * @param root the folder above flow and occlusions
     * @param frame counted from 1
     */
    public static void write(Path root, String name, long frame, FlowField flow, Plane occluded) throws IOException {
        String file = String.format("frame_%04d", frame);
        FloFile.write(Files.createDirectories(root.resolve("flow").resolve(name)).resolve(file + ".flo"), flow);
        BufferedImage mask = new BufferedImage(occluded.width(), occluded.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < occluded.data().length; i++) {
            mask.getRaster().setSample(i % occluded.width(), i / occluded.width(), 0, occluded.data()[i] > 0 ? 255 : 0);
        }
        ImageIO.write(mask, "png", Files.createDirectories(root.resolve("occlusions").resolve(name)).resolve(file + ".png").toFile());
    }
}
