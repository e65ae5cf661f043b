package org.impasto.style;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * Loads CUDA's libraries from the jars of the GPU build before ONNX Runtime looks for them: the dynamic linker takes a
 * library that is already loaded under its name, so that only the driver has to be installed. What is in no jar is left to
 * the linker and an installed CUDA.
 */
final class CudaPreload {
    private static final String PLATFORM = "linux-x86_64";

    /** Dependencies first, as far as known; what fails is tried again after the others. */
    private static final List<String> CUDA = List.of("libcudart.so.12", "libnvJitLink.so.12", "libcublasLt.so.12",
            "libcublas.so.12", "libcufft.so.11", "libcurand.so.10", "libnvrtc-builtins.so.12.6", "libnvrtc.so.12",
            "libcudnn_graph.so.9", "libcudnn_ops.so.9", "libcudnn_engines_runtime_compiled.so.9",
            "libcudnn_engines_precompiled.so.9", "libcudnn_heuristic.so.9", "libcudnn_adv.so.9", "libcudnn_cnn.so.9",
            "libcudnn.so.9");
    private static final List<String> TENSORRT = List.of("libnvinfer.so.10", "libnvinfer_plugin.so.10",
            "libnvonnxparser.so.10");

    private static final List<String> DRIVER_FOLDERS = List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib",
            "/usr/lib/wsl/lib", "/usr/local/nvidia/lib64", "/usr/local/cuda/compat");

    private static Optional<String> cuda;
    private static Optional<String> tensorRt;

    private CudaPreload() {
    }

    /** Loads what the device needs, once; the end of a sentence where that fails. */
    static synchronized Optional<String> failure(DeviceChoice.Kind kind) {
        if (!driver()) {
            return Optional.of("there is no NVIDIA driver (libcuda.so.1) on this machine");
        }
        if (cuda == null) {
            cuda = load("cuda", CUDA);
        }
        if (cuda.isPresent() || kind == DeviceChoice.Kind.CUDA) {
            return cuda;
        }
        if (tensorRt == null) {
            tensorRt = packed("tensorrt", TENSORRT.get(0)) == null ? installed(TENSORRT.get(0)) : load("tensorrt", TENSORRT);
        }
        return tensorRt;
    }

    /** TensorRT is in no build that was not asked for it, and may be installed all the same. */
    private static Optional<String> installed(String library) {
        try {
            Loader.load(org.bytedeco.javacpp.presets.javacpp.class);
            Loader.loadGlobal(library);
            return Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.of("TensorRT (" + library + ") is neither in this build, which 'mvn package -Dgpu -Dtensorrt' would add it to, nor installed");
        }
    }

    private static URL packed(String jar, String library) {
        return CudaPreload.class.getResource("/org/bytedeco/" + jar + "/" + PLATFORM + "/" + library);
    }

    private static boolean driver() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return true; // Not known where it lies there; ONNX Runtime will say.
        }
        String path = System.getenv("LD_LIBRARY_PATH");
        Stream<String> folders = path == null ? Stream.empty() : Stream.of(path.split(File.pathSeparator));
        return Stream.concat(DRIVER_FOLDERS.stream(), folders.filter(f -> !f.isEmpty()))
                .anyMatch(f -> Files.exists(Path.of(f, "libcuda.so.1")));
    }

    private static Optional<String> load(String jar, List<String> libraries) {
        List<File> left = new ArrayList<>();
        try {
            for (String library : libraries) {
                URL packed = packed(jar, library);
                if (packed != null) {
                    left.add(Loader.cacheResource(packed));
                }
            }
        } catch (IOException e) {
            return Optional.of("CUDA's libraries cannot be unpacked: " + e.getMessage());
        }
        return loadAll(left);
    }

    private static Optional<String> loadAll(List<File> files) {
        List<File> left = files;
        String why = null;
        while (!left.isEmpty()) {
            List<File> failed = new ArrayList<>();
            for (File file : left) {
                try {
                    System.load(file.getAbsolutePath());
                } catch (UnsatisfiedLinkError e) {
                    failed.add(file);
                    why = e.getMessage();
                }
            }
            if (failed.size() == left.size()) {
                return Optional.of("the library " + failed.get(0).getName() + " cannot be loaded: " + why);
            }
            left = failed;
        }
        return Optional.empty();
    }
}
