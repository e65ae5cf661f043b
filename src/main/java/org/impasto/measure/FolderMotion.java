package org.impasto.measure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.impasto.ImpastoException.BadInput;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;
import org.impasto.scene.FloFile;

/**
 * True motion from files laid out as in the MPI Sintel data set: {@code flow/NAME/frame_0001.flo} from frame 1 to frame 2,
 * {@code occlusions/NAME/frame_0001.png} not black where a pixel of frame 1 is hidden in frame 2, and, where there are such,
 * {@code invalid/NAME/frame_0001.png} not black where the flow is not known. What appears is only told where {@code backward/} holds the
 * same for the reverse direction.
 */
final class FolderMotion implements MotionSource {
    private final Path root;
    private final String name;
    private final boolean backward;

    private FolderMotion(Path root, String name) {
        this.root = root;
        this.name = name;
        this.backward = Files.isDirectory(root.resolve("backward").resolve("flow").resolve(name));
    }

    /**
     * Finds the sequence.
     *
     * @param folder a sequence's folder of .flo files, or the folder above {@code flow}
     * @param clip the source; its name without extension chooses among several sequences
     * @throws BadInput where it is not clear which sequence is meant, or there is none
     */
    static FolderMotion open(Path folder, Path clip) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput("--flow: '" + folder + "' is neither farneback nor tvl1 nor dis nor a folder");
        }
        Path whole = folder.toAbsolutePath().normalize();
        FolderMotion motion = holdsFlow(whole) ? sequence(whole) : new FolderMotion(whole, choose(whole.resolve("flow"), folder, clip));
        if (!Files.isDirectory(motion.root.resolve("occlusions").resolve(motion.name))) {
            throw new BadInput("--flow: " + folder + " has no occlusions: " + motion.root.resolve("occlusions").resolve(motion.name)
                    + " was expected, with a PNG for each .flo file");
        }
        return motion;
    }

    private static FolderMotion sequence(Path folder) {
        Path flow = folder.getParent();
        if (flow == null || flow.getParent() == null || !flow.endsWith("flow")) {
            throw new BadInput("--flow: " + folder + " holds .flo files, but does not lie in a folder named flow beside a folder named "
                    + "occlusions, as in the MPI Sintel data set");
        }
        return new FolderMotion(flow.getParent(), folder.getFileName().toString());
    }

    private static String choose(Path flow, Path given, Path clip) {
        String file = clip.getFileName().toString();
        String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        if (!stem.isEmpty() && holdsFlow(flow.resolve(stem))) {
            return stem;
        }
        List<Path> sequences = list(flow).filter(FolderMotion::holdsFlow).toList();
        if (sequences.size() != 1) {
            throw new BadInput("--flow: " + given + " was expected to hold .flo files or flow/" + stem + " with such, but has "
                    + (sequences.isEmpty() ? "no .flo files" : sequences.size() + " other sequences: name one's folder"));
        }
        return sequences.get(0).getFileName().toString();
    }

    private static boolean holdsFlow(Path folder) {
        return list(folder).anyMatch(f -> f.getFileName().toString().endsWith(".flo"));
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new BadInput("--flow: " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String description() {
        return "true motion from files, sequence " + name;
    }

    @Override
    public boolean knowsCuts() {
        return true;
    }

    @Override
    public Step to(long index, Samples earlier, Samples later) {
        FlowField forward = flow(root, index, earlier);
        Plane hidden = mask(root, "occlusions", index, earlier);
        if (Files.isDirectory(root.resolve("invalid").resolve(name))) {
            Plane invalid = mask(root, "invalid", index, earlier);
            for (int i = 0; i < hidden.data().length; i++) {
                hidden.data()[i] = Math.max(hidden.data()[i], invalid.data()[i]);
            }
        }
        Path reverse = root.resolve("backward");
        return new Step(forward, hidden, backward ? Optional.of(new Step.Uncovered(flow(reverse, index + 1, later),
                mask(reverse, "occlusions", index + 1, later))) : Optional.empty());
    }

    private FlowField flow(Path base, long number, Samples frame) {
        Path file = base.resolve("flow").resolve(name).resolve(String.format("frame_%04d.flo", number));
        try {
            if (!Files.exists(file)) {
                throw new BadInput("--flow: " + file + " is missing: the clip has more frames than the flow");
            }
            FlowField flow = FloFile.read(file);
            check(file, flow.width(), flow.height(), frame);
            return flow;
        } catch (IOException e) {
            throw new BadInput("--flow: " + e.getMessage(), e);
        }
    }

    private Plane mask(Path base, String kind, long number, Samples frame) {
        Path file = base.resolve(kind).resolve(name).resolve(String.format("frame_%04d.png", number));
        BufferedImage picture;
        try {
            picture = Files.exists(file) ? ImageIO.read(file.toFile()) : null;
        } catch (IOException e) {
            throw new BadInput("--flow: " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (picture == null) {
            throw new BadInput("--flow: " + file + " is missing or no PNG");
        }
        check(file, picture.getWidth(), picture.getHeight(), frame);
        Plane mask = new Plane(frame.width(), frame.height());
        for (int i = 0; i < mask.data().length; i++) {
            // The first band: a grey picture has no other, and in a coloured mask all are the same.
            mask.data()[i] = picture.getRaster().getSample(i % frame.width(), i / frame.width(), 0) > 0 ? 1 : 0;
        }
        return mask;
    }

    private static void check(Path file, int width, int height, Samples frame) {
        if (width != frame.width() || height != frame.height()) {
            throw new BadInput("--flow: " + file + " is " + width + "x" + height + ", but the clip " + frame.width() + "x" + frame.height());
        }
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
