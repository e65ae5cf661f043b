package org.impasto.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.impasto.ImpastoException.BadInput;
import org.impasto.flow.MotionFolder;

/** True motion from files ({@link MotionFolder}). */
final class FolderMotion implements MotionSource {
    private final MotionFolder files;

    private FolderMotion(MotionFolder files) {
        this.files = files;
    }

    /** As {@link MotionFolder#open}. */
    static FolderMotion open(Path folder, Path clip) {
        if (!Files.isDirectory(folder)) {
            throw new BadInput("--flow: '" + folder + "' is neither farneback nor tvl1 nor dis nor a folder");
        }
        return new FolderMotion(MotionFolder.open("--flow", folder, clip));
    }

    @Override
    public String description() {
        return "true motion from files, sequence " + files.name();
    }

    @Override
    public boolean knowsCuts() {
        return true;
    }

    @Override
    public Step to(long index, Samples earlier, Samples later) {
        int w = earlier.width();
        int h = earlier.height();
        // Files count from 1: that of the earlier frame has the later one's index.
        return new Step(files.forward(index, w, h), files.hidden(index, w, h), !files.hasBackward() ? Optional.empty()
                : Optional.of(new Step.Uncovered(files.backward(index + 1, w, h), files.uncovered(index + 1, w, h))));
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
