package org.impasto.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException;

/** Reads float32 tensors from a safetensors file: 8 bytes header length, a JSON header, the data. */
final class Safetensors {
    private Safetensors() {
    }

    static Map<String, Tensor> read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            int length = Math.toIntExact(all.getLong());
            byte[] header = new byte[length];
            all.get(header);
            JsonNode tree = new ObjectMapper().readTree(new String(header, StandardCharsets.UTF_8));
            Map<String, Tensor> tensors = new HashMap<>();
            for (Iterator<String> names = tree.fieldNames(); names.hasNext();) {
                String name = names.next();
                if (!name.equals("__metadata__")) {
                    tensors.put(name, tensor(all, 8 + length, tree.get(name)));
                }
            }
            return tensors;
        } catch (IOException | RuntimeException e) {
            throw new ImpastoException.BadInput(file + " is not a safetensors file that can be read: " + e.getMessage(), e);
        }
    }

    private static Tensor tensor(ByteBuffer all, int start, JsonNode entry) {
        if (!entry.get("dtype").asText().equals("F32")) {
            throw new IllegalArgumentException("expected float32, found " + entry.get("dtype").asText());
        }
        long[] shape = new long[entry.get("shape").size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.get("shape").get(i).asLong();
        }
        int from = entry.get("data_offsets").get(0).asInt();
        int to = entry.get("data_offsets").get(1).asInt();
        float[] data = new float[(to - from) / 4];
        all.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(start + from).slice().order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer().get(data);
        return Pictures.tensor(data, shape);
    }
}
