package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Colour that changes where the scene does not. A painting of many colours asks for all of them, and a network puts those for which it finds no thing into skies and walls. Light and dark have a
 * term of their own.
 */
final class Blots {
    // Of the squares that are compared, pixels: strokes are averaged in them.
    private static final int SIDE = 16;
    // Difference of the scene's values, 0 to 1, at which a square counts for 1/e.
    private static final double ALIKE = 0.07;

    private Blots() {
    }

    /** Mean square difference of colour less luma, from square to square, by how much the scene stays the same. */
    static Tensor of(Tensor shown, Tensor content) {
        Tensor colour = avg_pool2d(shown.sub(Tensors.luma(shown)), SIDE, SIDE);
        Tensor scene = avg_pool2d(content, SIDE, SIDE);
        return along(colour, scene, 2).add(along(colour, scene, 3));
    }

    static String words() {
        return "of " + SIDE + " alike " + ALIKE;
    }

    private static Tensor along(Tensor colour, Tensor scene, int dimension) {
        Tensor alike = Tensors.next(scene, dimension).square().sum(1).unsqueeze(1).mul(new Scalar(-1 / (ALIKE * ALIKE))).exp();
        return Tensors.next(colour, dimension).square().mul(alike).mean();
    }
}
