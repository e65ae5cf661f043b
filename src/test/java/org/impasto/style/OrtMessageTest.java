package org.impasto.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

class OrtMessageTest {
    private static final String CALL = "std::conditional_t<THRW, void, onnxruntime::common::Status> onnxruntime::CudaCall(ERRTYPE, const char*, const char*, "
            + "SUCCTYPE, const char*, const char*, int) [with ERRTYPE = cublasStatus_t; bool THRW = true; SUCCTYPE = cublasStatus_t; "
            + "std::conditional_t<THRW, void, common::Status> = void] ";

    private static String of(String message) {
        return OrtMessage.of(new OrtException(OrtException.OrtErrorCode.ORT_RUNTIME_EXCEPTION, message));
    }

    /** As ONNX Runtime 1.23.2 said it on a card where cuBLAS could not start. */
    @Test
    void whatALibraryOfCudaSaysIsFound() {
        assertEquals("CUBLAS failure 14: CUBLAS_STATUS_INTERNAL_ERROR in cublasCreate(&cublas_handle_)",
                of("Exception during initialization: /onnxruntime_src/onnxruntime/core/providers/cuda/cuda_call.cc:129 " + CALL
                        + "/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_call.cc:121 " + CALL + "CUBLAS failure 14: CUBLAS_STATUS_INTERNAL_ERROR ; GPU=0 ; "
                        + "hostname=vm ; file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_execution_provider.cc ; line=176 ; "
                        + "expr=cublasCreate(&cublas_handle_); \n\n"));
        assertEquals("CUDA failure 2: out of memory", of(CALL + "CUDA failure 2: out of memory ; GPU=0 ; hostname=vm"));
    }

    @Test
    void otherMessagesAreOneShortLine() {
        assertEquals("No such thing", of("No such\tthing\nand more"));
        assertTrue(of("x".repeat(999)).length() < 210);
    }
}
