package org.impasto.train;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.impasto.ImpastoException.OutputFailed;

/**
 * Loads libtorch, one process at a time: JavaCPP locks each library while it unpacks it, but the dynamic linker loads what a library needs without asking, and a half
 * unpacked one kills the process (of eight runs that were started at once on a machine with an empty cache, six).
 */
final class Libtorch {
    private static final String LOCK = "impasto-libtorch.lock";

    private Libtorch() {
    }

    static void load() {
        try {
            File cache = Loader.getCacheDir();
            try (FileChannel channel = FileChannel.open(cache.toPath().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Loader.load(torch.class);
                // libtorch's own threads share the work out already. Those of OpenBLAS wait by spinning, take the others' time, and heed no --threads.
                openblas_nolapack.blas_set_num_threads(1);
            }
        } catch (IOException e) {
            throw new OutputFailed("libtorch cannot be unpacked to JavaCPP's cache: " + e.getMessage(), e);
        }
    }
}
