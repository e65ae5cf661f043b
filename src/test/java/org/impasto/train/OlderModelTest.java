package org.impasto.train;

import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.rand;
import static org.bytedeco.pytorch.global.torch.relu;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.impasto.style.onnx.OnnxConvolutions.Convolution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OlderModelTest {
    private final Random random = new Random(3);

    @BeforeEach
    void prepare() {
        assumeTrue(Training.available(), "skipped: libtorch is not in this build (mvn -Dtrain adds it)");
    }

    @Test
    void lastConvolutionBecomesTwoThatGiveTheSame() {
        Convolution last = random(3, 16, 3, 1);
        List<Convolution> two = OlderModel.split(last);
        Tensor x = rand(1, 16, 9, 11);
        Tensor expected = apply(last, x);
        assertArrayEquals(Pictures.floats(expected), Pictures.floats(apply(two.get(1), relu(apply(two.get(0), x)))), 1e-5f);
    }

    @Test
    void allButTheLastBlockOfPainting12IsGoneOnWith() {
        List<Convolution> older = new ArrayList<>(List.of(random(32, 8, 6, 2), random(48, 32, 3, 2)));
        for (int i = 0; i < 10; i++) {
            older.add(random(48, 48, 3, 1));
        }
        older.addAll(List.of(random(32, 48, 3, 1), random(16, 32, 3, 1), random(3, 16, 3, 1)));
        StyleNetwork net = new StyleNetwork(Preset.FAST);
        List<Convolution> adapted = OlderModel.adapt(older, net);
        assertEquals(net.layers().size(), adapted.size());
        for (int i = 0; i < 10; i++) {
            assertSame(older.get(i), adapted.get(i));
        }
        assertSame(older.get(12), adapted.get(10));
        for (int i = 0; i < adapted.size(); i++) {
            StyleNetwork.Layer l = net.layers().get(i);
            assertEquals(l.out() + " " + l.in() + " " + l.size(), adapted.get(i).out() + " " + adapted.get(i).in() + " " + adapted.get(i).size());
            assertEquals(l.out() * l.in() * l.size() * l.size(), adapted.get(i).weights().length);
        }
        // What is handed on from the first convolution comes after what there was.
        assertEquals(older.get(13).weights()[32 * 9], adapted.get(11).weights()[64 * 9]);
        assertEquals(0, adapted.get(11).weights()[32 * 9]);
        assertSame(adapted, OlderModel.adapt(adapted, net), "and what is of today's build stays as it is");
    }

    private Convolution random(int out, int in, int size, int stride) {
        float[] weights = new float[out * in * size * size];
        float[] bias = new float[out];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian() / 8;
        }
        for (int i = 0; i < out; i++) {
            bias[i] = (float) random.nextGaussian();
        }
        return new Convolution(out, in, size, stride, weights, bias);
    }

    private static Tensor apply(Convolution c, Tensor x) {
        return conv2d(x, Pictures.tensor(c.weights(), c.out(), c.in(), c.size(), c.size()), new TensorOptional(Pictures.tensor(c.bias(), c.out())),
                new long[] {1, 1}, new long[] {0, 0}, new long[] {1, 1}, 1);
    }
}
