package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.GridSampleFuncOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.kBicubic;
import org.bytedeco.pytorch.kBilinear;
import org.bytedeco.pytorch.kBorder;

/**
 * Sequences with exactly known motion, made from photographs: one photograph under an affine camera that keeps moving the same way,
 * in half of them a part of another one moving in front of it, with brightness drift and grain. Flow and mask are then spoiled as an
 * estimator would spoil them, and holes are torn into the mask where the engine would ask for new paint.
 */
final class Sequences {
    // One sequence of so many stands still.
    private static final int STILL = 3;
    // One of so many is in black and white: of hues alone a network does not learn what a grey wall is to be.
    static final int GREY = 8;

    private final Photographs photographs;
    private final int crop;
    private final Place place;
    private final Holes holes;

    Sequences(Photographs photographs, int crop) {
        this.photographs = photographs;
        this.crop = crop;
        place = photographs.place();
        holes = new Holes(crop, place);
    }

    /**
     * A batch of sequences.
     *
     * @param frames pictures in order of time, each [N, 3, crop, crop]
     * @param grids for each frame but the first, where its pixels were in the frame before: [N, crop, crop, 2] in -1 to 1
     * @param masks for each frame but the first, [N, 1, crop, crop]
     * @param visible the same before it was spoiled: 1 where a frame shows what the frame before showed
     * @param grounds pictures without what is in front, each [N, 3, crop, crop]
     * @param covers where in those is what is in front, 0 to 1, each [N, 1, crop, crop]
     * @param jitter how wrong an estimated flow would be, [N, 1, 1, 1]: 0 where nothing moves
     */
    record Batch(List<Tensor> frames, List<Tensor> grids, List<Tensor> masks, List<Tensor> visible, List<Tensor> grounds, List<Tensor> covers, Tensor jitter) {
    }

    /** One frame of one sequence; the first has no grid, no mask, and nothing that was visible before. */
    private record Moment(Tensor picture, Tensor ground, Tensor cover, Tensor grid, Tensor visible, Tensor mask) {
    }

    /** One moving thing: where it looks in its photograph (or outline), and how a frame's points map to the frame's before. */
    private record Mover(Tensor photo, double[] camera, double[] motion) {
        Mover next() {
            return new Mover(photo, Cameras.compose(camera, motion), motion);
        }
    }

    /** The libtorch generator must have been seeded by the caller: grain and holes come from it. */
    Batch make(Random random, int n, int frames) {
        List<List<Moment>> sequences = new ArrayList<>();
        float[] jitter = new float[n];
        for (int b = 0; b < n; b++) {
            boolean still = random.nextInt(STILL) == 0;
            jitter[b] = still ? 0 : 1;
            sequences.add(one(random, frames, still));
        }
        return new Batch(stacks(sequences, 0, Moment::picture), stacks(sequences, 1, Moment::grid), stacks(sequences, 1, Moment::mask), stacks(sequences, 1, Moment::visible),
                stacks(sequences, 0, Moment::ground), stacks(sequences, 0, Moment::cover), place.tensor(jitter, n, 1, 1, 1));
    }

    /** For each frame from that one on, what all sequences have of it. */
    private static List<Tensor> stacks(List<List<Moment>> sequences, int first, Function<Moment, Tensor> part) {
        return IntStream.range(first, sequences.get(0).size()).mapToObj(f -> stack(sequences.stream().map(s -> part.apply(s.get(f))).toList())).toList();
    }

    private static Tensor shot(Tensor scene, double gain, Tensor film, boolean grey) {
        Tensor colour = unit(scene.mul(new Scalar(gain)).add(film));
        return grey ? Tensors.luma(colour).expand(-1, 3, -1, -1) : colour;
    }

