package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.impasto.style.NoisePlane;

/**
 * The noise that strokes grow out of where a scene is plain: as the engine's ({@link NoisePlane}), white noise through three boxes, with a variance of one. It is so smooth
 * that it can be carried with the things in a film, by fractions of a pixel, and the network paints the same strokes out of it wherever they have come to.
 */
final class SmoothNoise {
    private static final int MARGIN = NoisePlane.BOXES * (NoisePlane.BOX - 1) / 2;

    private SmoothNoise() {
    }

    /** [n, 1, height, width]. */
    static Tensor of(Place place, long n, long height, long width) {
        Tensor noise = place.randn(n, 1, height + 2 * MARGIN, width + 2 * MARGIN);
        for (int i = 0; i < NoisePlane.BOXES; i++) {
            noise = avg_pool2d(noise, new long[] {NoisePlane.BOX, NoisePlane.BOX}, new long[] {1, 1}, new long[] {0, 0}, false, true, new LongOptional());
        }
        return noise.mul(new Scalar(NoisePlane.GAIN));
    }
}
