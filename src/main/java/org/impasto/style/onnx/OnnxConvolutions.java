package org.impasto.style.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The convolutions of an ONNX network in the order of its graph, with float weights that lie in the file itself. */
public final class OnnxConvolutions {
    private OnnxConvolutions() {
    }

    /**
     * One convolution.
     *
     * @param weights out * in * size * size values
     * @param bias one value for each output channel
     */
    public record Convolution(int out, int in, int size, int stride, float[] weights, float[] bias) {
    }

    /** @throws IOException where the file is no ONNX network, or a convolution in it is not of this kind */
    public static List<Convolution> read(Path file) throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
        Map<String, TensorProto> constants = new HashMap<>();
        model.getGraph().getInitializerList().forEach(t -> constants.put(t.getName(), t));
        List<Convolution> found = new ArrayList<>();
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("Conv")) {
                found.add(convolution(node, constants));
            }
        }
        return found;
    }

    private static Convolution convolution(NodeProto node, Map<String, TensorProto> constants) throws IOException {
        TensorProto w = node.getInputCount() == 3 ? constants.get(node.getInput(1)) : null;
        TensorProto b = w == null ? null : constants.get(node.getInput(2));
        if (b == null || w.getDimsCount() != 4 || w.getDims(2) != w.getDims(3)) {
            throw new IOException("its convolution " + node.getName() + " has no square kernel and bias in the file");
        }
        float[] weights = floats(w);
        float[] bias = floats(b);
        if (weights.length != w.getDims(0) * w.getDims(1) * w.getDims(2) * w.getDims(3) || bias.length != w.getDims(0)) {
            throw new IOException("its convolution " + node.getName() + " has other numbers of weights than its shape says");
        }
        int stride = 1;
        for (AttributeProto a : node.getAttributeList()) {
            if (a.getName().equals("strides") && a.getIntsCount() > 0) {
                stride = (int) a.getInts(0);
            }
        }
        return new Convolution((int) w.getDims(0), (int) w.getDims(1), (int) w.getDims(2), stride, weights, bias);
    }

    private static float[] floats(TensorProto t) {
        FloatBuffer raw = t.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] values = new float[raw.hasRemaining() ? raw.remaining() : t.getFloatDataCount()];
        if (raw.hasRemaining()) {
            raw.get(values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = t.getFloatData(i);
            }
        }
        return values;
    }
}
