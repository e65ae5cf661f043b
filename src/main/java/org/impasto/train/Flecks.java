package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.avg_pool2d;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Colour that stands out of what is around it where the scene does not: specks of red on a grey wall. {@link Blots} are of several strokes, these of one, so up to a strength they are free. */
final class Flecks {
    // Of the squares that are compared, pixels.
    private static final int SIDE = 4;
    // What is around a square, in squares.
    private static final int AROUND = 7;
    // Difference of the scene's values, 0 to 1, at which a square counts for 1/e.
    private static final double ALIKE = 0.12;
    // How far a stroke's colour, less luma, may be from its surroundings'.
    private static final double FREE = 0.08;

    private Flecks() {
    }

    /** Mean square of how much farther than that colour is from its surroundings, by how much the scene stays the same. */
    static Tensor of(Tensor shown, Tensor content) {
        // The root of nothing has no gradient.
        Tensor off = away(avg_pool2d(shown.sub(Tensors.luma(shown)), SIDE, SIDE)).add(new Scalar(1e-6)).sqrt();
        Tensor alike = away(avg_pool2d(content, SIDE, SIDE)).mul(new Scalar(-1 / (ALIKE * ALIKE))).exp();
        return off.sub(new Scalar(FREE)).clamp_min(new Scalar(0.0)).square().mul(alike).mean();
    }

    static String words() {
        return "of " + SIDE + " around " + AROUND + " alike " + ALIKE + " free " + FREE;
    }

    /** Squared distance of each square's values from those around it, one channel. */
    private static Tensor away(Tensor squares) {
        Tensor around = avg_pool2d(squares, new long[] {AROUND, AROUND}, new long[] {1, 1}, new long[] {AROUND / 2, AROUND / 2}, false, false, new LongOptional());
        return squares.sub(around).square().sum(1).unsqueeze(1);
    }
}
