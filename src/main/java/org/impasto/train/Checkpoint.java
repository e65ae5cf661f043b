package org.impasto.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;

/** The state of a training run in a file: weights, the optimizer's moments, the number of steps. */
final class Checkpoint {
    private final Path file;
    private final StyleNetwork net;
    private final Adam adam;

    Checkpoint(Path file, StyleNetwork net, Adam adam) {
        this.file = file;
        this.net = net;
        this.adam = adam;
    }

    void save(long step) throws IOException {
        OutputArchive model = new OutputArchive();
        OutputArchive optimizer = new OutputArchive();
        OutputArchive root = new OutputArchive();
        net.save(model);
        adam.save(optimizer);
        root.write("model", model);
        root.write("optimizer", optimizer);
        root.write("step", new IValue(step));
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        root.save_to(aside.toString());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Loads what is there and returns the number of steps done; 0 where there is nothing. */
    long load() {
        if (!Files.exists(file)) {
            return 0;
        }
        InputArchive root = new InputArchive();
        root.load_from(file.toString());
        InputArchive model = new InputArchive();
        InputArchive optimizer = new InputArchive();
        root.read("model", model);
        root.read("optimizer", optimizer);
        net.load(model);
        adam.load(optimizer);
        IValue step = new IValue();
        root.read("step", step);
        return step.toInt();
    }
}
