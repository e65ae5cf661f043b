package org.impasto.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.impasto.ImpastoException.BadInput;

/** A safetensors file: 8 bytes header length, a JSON header, the data. Tensors are read when they are asked for. */
final class Safetensors {
    private static final long MOST_HEADER = 100_000_000;

    private final Path file;
    private final ByteBuffer data;
    private final Map<String, JsonNode> entries = new TreeMap<>();

    Safetensors(Path file) {
        this.file = file;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE))
                    .order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = header(all);
            JsonNode tree = new ObjectMapper().readTree(new String(header, StandardCharsets.UTF_8));
            for (Iterator<String> names = tree.fieldNames(); names.hasNext();) {
                String name = names.next();
                if (!name.equals("__metadata__")) {
                    entries.put(name, tree.get(name));
                }
            }
            data = all.slice().order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw bad("its header is not JSON, or it cannot be read", e);
        }
    }

    private byte[] header(ByteBuffer all) {
        if (all.remaining() >= 4 && all.get(0) == 'P' && all.get(1) == 'K') {
            throw bad("it is a zip, as PyTorch's own .pth files are: convert it to safetensors first", null);
        }
        long length = all.remaining() < 8 ? -1 : all.getLong();
        if (length < 2 || length > Math.min(all.remaining(), MOST_HEADER)) {
            throw bad("it does not begin with the length of a header", null);
        }
        byte[] header = new byte[(int) length];
        all.get(header);
        return header;
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    long[] shape(String name) {
        JsonNode shape = entries.get(name).path("shape");
        long[] sizes = new long[shape.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = shape.get(i).asLong();
        }
        return sizes;
    }

    Tensor tensor(String name) {
        JsonNode entry = entries.get(name);
        String type = entry.path("dtype").asText();
        if (!type.equals("F32")) {
            throw bad(name + " is " + type + ", and float32 (F32) was expected", null);
        }
        long[] shape = shape(name);
        long count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        long from = entry.path("data_offsets").path(0).asLong(-1);
        long to = entry.path("data_offsets").path(1).asLong(-1);
        if (from < 0 || to - from != 4 * count || to > data.capacity()) {
            throw bad(name + " lies outside the file, which seems to be cut off", null);
        }
        float[] values = new float[(int) count];
        data.duplicate().order(ByteOrder.LITTLE_ENDIAN).position((int) from).slice().order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer().get(values);
        return Pictures.tensor(values, shape);
    }

    private BadInput bad(String why, Exception cause) {
        return new BadInput("--loss-network: " + file + " is not a safetensors file that can be used: " + why, cause);
    }
}
