package org.impasto.testing;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Random;
import org.impasto.style.onnx.OnnxGraph;

/** Networks that are made in a moment and whose output is known: the stylizers of the tests. */
public final class TinyNetworks {
    private static final long[] RGB = {-1, 3, -1, -1};

    private TinyNetworks() {
    }

    /** Gives its input back, in whatever value range that is. */
    public static OnnxGraph identity() {
        OnnxGraph g = new OnnxGraph("identity");
        return g.output(g.input("x", RGB), "y", RGB);
    }

    /** The identity of pictures from 0 to 255: a picture from 0 to 1 given to it comes out as if from 0 to 255. */
    public static OnnxGraph identity255() {
        OnnxGraph g = new OnnxGraph("identity-255");
        return g.output(g.clip(g.input("x", RGB), 0, 255), "y", RGB);
    }

    /** The identity of pictures from 0 to 1, clipped there. */
    public static OnnxGraph identity01() {
        OnnxGraph g = new OnnxGraph("identity-01");
        return g.output(g.clip(g.input("x", RGB), 0, 1), "y", RGB);
    }

    /** About the identity of pictures from -1 to 1, with a tanh at the end: {@code tanh(atanh-like gain * x)}. */
    public static OnnxGraph tanh() {
        OnnxGraph g = new OnnxGraph("tanh");
        return g.output(g.tanh(g.mul(g.input("x", RGB), g.scalar(1.2f))), "y", RGB);
    }

    /** Negative of a picture from 0 to 1. */
    public static OnnxGraph negative() {
        OnnxGraph g = new OnnxGraph("negative");
        return g.output(g.clip(g.sub(g.scalar(1), g.input("x", RGB)), 0, 1), "y", RGB);
    }

    /** {@code prior * mask + (1 - mask) * content}. */
    public static OnnxGraph videoBlend() {
        OnnxGraph g = new OnnxGraph("video-blend");
        return blend(g, g.input("content", RGB), g.input("prior", RGB), g.input("mask", -1, 1, -1, -1));
    }

    /** The same with a noise plane that is added, scaled by {@code gain}. */
    public static OnnxGraph videoBlendNoise(float gain) {
        OnnxGraph g = new OnnxGraph("video-blend-noise");
        String c = g.input("content", RGB);
        String p = g.input("prior", RGB);
        String m = g.input("mask", -1, 1, -1, -1);
        String n = g.input("noise", -1, 1, -1, -1);
        return blend(g, g.add(c, g.mul(n, g.scalar(gain))), p, m);
    }

    /** The same with all inputs in one tensor: content, prior, mask and, with 8 channels, noise (ignored). */
    public static OnnxGraph videoStacked(int channels) {
        OnnxGraph g = new OnnxGraph("video-stacked");
        String x = g.input("x", -1, channels, -1, -1);
        return blend(g, g.channels(x, 0, 3), g.channels(x, 3, 6), g.channels(x, 6, 7));
    }

    private static OnnxGraph blend(OnnxGraph g, String content, String prior, String mask) {
        String fresh = g.mul(g.sub(g.scalar(1), mask), content);
        return g.output(g.clip(g.add(g.mul(prior, mask), fresh), 0, 1), "y", RGB);
    }

    /** 0 / 0 everywhere. */
    public static OnnxGraph nan() {
        OnnxGraph g = new OnnxGraph("nan");
        String zero = g.sub(g.input("x", RGB), "x");
        return g.output(g.div(zero, zero), "y", RGB);
    }

    /** NaN only where a pixel is above 0.9 of its range 0 to 1. */
    public static OnnxGraph nanInHighlights() {
        OnnxGraph g = new OnnxGraph("nan-in-highlights");
        String over = g.relu(g.sub(g.input("x", RGB), g.scalar(0.98f)));
        String big = g.mul(g.mul(over, g.scalar(1e30f)), g.scalar(1e30f));
        return g.output(g.sub(g.clip("x", 0, 1), g.sub(big, big)), "y", RGB);
    }

