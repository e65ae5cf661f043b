package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.upsample_nearest2d;

import java.util.Random;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Where a sequence asks for new paint though the old could be carried: masks [1, 1, size, size], 0 in a hole and 1 elsewhere. */
final class Holes {
    private static final int COARSE = 4;

    private final int size;
    private final Place place;

    Holes(int size, Place place) {
        this.size = size;
        this.place = place;
    }

    /** Of all sizes, with soft edges. */
    Tensor soft(Random random) {
        int cells = 3 + random.nextInt(10);
        double share = 0.2 + random.nextDouble();
        return Sequences.unit(Sequences.enlarge(place.randn(1, 1, cells, cells), size).add(new Scalar(share)).mul(new Scalar(2.0 + 8 * random.nextDouble())));
    }

    /** Patches of about a stroke, as the engine renews them where nothing moves; here as many in a frame as there in ten. */
    Tensor patches(Random random) {
        int side = 16 + random.nextInt(17);
        int cells = size / side + 2;
        Tensor stands = place.rand(1, 1, cells, cells).gt(new Scalar(0.1 + 0.3 * random.nextDouble())).to(ScalarType.Float);
        Tensor patches = upsample_nearest2d(stands, (long) cells * side, (long) cells * side);
        return patches.narrow(2, random.nextInt(side), size).narrow(3, random.nextInt(side), size);
    }

    /**
     * Ribbons that move on from frame to frame, as the engine's patches do over paint that moves under them: each frame paints a strip
     * beside the strip of the frame before, with ragged edges, and in the end everything has been painted anew.
     */
    Front front(Random random) {
        double bends = 0.5 + 2 * random.nextDouble();
        double ragged = 0.06 * random.nextDouble();
        Tensor phase = Sequences.enlarge(place.randn(1, 1, COARSE, COARSE), size).mul(new Scalar(bends))
                .add(place.randn(1, 1, size, size).mul(new Scalar(ragged)));
        return new Front(phase, 0.05 + 0.15 * random.nextDouble());
    }

    /**
     * @param phase of each pixel: how many rounds it is ahead
     * @param speed share of a round that a frame paints
     */
    record Front(Tensor phase, double speed) {
        Tensor at(int frame) {
            Tensor round = phase.add(new Scalar(frame * speed));
            return round.sub(round.floor()).ge(new Scalar(speed)).to(ScalarType.Float);
        }
    }
}
