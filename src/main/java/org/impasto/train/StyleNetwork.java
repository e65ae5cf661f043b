package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.impasto.style.onnx.OnnxConvolutions;

/**
 * The video stylizer that is trained: content, prior, mask and noise in, a picture out. Half size at once, then a quarter,
 * residual blocks, and smooth enlargement back (transposed convolution and pixel shuffle leave a checkerboard, repeated pixels and those between two a weave like canvas). What the first convolution
 * saw is handed on past all that, for the scene's outlines.
 * Batch norm, which folds into the convolutions: nothing in it looks at the whole frame.
 */
final class StyleNetwork extends Module {
    static final float NOISE = 0.25f;
    // Of its three channels, the first. The mask is after it.
    private static final int PRIOR = 3;
    /** Batch norm's own. */
    static final double EPSILON = 1e-5;

    /** One convolution with what follows it. */
    record Layer(int in, int out, int size, int stride, Conv2dImpl conv, BatchNorm2dImpl norm) {
    }

    private final List<Layer> layers = new ArrayList<>();
    private final int blocks;
    private boolean calibrating;
    private ScalarType numbers = ScalarType.Float;

    StyleNetwork(Preset preset) {
        super("StyleNetwork");
        blocks = preset.blocks;
        // 6x6 with stride 2 sees what 3x3 after space-to-depth would.
        add(8, preset.half, 6, 2, true);
        add(preset.half, preset.quarter, 3, 2, true);
        for (int i = 0; i < 2 * blocks; i++) {
            add(preset.quarter, preset.quarter, 3, 1, true);
        }
        add(preset.quarter, preset.half, 3, 1, true);
        add(2 * preset.half, preset.last, 3, 1, true);
        // What has been enlarged is smooth: an edge as sharp as the frame's own pixels needs a kink at full size.
        add(preset.last, preset.last, 3, 1, true);
        add(preset.last, 3, 1, 1, false);
    }