    /** The same grey for every input. */
    public static OnnxGraph constantGrey() {
        OnnxGraph g = new OnnxGraph("grey");
        return g.output(g.add(g.mul(g.input("x", RGB), g.scalar(0)), g.scalar(0.5f)), "y", RGB);
    }

    /** A vector in, a vector out. */
    public static OnnxGraph rank2() {
        OnnxGraph g = new OnnxGraph("rank-2");
        return g.output(g.identity(g.input("x", -1, 10)), "y", -1, 10);
    }

    /** An image of {@code channels} channels. */
    public static OnnxGraph channels(int channels) {
        OnnxGraph g = new OnnxGraph("channels");
        return g.output(g.identity(g.input("x", -1, channels, -1, -1)), "y", -1, channels, -1, -1);
    }

    /** Three channels in, one out. */
    public static OnnxGraph greyOutput() {
        OnnxGraph g = new OnnxGraph("grey-output");
        return g.output(g.channels(g.input("x", RGB), 0, 1), "y", -1, 1, -1, -1);
    }

    public static OnnxGraph fixedSize(int width, int height) {
        OnnxGraph g = new OnnxGraph("fixed");
        long[] dims = {1, 3, height, width};
        return g.output(g.clip(g.input("x", dims), 0, 1), "y", dims);
    }

    /** Takes bytes instead of floats. */
    public static OnnxGraph byteInput() {
        OnnxGraph g = new OnnxGraph("bytes");
        return g.output(g.cast(g.input("x", DataType.UINT8, RGB), DataType.FLOAT), "y", RGB);
    }

    public static OnnxGraph twoOutputs() {
        OnnxGraph g = new OnnxGraph("two-outputs");
        String x = g.input("x", RGB);
        return g.output(x, "y", RGB).output(g.relu(x), "z", RGB);
    }

    /** Gives a picture of half the size. */
    public static OnnxGraph halfSize() {
        OnnxGraph g = new OnnxGraph("half");
        return g.output(g.resizeNearest(g.clip(g.input("x", RGB), 0, 1), 0.5f), "y", RGB);
    }

    /** Halves and doubles {@code levels} times: keeps only sizes that are multiples of 2^levels. */
    public static OnnxGraph multipleOf(int levels) {
        OnnxGraph g = new OnnxGraph("multiple");
        String x = g.clip(g.input("x", RGB), 0, 1);
        float[] pick = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (int i = 0; i < levels; i++) {
            x = g.conv(x, pick, null, 3, 3, 1, 2, 0);
        }
        for (int i = 0; i < levels; i++) {
            x = g.resizeNearest(x, 2);
        }
        return g.output(x, "y", RGB);
    }

    /** Reflects {@code n} pixels at the border and cuts them off: fails on pictures of up to {@code n} pixels. */
    public static OnnxGraph reflecting(int n) {
        OnnxGraph g = new OnnxGraph("reflecting");
        String x = g.reflectPad(g.clip(g.input("x", RGB), 0, 1), n);
        float[] middle = new float[9 * (2 * n + 1) * (2 * n + 1)];
        int size = 2 * n + 1;
        for (int c = 0; c < 3; c++) {
            middle[(c * 3 + c) * size * size + n * size + n] = 1;
        }
        return g.output(g.conv(x, middle, null, 3, 3, size, 1, 0), "y", RGB);
    }

