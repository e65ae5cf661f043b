package org.impasto.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file is shorter than its own first bytes say: Matroska, WebM and AVI write their length there. */
final class CutOff {
    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int RIFF = 0x52494646;

    private CutOff() {
    }

    /** @param container FFmpeg's name of the format */
    static boolean is(Path file, String container) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (container.startsWith("matroska")) {
                return Files.size(file) < endOfSegment(in);
            }
            return container.equals("avi") && Files.size(file) < endOfRiff(in);
        } catch (IOException e) {
            return false;
        }
    }

    private static long endOfRiff(DataInputStream in) throws IOException {
        return in.readInt() == RIFF ? 8 + Integer.toUnsignedLong(Integer.reverseBytes(in.readInt())) : 0;
    }

    private static long endOfSegment(DataInputStream in) throws IOException {
        if (in.readInt() != EBML) {
            return 0;
        }
        Size header = Size.read(in);
        in.skipNBytes(header.value);
        if (in.readInt() != SEGMENT) {
            return 0;
        }
        Size segment = Size.read(in);
        return segment.known ? 8 + header.bytes + header.value + segment.bytes + segment.value : 0;
    }

    /** A number as EBML codes it: the leading zeros of the first byte say how many more there are; all ones mean unknown. */
    private record Size(long value, int bytes, boolean known) {
        static Size read(InputStream in) throws IOException {
            int first = in.read();
            if (first <= 0) {
                throw new IOException("no number");
            }
            int bytes = Integer.numberOfLeadingZeros(first) - 23;
            long value = first & 0xff >> bytes;
            for (int i = 1; i < bytes; i++) {
                value = value << 8 | in.read() & 0xff;
            }
            return new Size(value, bytes, value != (1L << 7 * bytes) - 1);
        }
    }
}
