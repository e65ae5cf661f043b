package org.impasto.scene;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.impasto.flow.FloFile;
import org.impasto.image.Plane;

/**
 * The true motion of a scene as files, laid out as in the MPI Sintel data set. Numbers in names count frames from 1 and
 * say on whose pixels the values are: {@code flow/NAME/frame_0001.flo} goes from frame 1 to frame 2,
 * {@code backward/flow/NAME/frame_0002.flo} from frame 2 to frame 1. Occlusions are 255 where occluded, else 0.
 */
public final class MotionFiles {
    private MotionFiles() {
    }

    static void write(Scene scene, Path folder) throws IOException {
        for (int t = 1; t < scene.frames(); t++) {
            SceneFrame frame = scene.frame(t);
            write(frame.forward(), folder, scene.name(), t);
            write(frame.backward(), folder.resolve("backward"), scene.name(), t + 1);
        }
    }

    /**
     * Writes one direction of one frame.
     *
     * @param folder the one above flow and occlusions
     * @param number of the frame on whose pixels it lies, counted from 1
     */
    public static void write(TrueMotion motion, Path folder, String name, int number) throws IOException {
        String file = String.format("frame_%04d", number);
        Path flows = Files.createDirectories(folder.resolve("flow").resolve(name));
        FloFile.write(flows.resolve(file + ".flo"), motion.flow());
        Path occlusions = Files.createDirectories(folder.resolve("occlusions").resolve(name));
        ImageIO.write(picture(motion.occlusion()), "png", occlusions.resolve(file + ".png").toFile());
    }

    private static BufferedImage picture(Plane occlusion) {
        BufferedImage picture = new BufferedImage(occlusion.width(), occlusion.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < occlusion.height(); y++) {
            for (int x = 0; x < occlusion.width(); x++) {
                // Into the raster: setRGB would pass the value through a colour space.
                picture.getRaster().setSample(x, y, 0, occlusion.at(x, y) > 0 ? 255 : 0);
            }
        }
        return picture;
    }
}