    /**
     * A painter that flickers: mixtures of the content's colours are folded over and over, so that smooth gradients become bands of
     * strokes, and a change of a hundredth in the content repaints the place. Pictures from 0 to 1; no border effects.
     */
    public static OnnxGraph flickeryPainter() {
        OnnxGraph g = new OnnxGraph("flickery-painter");
        Random random = new Random(7);
        String x = g.clip(g.input("x", RGB), 0, 1);
        int n = 12;
        String h = g.conv(g.edgePad(x, 3), brushes(random, n), gaussian(random, n, 1), n, 3, 7, 1, 0);
        // A triangle wave: folds |h| between -1 and 1, again and again.
        for (int fold = 0; fold < 3; fold++) {
            h = g.sub(g.mul(g.add(g.relu(h), g.relu(g.mul(h, g.scalar(-1)))), g.scalar(2)), g.scalar(1));
        }
        h = g.tanh(g.mul(h, g.scalar(0.5f)));
        String strokes = g.conv(g.edgePad(h, 1), gaussian(random, 3 * n * 9, 0.08), null, 3, n, 3, 1, 0);
        return g.output(g.clip(g.add(g.mul(x, g.scalar(0.7f)), g.add(strokes, g.scalar(0.15f))), 0, 1), "y", RGB);
    }

    /**
     * A network of the usual build, random weights: 16-32-64 channels, two downsamplings, instance normalization, three
     * residual blocks, two upsamplings; sizes in multiples of 4. Pictures from 0 to 1.
     */
    public static OnnxGraph realSized(boolean norm) {
        return realSized(norm, 16);
    }

    public static OnnxGraph realSized(boolean norm, int base) {
        return realSized(norm, base, 3);
    }

    /** With five blocks and 16 channels it is what is known as a 16-channel Johnson network. */
    public static OnnxGraph realSized(boolean norm, int base, int blocks) {
        OnnxGraph g = new OnnxGraph("real-sized");
        Random random = new Random(3);
        int b2 = 2 * base;
        int b4 = 4 * base;
        String h = block(g, random, g.input("x", RGB), base, 3, 9, 1, norm);
        h = block(g, random, h, b2, base, 3, 2, norm);
        h = block(g, random, h, b4, b2, 3, 2, norm);
        for (int i = 0; i < blocks; i++) {
            String r = block(g, random, h, b4, b4, 3, 1, norm);
            h = g.add(h, layer(g, random, r, b4, b4, 3, 1, norm));
        }
        h = block(g, random, g.resizeNearest(h, 2), b2, b4, 3, 1, norm);
        h = block(g, random, g.resizeNearest(h, 2), base, b2, 3, 1, norm);
        return g.output(g.sigmoid(layer(g, random, h, 3, base, 9, 1, false)), "y", RGB);
    }

    private static String block(OnnxGraph g, Random r, String x, int out, int in, int size, int stride, boolean norm) {
        return g.relu(layer(g, r, x, out, in, size, stride, norm));
    }

    private static String layer(OnnxGraph g, Random r, String x, int out, int in, int size, int stride, boolean norm) {
        double gain = Math.sqrt(2.0 / (in * size * size));
        String y = g.conv(x, gaussian(r, out * in * size * size, gain), new float[out], out, in, size, stride,
                size / 2);
        if (!norm) {
            return y;
        }
        float[] ones = new float[out];
        java.util.Arrays.fill(ones, 1);
        return g.instanceNorm(y, ones, new float[out]);
    }

    /** {@code n} mixtures of the colours, each seen through a soft window of 7x7 pixels. */
    private static float[] brushes(Random random, int n) {
        float[] w = new float[n * 3 * 49];
        for (int k = 0; k < 3 * n; k++) {
            double gain = 5 * random.nextGaussian();
            for (int i = 0; i < 49; i++) {
                int dx = i % 7 - 3;
                int dy = i / 7 - 3;
                w[k * 49 + i] = (float) (gain * Math.exp(-(dx * dx + dy * dy) / 4.5) / 14.1);
            }
        }
        return w;
    }

    private static float[] gaussian(Random random, int n, double sigma) {
        float[] w = new float[n];
        for (int i = 0; i < n; i++) {
            w[i] = (float) (random.nextGaussian() * sigma);
        }
        return w;
    }
}
