package org.impasto.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException.BadInput;

/**
 * The state of a training run in a file: weights, the optimizer's moments, what the trainer remembers, and {@link State}. Random numbers need no saving: every
 * step seeds them with its own number.
 */
final class Checkpoint {
    private Checkpoint() {
    }

    /**
     * What a checkpoint says besides its tensors.
     *
     * @param step how many are done
     * @param steps how many there will be; 0 where a limit in minutes has not been turned into steps yet
     * @param minutes that limit; 0 where there is none
     * @param settings see {@link Fingerprint}
     */
    record State(long step, long steps, double minutes, Map<String, String> settings) {
    }

    static void save(Path file, State state, StyleNetwork net, Adam adam, List<Tensor> memory) {
        TrainFiles.replace(file, aside -> {
            try (PointerScope scope = new PointerScope()) {
                OutputArchive model = new OutputArchive();
                OutputArchive optimizer = new OutputArchive();
                OutputArchive root = new OutputArchive();
                net.save(model);
                adam.save(optimizer);
                root.write("model", model);
                root.write("optimizer", optimizer);
                for (int i = 0; i < memory.size(); i++) {
                    root.write("memory" + i, memory.get(i));
                }
                root.write("state", new IValue(new ObjectMapper().writeValueAsString(state)));
                root.save_to(aside.toString());
            }
        });
    }

    static State state(Path file) {
        try (PointerScope scope = new PointerScope()) {
            IValue text = new IValue();
            open(file).read("state", text);
            return new ObjectMapper().readValue(text.toStringRef().getString(), State.class);
        } catch (RuntimeException | JsonProcessingException e) {
            // libtorch throws whatever the archive made it stumble over.
            throw bad(file, e);
        }
    }

    /** All must be of the shapes that were saved: libtorch does not look. */
    static void restore(Path file, StyleNetwork net, Adam adam, List<Tensor> memory) {
        try (PointerScope scope = new PointerScope()) {
            InputArchive root = open(file);
            InputArchive model = new InputArchive();
            InputArchive optimizer = new InputArchive();
            root.read("model", model);
            root.read("optimizer", optimizer);
            net.load(model);
            adam.load(optimizer);
            for (int i = 0; i < memory.size(); i++) {
                Tensor read = new Tensor();
                root.read("memory" + i, read);
                memory.get(i).copy_(read);
            }
        } catch (RuntimeException e) {
            throw bad(file, e);
        }
    }

    private static InputArchive open(Path file) {
        InputArchive root = new InputArchive();
        root.load_from(file.toString());
        return root;
    }

    private static BadInput bad(Path file, Exception cause) {
        return new BadInput("--resume: " + file + " is not a whole checkpoint of impasto train", cause);
    }
}
