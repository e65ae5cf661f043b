package org.impasto.style;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.impasto.image.Image;
import org.impasto.image.Plane;

/**
 * Direct buffers for one run at one size, with the tensors over them: made once, used for frame after frame, by one thread
 * at a time. ONNX Runtime reads and writes them in place.
 */
final class Slot implements AutoCloseable {
    private final Canvas canvas;
    private final Signature signature;
    private final List<OnnxTensor> tensors = new ArrayList<>();
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final FloatBuffer content;
    private final FloatBuffer prior;
    private final FloatBuffer mask;
    private final FloatBuffer noise;
    private final FloatBuffer out;
    private final OnnxTensor output;

    Slot(Signature signature, Canvas canvas) throws OrtException {
        this.signature = signature;
        this.canvas = canvas;
        int n = canvas.pixels();
        try {
            if (signature.stacked() > 0) {
                FloatBuffer all = input(signature.content(), signature.stacked());
                content = all.slice(0, 3 * n);
                prior = all.slice(3 * n, 3 * n);
                mask = all.slice(6 * n, n);
                noise = signature.takesNoise() ? all.slice(7 * n, n) : null;
            } else {
                content = input(signature.content(), 3);
                prior = input(signature.prior(), 3);
                mask = input(signature.mask(), 1);
                noise = input(signature.noise(), 1);
            }
            out = direct(3);
            output = tensor(out, 3);
        } catch (OrtException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private FloatBuffer input(String name, int channels) throws OrtException {
        if (name == null) {
            return null;
        }
        FloatBuffer b = direct(channels);
        inputs.put(name, tensor(b, channels));
        return b;
    }

    private FloatBuffer direct(int channels) {
        int bytes = Math.multiplyExact(Math.multiplyExact(channels, canvas.pixels()), Float.BYTES);
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private OnnxTensor tensor(FloatBuffer b, int channels) throws OrtException {
        OrtEnvironment environment = OrtRuntime.environment();
        OnnxTensor t = OnnxTensor.createTensor(environment, b, new long[] {1, channels, canvas.height(), canvas.width()});
        tensors.add(t);
        return t;
    }

    Canvas canvas() {
        return canvas;
    }

    Map<String, OnnxTensor> inputs() {
        return inputs;
    }

    OnnxTensor output() {
        return output;
    }

    void content(Image image, ValueRange range) {
        picture(content, image, range, null);
    }

    /** No prior: zeros, trusted nowhere. */
    void noPrior() {
        zero(prior);
        zero(mask);
    }

    void prior(Image picture, Plane trust, ValueRange range) {
        if (prior == null) {
            return;
        }
        // A network that takes everything in one tensor was trained on the prior times the mask (Ruder et al.'s layout).
        picture(prior, picture, range, signature.stacked() > 0 ? trust : null);
        plane(mask, trust);
    }

    void noise(Plane plane) {
        if (noise != null) {
            plane(noise, plane);
        }
    }

    private void picture(FloatBuffer to, Image image, ValueRange range, Plane factor) {
        int[] xs = canvas.mirror(image.width(), canvas.width());
        int[] ys = canvas.mirror(image.height(), canvas.height());
        float[] row = new float[canvas.width()];
        float[] data = image.data();
        for (int c = 0; c < 3; c++) {
            int from = range.channel(c) * image.pixels();
            for (int y = 0; y < canvas.height(); y++) {
                int line = from + ys[y] * image.width();
                for (int x = 0; x < row.length; x++) {
                    row[x] = range.in(c, data[line + xs[x]]);
                }
                if (factor != null) {
                    for (int x = 0; x < row.length; x++) {
                        row[x] *= factor.at(xs[x], ys[y]);
                    }
                }
                to.put((c * canvas.height() + y) * row.length, row);
            }
        }
    }

    private void plane(FloatBuffer to, Plane plane) {
        int[] xs = canvas.mirror(plane.width(), canvas.width());
        int[] ys = canvas.mirror(plane.height(), canvas.height());
        float[] row = new float[canvas.width()];
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = plane.at(xs[x], ys[y]);
            }
            to.put(y * row.length, row);
        }
    }

    private static void zero(FloatBuffer b) {
        if (b != null) {
            b.put(0, new float[b.capacity()]);
        }
    }

    /** The frame's part of the output, in 0..1 before clipping; NaN and infinities as they came. */
    Image picture(int width, int height, ValueRange range) {
        Image image = new Image(width, height);
        float[] data = image.data();
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                int at = (range.channel(c) * height + y) * width;
                out.get((c * canvas.height() + y + canvas.margin()) * canvas.width() + canvas.margin(), data, at, width);
                for (int i = at; i < at + width; i++) {
                    data[i] = range.out(data[i]);
                }
            }
        }
        return image;
    }

    @Override
    public void close() {
        tensors.forEach(OnnxTensor::close);
        tensors.clear();
    }
}
