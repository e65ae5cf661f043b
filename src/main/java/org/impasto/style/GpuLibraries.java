package org.impasto.style;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a graphics card needs before ONNX Runtime can use it: the GPU build, the driver, CUDA's libraries. */
final class GpuLibraries {
    private static final Path CARDS = Path.of("/proc/driver/nvidia/gpus");

    private GpuLibraries() {
    }

    /** The first thing that is missing, as the end of a sentence; empty where nothing is known to be. */
    static Optional<String> missing(DeviceChoice.Kind kind) {
        OrtProvider provider = kind == DeviceChoice.Kind.CUDA ? OrtProvider.CUDA : OrtProvider.TENSOR_RT;
        OrtRuntime.environment();
        if (!OrtEnvironment.getAvailableProviders().contains(provider)) {
            return Optional.of("this is the build for processors; build it with 'mvn package -Dgpu'");
        }
        return CudaPreload.failure(kind);
    }

    /** The card's name from the driver, or just "NVIDIA". */
    static String cardName(int index) {
        try (Stream<Path> cards = Files.list(CARDS)) {
            Optional<Path> card = cards.sorted().skip(index).findFirst();
            if (card.isPresent()) {
                for (String line : Files.readAllLines(card.get().resolve("information"))) {
                    if (line.startsWith("Model:")) {
                        return line.substring("Model:".length()).strip();
                    }
                }
            }
        } catch (IOException e) {
            // Not on Linux, or a driver without that folder.
        }
        return "NVIDIA";
    }
}
