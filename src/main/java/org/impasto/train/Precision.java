package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.get_cpu_capability;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The numbers that the loss is computed in. */
final class Precision {
    /**
     * bfloat16 where the processor has AVX-512 (a step takes half the time there), float32 elsewhere: without these instructions
     * bfloat16 is computed one number at a time.
     */
    static final ScalarType LOSS = get_cpu_capability().getString().startsWith("AVX512") ? ScalarType.BFloat16 : ScalarType.Float;

    private Precision() {
    }
}
