package org.impasto.train;

import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.Loader;
import org.impasto.ImpastoException;

/**
 * The door to training, and the only one: nothing behind it may be touched before {@link #check} has passed, because the classes
 * there need libtorch, which most builds do not have.
 */
public final class Training {
    private Training() {
    }

    /** Looks for libtorch without loading any of its classes. */
    public static boolean available() {
        return natives("") || natives("-gpu");
    }

    private static boolean natives(String extension) {
        String file = "org/bytedeco/pytorch/" + Loader.getPlatform() + extension + "/" + System.mapLibraryName("jnitorch");
        return Training.class.getClassLoader().getResource(file) != null;
    }

    /** @throws ImpastoException.Usage where this build has no libtorch */
    public static void check() {
        if (!available()) {
            throw new ImpastoException.Usage("train: this build of Impasto has no libtorch, which training needs and rendering does not: "
                    + "build it in with mvn package -DskipTests -Dtrain (110 MB more)");
        }
    }

    /**
     * Trains, and writes the model.
     *
     * @param stop asked between steps; the state is saved before the run ends
     * @return the number of steps that the model has
     * @throws Diverged where the loss is not a number any more
     */
    public static long run(TrainSettings settings, TrainListener listener, BooleanSupplier stop) {
        check();
        TrainFiles.check(settings);
        Libtorch.load();
        return new TrainRun(settings, listener, stop).run();
    }
}
