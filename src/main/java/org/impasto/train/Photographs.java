package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException.BadInput;

/**
 * The photographs of a folder, by number. Those used last are kept in memory as bytes, up to a limit. In place of one that cannot
 * be read the next stands, so that what a number gives depends on the folder alone and not on what was asked for before.
 */
final class Photographs {
    private static final long KEPT_BYTES = 1L << 30;
    // Larger ones would be sampled with gaps, and only cost memory.
    private static final int SHORT_SIDE = 480;

    private final Path folder;
    private final List<Path> files;
    private final int least;
    private final Consumer<String> notes;
    private final Place place;
    private final Map<Integer, Tensor> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Integer> unreadable = new HashSet<>();
    private long bytes;

    /** @param least no photograph comes with a shorter side than this */
    Photographs(Path folder, int least, Place place, Consumer<String> notes) {
        this.folder = folder;
        this.least = least;
        this.notes = notes;
        this.place = place;
        this.files = list(folder);
        get(0);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(p -> p.toString().matches("(?i).*\\.(jpe?g|png)") && Files.isRegularFile(p)).sorted().toList();
            if (found.isEmpty()) {
                throw new BadInput("--content: " + folder + " holds no photograph (.jpg, .jpeg or .png)");
            }
            return found;
        } catch (IOException e) {
            throw new BadInput("--content: " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    Place place() {
        return place;
    }

    List<Path> files() {
        return files;
    }

    int count() {
        return files.size();
    }

    /** [1, 3, H, W], RGB 0 to 1. */
    Tensor get(int number) {
        for (int i = 0; i < files.size(); i++) {
            Tensor photo = read((number + i) % files.size());
            if (photo != null) {
                return photo.to(ScalarType.Float).div(new Scalar(255.0));
            }
        }
        throw new BadInput("--content: none of the " + files.size() + " pictures in " + folder + " can be read");
    }

    private Tensor read(int number) {
        Tensor photo = kept.get(number);
        if (photo != null || unreadable.contains(number)) {
            return photo;
        }
        try {
            Tensor read = Pictures.read(files.get(number), least, Math.max(least, SHORT_SIDE));
            photo = place.here(read.mul(new Scalar(255.0)).round().to(ScalarType.Byte));
        } catch (BadInput e) {
            unreadable.add(number);
            notes.accept(e.getMessage() + ": skipped");
            return null;
        }
        // Outlives the step that asked for it.
        photo.retainReference();
        kept.put(number, photo);
        bytes += photo.numel();
        for (Iterator<Tensor> oldest = kept.values().iterator(); bytes > KEPT_BYTES && kept.size() > 1;) {
            Tensor t = oldest.next();
            bytes -= t.numel();
            oldest.remove();
            t.releaseReference();
        }
        return photo;
    }
}
