package org.impasto.style;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.impasto.ImpastoException;

/** A session and the roles of its inputs: tensors in, tensor out, no knowledge of what the numbers mean. */
final class Network implements AutoCloseable {
    private final OrtSession session;
    private final Signature signature;
    private final String name;

    Network(OrtSession session, Signature signature, String name) {
        this.session = session;
        this.signature = signature;
        this.name = name;
    }

    Signature signature() {
        return signature;
    }

    String name() {
        return name;
    }

    /** What a run of unknown output size gave. */
    record Answer(long[] shape, float[] values) {
        boolean isPicture(int width, int height) {
            return Arrays.equals(shape, new long[] {1, 3, height, width});
        }
    }

    /** Runs it on a slot's inputs and copies out what comes. */
    Answer probe(Slot slot) throws OrtException {
        try (RunOptions options = new RunOptions();
                OrtSession.Result result = OrtRuntime.during(options, () -> session.run(slot.inputs(), options))) {
            if (!(result.get(0) instanceof OnnxTensor t)) {
                throw new ImpastoException.BadModel("The network " + name + " gives no tensor");
            }
            FloatBuffer values = t.getFloatBuffer();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return new Answer(((TensorInfo) t.getInfo()).getShape(), copy);
        }
    }

    /** Runs it on a slot's inputs into the slot's output, without a copy. */
    void run(Slot slot) {
        try (RunOptions options = new RunOptions()) {
            OrtRuntime.during(options, () -> {
                session.run(slot.inputs(), Set.of(), Map.of(signature.output(), slot.output()), options).close();
                return null;
            });
        } catch (OrtException e) {
            throw explain(slot, e);
        }
    }

    /** The commonest cause of a failing run is an output of another size: find out by asking for whatever comes. */
    private ImpastoException explain(Slot slot, OrtException cause) {
        Canvas c = slot.canvas();
        try {
            Answer a = probe(slot);
            if (!a.isPicture(c.width(), c.height())) {
                return wrongSize(c, a);
            }
        } catch (OrtException e) {
            // It cannot run at all; the first message says why.
        }
        return new ImpastoException.BadModel("The network " + name + " failed on a picture of " + c.width() + "x"
                + c.height() + ": " + OrtMessage.of(cause), cause);
    }

    ImpastoException wrongSize(Canvas c, Answer a) {
        return new ImpastoException.BadModel("The network " + name + " gives " + Signature.shape(a.shape())
                + " for a picture of [1, 3, " + c.height() + ", " + c.width() + "]; expected is the same size");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
