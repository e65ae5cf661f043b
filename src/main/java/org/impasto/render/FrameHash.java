package org.impasto.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.impasto.image.Image;

/** Tells decoded pictures apart: two checksums of the values' bits, which the processor computes as fast as it reads. One thread at a time. */
final class FrameHash {
    private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

    long of(Image image) {
        int size = Float.BYTES * image.data().length;
        if (bytes.capacity() < size) {
            bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
        }
        bytes.clear().limit(size);
        bytes.asFloatBuffer().put(image.data());
        CRC32C one = new CRC32C();
        one.update(bytes.duplicate());
        CRC32 two = new CRC32();
        two.update(bytes.duplicate());
        return one.getValue() << 32 | two.getValue();
    }
}
