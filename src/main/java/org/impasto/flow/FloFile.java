package org.impasto.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Flow as the Middlebury and MPI Sintel data sets store it: the float 202021.25, width and height as 32-bit integers,
 * then u and v of each pixel as floats, row by row; all little-endian.
 */
public final class FloFile {
    private static final float TAG = 202021.25f;
    private static final int HEADER = 12;

    private FloFile() {
    }

    public static void write(Path file, FlowField flow) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + 8 * flow.u().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(TAG).putInt(flow.width()).putInt(flow.height());
        for (int i = 0; i < flow.u().length; i++) {
            bytes.putFloat(flow.u()[i]).putFloat(flow.v()[i]);
        }
        Files.write(file, bytes.array());
    }

    public static FlowField read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < HEADER || bytes.getFloat() != TAG) {
            throw new IOException(file + " is no .flo file: it does not begin with " + TAG);
        }
        int width = bytes.getInt();
        int height = bytes.getInt();
        if (width < 1 || height < 1 || bytes.remaining() != 8L * width * height) {
            throw new IOException(file + " says " + width + "x" + height + " but holds " + bytes.remaining()
                    + " bytes of flow");
        }
        FlowField flow = new FlowField(width, height);
        for (int i = 0; i < flow.u().length; i++) {
            flow.u()[i] = bytes.getFloat();
            flow.v()[i] = bytes.getFloat();
        }
        return flow;
    }
}
