package org.impasto.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.impasto.style.onnx.OnnxGraph;

/** Writes a trained network as ONNX, batch norm folded into the convolutions. */
final class OnnxExport {
    private OnnxExport() {
    }

    static void write(StyleNetwork net, Path file) throws IOException {
        OnnxGraph g = new OnnxGraph("impasto-style");
        String content = g.input("content", -1, 3, -1, -1);
        String prior = g.input("prior", -1, 3, -1, -1);
        String mask = g.input("mask", -1, 1, -1, -1);
        String noise = g.input("noise", -1, 1, -1, -1);
        String grain = g.mul(g.mul(noise, g.sub(g.scalar(1), mask)), g.scalar(StyleNetwork.NOISE));
        List<StyleNetwork.Layer> layers = net.layers();
        String first = g.relu(conv(g, layers.get(0), g.concat(content, g.mul(prior, mask), mask, grain)));
        String x = g.relu(conv(g, layers.get(1), first));
        for (int i = 0; i < net.blocks(); i++) {
            String inner = g.relu(conv(g, layers.get(2 + 2 * i), x));
            x = g.add(x, conv(g, layers.get(3 + 2 * i), inner));
        }
        int next = 2 + 2 * net.blocks();
        x = g.relu(conv(g, layers.get(next), twice(g, x)));
        x = g.relu(conv(g, layers.get(next + 1), g.concat(x, first)));
        x = g.relu(conv(g, layers.get(next + 2), twice(g, x)));
        x = g.sigmoid(conv(g, layers.get(next + 3), x));
        g.output(x, "stylized", -1, 3, -1, -1);
        Files.write(file, g.toBytes());
    }

    private static String twice(OnnxGraph g, String x) {
        return g.means(g.resizeLinear(x, 2), 3);
    }

    private static String conv(OnnxGraph g, StyleNetwork.Layer layer, String x) {
        float[] w = Pictures.floats(layer.conv().weight());
        float[] b = Pictures.floats(layer.conv().bias());
        if (layer.norm() != null) {
            fold(layer.norm(), w, b);
        }
        int pad = StyleNetwork.pad(layer.size());
        String padded = pad == 0 ? x : g.edgePad(x, pad);
        return g.conv(padded, w, b, layer.out(), layer.in(), layer.size(), layer.stride(), 0);
    }

    private static void fold(BatchNorm2dImpl norm, float[] w, float[] b) {
        float[] mean = Pictures.floats(norm.running_mean());
        float[] variance = Pictures.floats(norm.running_var());
        float[] gain = Pictures.floats(norm.weight());
        float[] offset = Pictures.floats(norm.bias());
        int per = w.length / b.length;
        for (int o = 0; o < b.length; o++) {
            double scale = gain[o] / Math.sqrt(variance[o] + StyleNetwork.EPSILON);
            for (int i = 0; i < per; i++) {
                w[o * per + i] = (float) (w[o * per + i] * scale);
            }
            b[o] = (float) ((b[o] - mean[o]) * scale + offset[o]);
        }
    }
}
