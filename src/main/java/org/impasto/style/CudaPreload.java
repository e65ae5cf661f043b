package org.impasto.style;

import java.util.Optional;

/** Loads CUDA's libraries before ONNX Runtime looks for them. */
final class CudaPreload {
    private CudaPreload() {
    }

    static Optional<String> failure(DeviceChoice.Kind kind) {
        return Optional.empty();
    }
}