    private void add(int in, int out, int size, int stride, boolean norm) {
        Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(new long[] {size, size}));
        options.stride().put(new long[] {stride, stride});
        int i = layers.size();
        Conv2dImpl conv = register_module("conv" + i, new Conv2dImpl(options));
        // Without it oneDNN reorders every activation to and fro.
        try (NoGradGuard none = new NoGradGuard()) {
            conv.weight().set_data(conv.weight().contiguous(MemoryFormat.ChannelsLast));
        }
        BatchNorm2dImpl bn = norm ? register_module("norm" + i, new BatchNorm2dImpl(new BatchNormOptions(out))) : null;
        layers.add(new Layer(in, out, size, stride, conv, bn));
    }

    int blocks() {
        return blocks;
    }

    List<Layer> layers() {
        return layers;
    }

    /** The layers in words: 8-32 6x6/2 and so on. */
    String shapes() {
        StringBuilder text = new StringBuilder();
        for (Layer l : layers) {
            text.append(l.in()).append('-').append(l.out()).append(' ').append(l.size()).append('x').append(l.size()).append('/')
                    .append(l.stride()).append(l.norm() == null ? "" : "n").append(' ');
        }
        return text + "smoothed bilinear";
    }

    Tensor forward(Tensor content, Tensor prior, Tensor mask, Tensor noise) {
        Tensor free = mask.mul(new Scalar(-1.0)).add(new Scalar(1.0));
        Tensor x = cat(new TensorVector(content, prior.mul(mask), mask, noise.mul(free).mul(new Scalar((double) NOISE))), 1)
                .contiguous(MemoryFormat.ChannelsLast).to(numbers);
        Tensor first = relu(apply(0, x));
        x = relu(apply(1, first));
        for (int i = 0; i < blocks; i++) {
            x = x.add(apply(3 + 2 * i, relu(apply(2 + 2 * i, x))));
        }
        int next = 2 + 2 * blocks;
        x = relu(apply(next, twice(x)));
        x = relu(apply(next + 1, cat(new TensorVector(x, first), 1)));
        x = relu(apply(next + 2, twice(x)));
        return sigmoid(apply(next + 3, x.to(ScalarType.Float)));
    }

    /** What all but the last convolution is computed in from now on. The weights stay float32, and what is exported is these. */
    void compute(ScalarType numbers) {
        this.numbers = numbers;
    }

    /** Takes the weights of a network without batch norm; every batch norm then changes nothing. */
    void convolutions(List<OnnxConvolutions.Convolution> found) {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            for (int i = 0; i < layers.size(); i++) {
                Layer l = layers.get(i);
                l.conv().weight().copy_(Pictures.tensor(found.get(i).weights(), l.out(), l.in(), l.size(), l.size()));
                l.conv().bias().copy_(Pictures.tensor(found.get(i).bias(), l.out()));
                if (l.norm() != null) {
                    norm(l.norm(), zeros(l.out()), ones(l.out()));
                }
            }
        }
    }

    /**
     * Paints in other colours from now on, and takes priors in these.
     *
     * @param painted what it painted so far
     */
    void recolour(Palette palette, Tensor painted) {
        try (PointerScope scope = new PointerScope(); NoGradGuard none = new NoGradGuard()) {
            Conv2dImpl last = layers.get(layers.size() - 1).conv();
            Tensor weight = last.weight();
            weight.copy_(palette.matrix().mm(weight.reshape(3, -1)).reshape(3, weight.size(1), weight.size(2), weight.size(3)));
            last.bias().copy_(palette.matrix().mm(last.bias().reshape(3, 1)).add(palette.offset()).reshape(3));
            Tensor first = layers.get(0).conv().weight();
            Tensor prior = first.narrow(1, PRIOR, 3);
            Tensor back = prior.permute(0, 2, 3, 1).reshape(-1, 3).mm(palette.back(painted)).reshape(first.size(0), first.size(2), first.size(3), 4).permute(0, 3, 1, 2);
            // The prior comes with zeros where the mask does: what is added to a colour is added for the mask.
            first.narrow(1, PRIOR + 3, 1).add_(back.narrow(1, 3, 1));
            prior.copy_(back.narrow(1, 0, 3));
        }
    }

    /** Gives every batch norm the statistics of these inputs, and the gain and offset that undo them. */
    void calibrate(Tensor content, Tensor prior, Tensor mask, Tensor noise) {
        calibrating = true;
        forward(content, prior, mask, noise);
        calibrating = false;
    }

    private static void norm(BatchNorm2dImpl norm, Tensor mean, Tensor variance) {
        norm.running_mean().copy_(mean);
        norm.running_var().copy_(variance);
        norm.weight().copy_(variance.add(new Scalar(EPSILON)).sqrt());
        norm.bias().copy_(mean);
    }

    private Tensor apply(int i, Tensor x) {
        Layer layer = layers.get(i);
        int pad = pad(layer.size());
        Tensor padded = pad == 0 ? x : replication_pad2d(x, pad, pad, pad, pad);
        Conv2dImpl conv = layer.conv();
        // Of float32 these are the weights themselves.
        Tensor y = conv2d(padded, conv.weight().to(x.scalar_type()), new TensorOptional(conv.bias().to(x.scalar_type())),
                new long[] {layer.stride(), layer.stride()}, new long[] {0, 0}, new long[] {1, 1}, 1);
        if (calibrating && layer.norm() != null) {
            norm(layer.norm(), y.mean(new long[] {0, 2, 3}, false, new ScalarTypeOptional()), y.var(new long[] {0, 2, 3}, false, false));
        }
        return layer.norm() == null ? y : layer.norm().forward(y);
    }

    static int pad(int size) {
        return (size - 1) / 2;
    }

    /** What is left of the small picture's own frequency would be threads along lines and columns, and a network makes texture of these: so it is smoothed away. */
    private static Tensor twice(Tensor x) {
        Tensor large = upsample_bilinear2d(x, new long[] {2 * x.size(2), 2 * x.size(3)}, false, new DoubleOptional(2.0), new DoubleOptional(2.0));
        return avg_pool2d(large, new long[] {3, 3}, new long[] {1, 1}, new long[] {1, 1}, false, false, new LongOptional());
    }
}
