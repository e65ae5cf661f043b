package org.impasto.style;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.impasto.ImpastoException;

/** The devices a network can run on. */
public final class Devices {
    private Devices() {
    }

    /** Every device by the name that {@code --device} takes, with what it is or why it cannot be used. */
    public static List<DeviceStatus> list() {
        List<DeviceStatus> all = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        all.add(new DeviceStatus("cpu", true,
                System.getProperty("os.arch") + ", " + cores + (cores == 1 ? " core" : " cores")));
        for (DeviceChoice.Kind kind : List.of(DeviceChoice.Kind.CUDA, DeviceChoice.Kind.TENSORRT)) {
            Optional<String> missing = GpuLibraries.missing(kind);
            String name = new DeviceChoice(kind, 0).toString();
            all.add(new DeviceStatus(name, missing.isEmpty(), missing.orElseGet(() -> GpuLibraries.cardName(0))));
        }
        return all;
    }

    /**
     * A session and where it really runs.
     *
     * @param session the loaded network
     * @param device as {@link StylizerInfo#device} says it
     */
    record Opened(OrtSession session, String device) {
    }

    static Opened open(Path model, DeviceChoice choice, int threads, Consumer<String> messages) {
        switch (choice.kind()) {
            case CPU -> {
                return onCpu(model, threads);
            }
            case CUDA, TENSORRT -> {
                Optional<String> missing = GpuLibraries.missing(choice.kind());
                if (missing.isPresent()) {
                    throw unavailable(choice, missing.get(), null);
                }
                return onGpu(model, choice, threads);
            }
            case AUTO -> {
                // TensorRT builds an engine for minutes at the first run: it is taken only when named.
                if (GpuLibraries.missing(DeviceChoice.Kind.CUDA).isEmpty()) {
                    try {
                        return onGpu(model, new DeviceChoice(DeviceChoice.Kind.CUDA, 0), threads);
                    } catch (ImpastoException.DeviceUnavailable e) {
                        messages.accept(e.getMessage() + "; taking the processor");
                    }
                }
                return onCpu(model, threads);
            }
            default -> throw new AssertionError(choice.kind());
        }
    }

    private static Opened onCpu(Path model, int threads) {
        OrtEnvironment environment = OrtRuntime.environment();
        try (SessionOptions options = options(threads)) {
            OrtSession session = OrtRuntime.during(() -> environment.createSession(model.toString(), options));
            return new Opened(session, "cpu (" + threads + (threads == 1 ? " thread)" : " threads)"));
        } catch (OrtException e) {
            throw ModelFile.unreadable(model, e);
        }
    }

    private static Opened onGpu(Path model, DeviceChoice choice, int threads) {
        OrtEnvironment environment = OrtRuntime.environment();
        try (SessionOptions options = options(threads)) {
            addProvider(options, choice);
            OrtSession session = OrtRuntime.during(() -> environment.createSession(model.toString(), options));
            return new Opened(session, choice + " (" + GpuLibraries.cardName(choice.index()) + ")");
        } catch (OrtException e) {
            if (e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_PROTOBUF) {
                throw ModelFile.unreadable(model, e);
            }
            throw unavailable(choice, OrtMessage.of(e), e);
        }
    }

    private static void addProvider(SessionOptions options, DeviceChoice choice) throws OrtException {
        if (choice.kind() == DeviceChoice.Kind.TENSORRT) {
            try (OrtTensorRTProviderOptions tensorRt = new OrtTensorRTProviderOptions(choice.index())) {
                options.addTensorrt(tensorRt);
            }
        }
        // Also behind TensorRT: it takes the operators that TensorRT leaves.
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(choice.index())) {
            // A search by timing may choose another algorithm, and so other bits, at each start; so does TF32's rounding
            // between cards.
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            cuda.add("use_tf32", "0");
            options.addCUDA(cuda);
        }
    }

    private static ImpastoException unavailable(DeviceChoice choice, String why, Throwable cause) {
        return new ImpastoException.DeviceUnavailable("The device " + choice + " cannot be used: " + why, cause);
    }

    private static SessionOptions options(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setInterOpNumThreads(1);
        options.setIntraOpNumThreads(threads);
        options.setDeterministicCompute(true);
        // Threads that spin while they wait take the cores from flow and encoding.
        String spinning = System.getProperty("impasto.spinning", "0");
        options.addConfigEntry("session.intra_op.allow_spinning", spinning);
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }
}
