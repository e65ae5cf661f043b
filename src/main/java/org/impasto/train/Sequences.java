package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.GridSampleFuncOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.kBilinear;
import org.bytedeco.pytorch.kBorder;

/**
 * Sequences with exactly known motion, made from photographs: each picture of a batch is one photograph under an affine camera
 * that keeps moving the same way, with brightness drift and grain.
 */
final class Sequences {
    private final List<Path> photographs;
    private final int crop;

    Sequences(List<Path> photographs, int crop) {
        this.photographs = photographs;
        this.crop = crop;
    }

    /**
     * A batch.
     *
     * @param frames pictures in order of time, each [N, 3, crop, crop]
     * @param motion affine_grid's theta [N, 2, 3]: from a frame's coordinates to the frame's before
     * @param masks for each frame but the first, [N, 1, crop, crop]
     */
    record Batch(List<Tensor> frames, Tensor motion, List<Tensor> masks, Tensor noise) {
    }

    Batch make(long seed, int batch, int frames) {
        Random random = new Random(seed);
        float[] thetas = new float[batch * 6];
        Tensor[] parts = new Tensor[frames * batch];
        for (int b = 0; b < batch; b++) {
            Tensor photo = Pictures.read(photographs.get(random.nextInt(photographs.size())), 0);
            double[] camera = camera(random, photo);
            double[] motion = motion(random);
            for (int k = 0; k < 6; k++) {
                thetas[b * 6 + k] = (float) motion[k];
            }
            double gain = 1;
            double drift = 1 + 0.02 * random.nextGaussian();
            for (int f = 0; f < frames; f++) {
                Tensor grid = grid(floats(camera), 1, crop);
                parts[f * batch + b] = sample(photo, grid).mul(new Scalar(gain));
                camera = compose(camera, motion);
                gain *= drift;
            }
        }
        List<Tensor> pictures = new ArrayList<>();
        List<Tensor> masks = new ArrayList<>();
        Tensor theta = Pictures.tensor(thetas, batch, 2, 3);
        for (int f = 0; f < frames; f++) {
            Tensor[] these = Arrays.copyOfRange(parts, f * batch, (f + 1) * batch);
            Tensor grain = randn(batch, 3, crop, crop).mul(new Scalar(random.nextBoolean() ? 0.012 : 0));
            pictures.add(unit(cat(new TensorVector(these), 0).add(grain)));
            if (f > 0) {
                masks.add(mask(theta, batch, random));
            }
        }
        return new Batch(pictures, theta, masks, randn(batch, 1, crop, crop));
    }

    /** The picture of the frame before, as an estimated flow would fetch it: half a pixel wrong here and there. */
    Tensor warp(Tensor previous, Tensor theta) {
        long n = previous.size(0);
        Tensor coarse = randn(n, 2, 4, 4).mul(new Scalar(0.35 * 2 / crop));
        Tensor wobble = upsample_bilinear2d(coarse, new long[] {crop, crop}, true, new DoubleOptional(),
                new DoubleOptional()).permute(0, 2, 3, 1);
        Tensor grid = affine_grid(theta, new long[] {n, 3, crop, crop}, true).add(wobble);
        return unit(sample(previous, grid));
    }

    /** 1 where the frame before shows the same thing: inside the picture, and outside random holes with soft edges. */
    private Tensor mask(Tensor theta, int batch, Random random) {
        Tensor grid = affine_grid(theta, new long[] {batch, 3, crop, crop}, true);
        Tensor inside = grid.abs().le(new Scalar(1.0)).to(ScalarType.Float).prod(3, true,
                new ScalarTypeOptional()).permute(0, 3, 1, 2);
        if (random.nextInt(3) == 0) {
            return inside;
        }
        Tensor coarse = randn(batch, 1, 6, 6);
        Tensor smooth = upsample_bilinear2d(coarse, new long[] {crop, crop}, true, new DoubleOptional(),
                new DoubleOptional());
        double share = 0.5 + random.nextDouble();
        return inside.mul(unit(smooth.add(new Scalar(share)).mul(new Scalar(8.0))));
    }

    static Tensor unit(Tensor t) {
        return t.clamp(new ScalarOptional(new Scalar(0.0)),
                new ScalarOptional(new Scalar(1.0)));
    }

    private static Tensor sample(Tensor picture, Tensor grid) {
        GridSampleFuncOptions options = new GridSampleFuncOptions();
        options.mode().put(new kBilinear());
        options.padding_mode().put(new kBorder());
        options.align_corners().put(true);
        return grid_sample(picture, grid, options);
    }

    private static Tensor grid(float[] theta, long n, int crop) {
        return affine_grid(Pictures.tensor(theta, n, 2, 3), new long[] {n, 3, crop, crop}, true);
    }

    /** Where in the photograph the first frame looks, in coordinates of -1 to 1. */
    private double[] camera(Random random, Tensor photo) {
        double w = photo.size(3);
        double h = photo.size(2);
        double most = Math.min(w, h);
        double side = crop + random.nextDouble() * Math.max(0, most - crop);
        double sx = side / w;
        double sy = side / h;
        double flip = random.nextBoolean() ? 1 : -1;
        return new double[] {sx * flip, 0, (1 - sx) * (2 * random.nextDouble() - 1), 0, sy, (1 - sy) * (2 * random.nextDouble() - 1)};
    }

    /** A few percent of shift, zoom, shear and turn a frame; sometimes none. */
    private static double[] motion(Random random) {
        double size = random.nextInt(5) == 0 ? 0 : 1;
        double angle = size * 0.02 * random.nextGaussian();
        double zoom = 1 + size * 0.015 * random.nextGaussian();
        double c = Math.cos(angle) * zoom;
        double s = Math.sin(angle) * zoom;
        return new double[] {c, -s, size * 0.04 * random.nextGaussian(), s, c, size * 0.03 * random.nextGaussian()};
    }

    private static double[] compose(double[] a, double[] b) {
        return new double[] {a[0] * b[0] + a[1] * b[3], a[0] * b[1] + a[1] * b[4], a[0] * b[2] + a[1] * b[5] + a[2],
            a[3] * b[0] + a[4] * b[3], a[3] * b[1] + a[4] * b[4], a[3] * b[2] + a[4] * b[5] + a[5]};
    }

    private static float[] floats(double[] d) {
        float[] f = new float[d.length];
        for (int i = 0; i < f.length; i++) {
            f[i] = (float) d[i];
        }
        return f;
    }
}
