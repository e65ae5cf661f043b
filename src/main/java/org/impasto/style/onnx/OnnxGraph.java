package org.impasto.style.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ONNX network under construction (IR 8, opset 17). A value is known by its name: each operator appends a node and
 * returns the name of what it computes. Tensors are NCHW; a dimension of -1 is dynamic.
 *
 * <pre>{@code
 * OnnxGraph g = new OnnxGraph("halve");
 * String x = g.input("x", 1, 3, -1, -1);
 * g.output(g.mul(x, g.scalar(0.5f)), "y", 1, 3, -1, -1);
 * byte[] model = g.toBytes();
 * }</pre>
 */
public final class OnnxGraph {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final ModelProto.Builder model = ModelProto.newBuilder();
    private int names;

    public OnnxGraph(String name) {
        graph.setName(name);
    }

    /** Declares a float input. */
    public String input(String name, long... dims) {
        return input(name, TensorProto.DataType.FLOAT, dims);
    }

    /** Declares an input of another element type. */
    public String input(String name, TensorProto.DataType type, long... dims) {
        graph.addInput(valueInfo(name, type, dims));
        return name;
    }

    /** Declares {@code value} as a float output under a name of its own. */
    public OnnxGraph output(String value, String name, long... dims) {
        return output(value, name, TensorProto.DataType.FLOAT, dims);
    }

    /** Declares {@code value} as an output of another element type. */
    public OnnxGraph output(String value, String name, TensorProto.DataType type, long... dims) {
        graph.addNode(NodeProto.newBuilder().setOpType("Identity").setName(name).addInput(value).addOutput(name));
        graph.addOutput(valueInfo(name, type, dims));
        return this;
    }

    /** A note in the model's own metadata. */
    public OnnxGraph metadata(String key, String value) {
        model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
        return this;
    }