    private List<Moment> one(Random random, int frames, boolean still) {
        Mover back = photo(random, still);
        Mover front = photo(random, still);
        Mover outline = new Mover(outline(random), Cameras.scale(0.6 + random.nextDouble()), front.motion());
        double gain = 1;
        double drift = 1 + (still ? 0 : 0.015) * random.nextGaussian();
        boolean grey = random.nextInt(GREY) == 0;
        double grain = random.nextBoolean() ? 0.012 : 0;
        Optional<Holes.Front> ribbons = !still && random.nextBoolean() ? Optional.of(holes.front(random)) : Optional.empty();
        List<Moment> moments = new ArrayList<>();
        Tensor cover = null;
        for (int f = 0; f < frames; f++) {
            Tensor before = cover;
            cover = unit(sample(outline.photo(), grid(outline.camera()), false));
            Tensor ground = sample(back.photo(), grid(back.camera()), false);
            Tensor picture = mix(ground, sample(front.photo(), grid(front.camera()), false), cover);
            Tensor film = place.randn(1, 3, crop, crop).mul(new Scalar(grain));
            Tensor grid = null;
            Tensor visible = null;
            Tensor mask = null;
            if (f > 0) {
                Tensor inFront = cover.gt(new Scalar(0.5)).to(ScalarType.Float);
                grid = mix(grid(back.motion()), grid(front.motion()), inFront.permute(0, 2, 3, 1));
                Tensor same = cover.sub(sample(before, grid, false)).abs().lt(new Scalar(0.2)).to(ScalarType.Float);
                visible = same.mul(inside(grid));
                Tensor trusted = still ? holes.patches(random) : spoil(visible, random);
                mask = ribbons.isPresent() ? trusted.mul(ribbons.get().at(f)) : trusted;
            }
            moments.add(new Moment(shot(picture, gain, film, grey), shot(ground, gain, film, grey), cover, grid, visible, mask));
            back = back.next();
            front = front.next();
            outline = outline.next();
            gain *= drift;
        }
        return moments;
    }

    /** The picture of the frame before, as an estimated flow would fetch it: half a pixel wrong here and there. */
    Tensor warp(Tensor previous, Tensor grid, Tensor jitter) {
        Tensor coarse = place.randn(previous.size(0), 2, 4, 4).mul(new Scalar(0.35 * 2 / crop)).mul(jitter);
        return unit(sample(previous, grid.add(enlarge(coarse, crop).permute(0, 2, 3, 1)), true));
    }

    /** What was somewhere in the frame before, where it has come to. */
    static Tensor carry(Tensor previous, Tensor grid) {
        return sample(previous, grid, true);
    }

    private Tensor spoil(Tensor mask, Random random) {
        Tensor wider = max_pool2d(mask.mul(new Scalar(-1.0)), new long[] {5, 5}, new long[] {1, 1}, new long[] {2, 2},
                new long[] {1, 1}, false).mul(new Scalar(-1.0));
        Tensor soft = avg_pool2d(random.nextBoolean() ? wider : mask, new long[] {3, 3}, new long[] {1, 1}, new long[] {1, 1}, false,
                true, new org.bytedeco.pytorch.LongOptional());
        return random.nextInt(4) == 0 ? soft : soft.mul(holes.soft(random));
    }

    private Mover photo(Random random, boolean still) {
        Tensor photo = photographs.get(random.nextInt(photographs.count()));
        return new Mover(photo, Cameras.look(random, photo.size(3), photo.size(2), crop), Cameras.motion(random, still));
    }

    /** Above 0.5 where the thing in front is; in half of the sequences nowhere. */
    private Tensor outline(Random random) {
        if (random.nextBoolean()) {
            return place.zeros(1, 1, 8, 8);
        }
        return enlarge(place.randn(1, 1, 4, 4), crop).mul(new Scalar(crop / 8.0)).add(new Scalar(0.5 - 4 * random.nextDouble()));
    }

    private Tensor inside(Tensor grid) {
        return grid.abs().le(new Scalar(1.0)).to(ScalarType.Float).prod(3, true, new ScalarTypeOptional()).permute(0, 3, 1, 2);
    }

    static Tensor enlarge(Tensor coarse, int side) {
        return upsample_bicubic2d(coarse, new long[] {side, side}, true, new DoubleOptional(), new DoubleOptional());
    }

    static Tensor unit(Tensor t) {
        return t.clamp(new ScalarOptional(new Scalar(0.0)), new ScalarOptional(new Scalar(1.0)));
    }

    /** {@code a} where the share is 0, {@code b} where it is 1. */
    static Tensor mix(Tensor a, Tensor b, Tensor share) {
        return a.add(b.sub(a).mul(share));
    }

    static Tensor sample(Tensor picture, Tensor grid, boolean sharp) {
        GridSampleFuncOptions options = new GridSampleFuncOptions();
        if (sharp) {
            options.mode().put(new kBicubic());
        } else {
            options.mode().put(new kBilinear());
        }
        options.padding_mode().put(new kBorder());
        options.align_corners().put(true);
        return grid_sample(picture, grid, options);
    }

    private Tensor grid(double[] theta) {
        float[] f = new float[theta.length];
        for (int i = 0; i < f.length; i++) {
            f[i] = (float) theta[i];
        }
        return affine_grid(place.tensor(f, 1, 2, 3), new long[] {1, 3, crop, crop}, true);
    }

    static Tensor stack(Tensor a, Tensor b) {
        return stack(List.of(a, b));
    }

    static Tensor stack(List<Tensor> parts) {
        return cat(new TensorVector(parts.toArray(new Tensor[0])), 0);
    }
}
