package org.impasto.flow;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Plane;

/**
 * True motion in files laid out as in the MPI Sintel data set: {@code flow/NAME/frame_0001.flo} from frame 1 to frame 2,
 * {@code occlusions/NAME/frame_0001.png} not black where a pixel of frame 1 is hidden in frame 2, and, where there are such,
 * {@code invalid/NAME/frame_0001.png} not black where the flow is not known. What appears is only told where {@code backward/} holds the
 * same for the reverse direction: {@code backward/flow/NAME/frame_0002.flo} from frame 2 to frame 1.
 *
 * <p>Frames are counted from 1, as in the files' names. Keeps nothing; safe for use by several threads.
 */
public final class MotionFolder {
    private final String option;
    private final Path root;
    private final String name;
    private final boolean backward;
    private final boolean invalid;

    private MotionFolder(String option, Path root, String name) {
        this.option = option;
        this.root = root;
        this.name = name;
        this.backward = Files.isDirectory(root.resolve("backward").resolve("flow").resolve(name));
        this.invalid = Files.isDirectory(root.resolve("invalid").resolve(name));
    }

    /**
     * Finds the sequence.
     *
     * @param option that the folder was given with, for messages
     * @param folder a sequence's folder of .flo files, or the folder above {@code flow}
     * @param clip the source; its name without extension chooses among several sequences
     * @throws BadInput where it is not clear which sequence is meant, or there is none
     */
    public static MotionFolder open(String option, Path folder, Path clip) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput(option + ": '" + folder + "' is not a folder");
        }
        Path whole = folder.toAbsolutePath().normalize();
        MotionFolder motion = holdsFlow(option, whole) ? sequence(option, whole)
                : new MotionFolder(option, whole, choose(option, whole.resolve("flow"), folder, clip));
        if (!Files.isDirectory(motion.root.resolve("occlusions").resolve(motion.name))) {
            throw new BadInput(option + ": " + folder + " has no occlusions: " + motion.root.resolve("occlusions").resolve(motion.name)
                    + " was expected, with a PNG for each .flo file");
        }
        return motion;
    }

    private static MotionFolder sequence(String option, Path folder) {
        Path flow = folder.getParent();
        if (flow == null || flow.getParent() == null || !flow.endsWith("flow")) {
            throw new BadInput(option + ": " + folder + " holds .flo files, but does not lie in a folder named flow beside a folder named "
                    + "occlusions, as in the MPI Sintel data set");
        }
        return new MotionFolder(option, flow.getParent(), folder.getFileName().toString());
    }

    private static String choose(String option, Path flow, Path given, Path clip) {
        String file = clip.getFileName().toString();
        String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
        if (!stem.isEmpty() && holdsFlow(option, flow.resolve(stem))) {
            return stem;
        }
        List<Path> sequences = list(option, flow).filter(f -> holdsFlow(option, f)).toList();
        if (sequences.size() != 1) {
            throw new BadInput(option + ": " + given + " was expected to hold .flo files or flow/" + stem + " with such, but has "
                    + (sequences.isEmpty() ? "no .flo files" : sequences.size() + " other sequences: name one's folder"));
        }
        return sequences.get(0).getFileName().toString();
    }

    private static boolean holdsFlow(String option, Path folder) {
        return list(option, folder).anyMatch(f -> f.getFileName().toString().endsWith(".flo"));
    }

    private static Stream<Path> list(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new BadInput(option + ": " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The sequence's name. */
    public String name() {
        return name;
    }

    /** Whether it tells what appears. */
    public boolean hasBackward() {
        return backward;
    }

    /** On the pixels of a frame, where each is in the next one; of the size that the clip has. */
    public FlowField forward(long frame, int width, int height) {
        return flow(root, frame, width, height);
    }

    /** 1 where the next frame does not show what this one does, or the flow is not known; else 0. */
    public Plane hidden(long frame, int width, int height) {
        Plane hidden = mask(root, "occlusions", frame, width, height);
        if (invalid) {
            Plane unknown = mask(root, "invalid", frame, width, height);
            for (int i = 0; i < hidden.data().length; i++) {
                hidden.data()[i] = Math.max(hidden.data()[i], unknown.data()[i]);
            }
        }
        return hidden;
    }

    /** On the pixels of a frame, where each is or would be in the one before. Only where there is a backward flow. */
    public FlowField backward(long frame, int width, int height) {
        return flow(root.resolve("backward"), frame, width, height);
    }

    /** 1 where a frame shows what the one before does not, else 0. Only where there is a backward flow. */
    public Plane uncovered(long frame, int width, int height) {
        return mask(root.resolve("backward"), "occlusions", frame, width, height);
    }

    /** All files that tell of the motion between a frame and the next. */
    List<Path> files(long frame) {
        Stream<Path> all = Stream.of(file(root, "flow", frame), file(root, "occlusions", frame));
        if (invalid) {
            all = Stream.concat(all, Stream.of(file(root, "invalid", frame)));
        }
        if (backward) {
            Path reverse = root.resolve("backward");
            all = Stream.concat(all, Stream.of(file(reverse, "flow", frame + 1), file(reverse, "occlusions", frame + 1)));
        }
        return all.toList();
    }

    /** What is wrong with a file of it, as the user is told. */
    BadInput bad(String why, Throwable cause) {
        return new BadInput(option + ": " + why, cause);
    }

    private Path file(Path base, String kind, long frame) {
        return base.resolve(kind).resolve(name).resolve(String.format("frame_%04d.%s", frame, kind.equals("flow") ? "flo" : "png"));
    }

    private FlowField flow(Path base, long frame, int width, int height) {
        Path file = file(base, "flow", frame);
        try {
            if (!Files.exists(file)) {
                throw bad(file + " is missing: the clip has more frames than the flow", null);
            }
            FlowField flow = FloFile.read(file);
            check(file, flow.width(), flow.height(), width, height);
            return flow;
        } catch (IOException e) {
            throw bad(e.getMessage(), e);
        }
    }

    private Plane mask(Path base, String kind, long frame, int width, int height) {
        Path file = file(base, kind, frame);
        BufferedImage picture;
        try {
            picture = Files.exists(file) ? ImageIO.read(file.toFile()) : null;
        } catch (IOException e) {
            throw bad(file + " cannot be read: " + e.getMessage(), e);
        }
        if (picture == null) {
            throw bad(file + " is missing or no PNG", null);
        }
        check(file, picture.getWidth(), picture.getHeight(), width, height);
        Plane mask = new Plane(width, height);
        for (int i = 0; i < mask.data().length; i++) {
            // The first band: a grey picture has no other, and in a coloured mask all are the same.
            mask.data()[i] = picture.getRaster().getSample(i % width, i / width, 0) > 0 ? 1 : 0;
        }
        return mask;
    }

    private void check(Path file, int width, int height, int wantedWidth, int wantedHeight) {
        if (width != wantedWidth || height != wantedHeight) {
            throw bad(file + " is " + width + "x" + height + ", but the clip " + wantedWidth + "x" + wantedHeight, null);
        }
    }
}