    /** A constant float tensor, row-major. */
    public String constant(float[] values, long... dims) {
        String name = fresh("const");
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long d : dims) {
            tensor.addDims(d);
        }
        java.nio.ByteBuffer raw = java.nio.ByteBuffer.allocate(values.length * Float.BYTES)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        tensor.setRawData(com.google.protobuf.ByteString.copyFrom(raw.array()));
        graph.addInitializer(tensor);
        return name;
    }

    /** A constant without dimensions. */
    public String scalar(float value) {
        return constant(new float[] {value});
    }

    /** A constant float tensor whose values lie in another file: {@code location} is relative to the model's folder. */
    public String external(String location, long... dims) {
        String name = fresh("external");
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue(location));
        for (long d : dims) {
            tensor.addDims(d);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /**
     * 2-D convolution with a square kernel and zero padding.
     *
     * @param weights {@code out * in * size * size} values
     * @param bias {@code out} values, or null
     */
    public String conv(String x, float[] weights, float[] bias, int out, int in, int size, int stride, int pad) {
        String w = constant(weights, out, in, size, size);
        String[] inputs = bias == null ? new String[] {x, w} : new String[] {x, w, constant(bias, out)};
        return node("Conv", inputs, ints("kernel_shape", size, size), ints("strides", stride, stride),
                ints("pads", pad, pad, pad, pad));
    }

    public String relu(String x) {
        return node("Relu", x);
    }

    public String sigmoid(String x) {
        return node("Sigmoid", x);
    }

    public String tanh(String x) {
        return node("Tanh", x);
    }

    public String identity(String x) {
        return node("Identity", x);
    }

    public String add(String a, String b) {
        return node("Add", a, b);
    }

    public String sub(String a, String b) {
        return node("Sub", a, b);
    }

    public String mul(String a, String b) {
        return node("Mul", a, b);
    }

    public String div(String a, String b) {
        return node("Div", a, b);
    }

    public String clip(String x, float min, float max) {
        return node("Clip", x, scalar(min), scalar(max));
    }

    /** Joins along the channels. */
    public String concat(String... xs) {
        return node("Concat", xs, integer("axis", 1));
    }

    /** Channels {@code from} (included) to {@code to} (excluded). */
    public String channels(String x, int from, int to) {
        return slice(x, 1, from, to);
    }

    /** Indices {@code from} (included) to {@code to} (excluded) along one axis. */
    public String slice(String x, int axis, long from, long to) {
        return node("Slice", x, longs(from), longs(to), longs(axis));
    }

    /** Reflects {@code n} pixels over each of the four edges. */
    public String reflectPad(String x, int n) {
        return node("Pad", new String[] {x, longs(0, 0, n, n, 0, 0, n, n)}, text("mode", "reflect"));
    }

    /** Repeats the pixels at the edges {@code n} times on each side. */
    public String edgePad(String x, int n) {
        return node("Pad", new String[] {x, longs(0, 0, n, n, 0, 0, n, n)}, text("mode", "edge"));
    }

    /** Repeats each pixel {@code factor} times in both directions; a factor below 1 takes every nth. */
    public String resizeNearest(String x, float factor) {
        return resize(x, factor, text("mode", "nearest"), text("nearest_mode", "floor"), text("coordinate_transformation_mode", "asymmetric"));
    }

    /** Enlarges by {@code factor} in both directions, bilinear between the middles of pixels. */
    public String resizeLinear(String x, float factor) {
        return resize(x, factor, text("mode", "linear"), text("coordinate_transformation_mode", "half_pixel"));
    }

    /** The mean of the n x n pixels around each, n odd; fewer along the edges. */
    public String means(String x, int n) {
        int around = n / 2;
        return node("AveragePool", new String[] {x}, ints("kernel_shape", n, n), ints("strides", 1, 1), ints("pads", around, around, around, around));
    }

    private String resize(String x, float factor, AttributeProto.Builder... how) {
        return node("Resize", new String[] {x, "", constant(new float[] {1, 1, factor, factor}, 4)}, how);
    }

    public String instanceNorm(String x, float[] scale, float[] bias) {
        return node("InstanceNormalization",
                new String[] {x, constant(scale, scale.length), constant(bias, bias.length)},
                AttributeProto.newBuilder().setName("epsilon").setType(AttributeProto.AttributeType.FLOAT).setF(1e-5f));
    }

    public String cast(String x, TensorProto.DataType type) {
        return node("Cast", new String[] {x}, integer("to", type.getNumber()));
    }

    /** The finished model in the ONNX file format. */
    public byte[] toBytes() {
        return model.setIrVersion(IR_VERSION).setProducerName("impasto")
                .clearOpsetImport().addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph).build().toByteArray();
    }

    public Path write(Path file) {
        try {
            return Files.write(file, toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends any operator of one output: for what the methods above lack. */
    public String node(String op, String[] inputs, AttributeProto.Builder... attributes) {
        String out = fresh(op.toLowerCase(java.util.Locale.ROOT));
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(op).setName(out).addOutput(out);
        for (String in : inputs) {
            node.addInput(in);
        }
        for (AttributeProto.Builder a : attributes) {
            node.addAttribute(a);
        }
        graph.addNode(node);
        return out;
    }

    private String node(String op, String... inputs) {
        return node(op, inputs, new AttributeProto.Builder[0]);
    }

    private String longs(long... values) {
        String name = fresh("shape");
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name).setDataType(TensorProto.DataType.INT64.getNumber()).addDims(values.length);
        for (long v : values) {
            tensor.addInt64Data(v);
        }
        graph.addInitializer(tensor);
        return name;
    }

    private String fresh(String stem) {
        return stem + "_" + names++;
    }

    private static AttributeProto.Builder ints(String name, long... values) {
        AttributeProto.Builder a = AttributeProto.newBuilder().setName(name)
                .setType(AttributeProto.AttributeType.INTS);
        for (long v : values) {
            a.addInts(v);
        }
        return a;
    }

    private static AttributeProto.Builder integer(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value);
    }

    private static AttributeProto.Builder text(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRING)
                .setS(com.google.protobuf.ByteString.copyFromUtf8(value));
    }

    private static ValueInfoProto valueInfo(String name, TensorProto.DataType type, long... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int i = 0; i < dims.length; i++) {
            TensorShapeProto.Dimension.Builder d = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(dims[i] < 0 ? d.setDimParam(name + "_" + i) : d.setDimValue(dims[i]));
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape))).build();
    }
}
