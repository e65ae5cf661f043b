package org.impasto.coherence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Arrays of neighbouring, similar numbers as bytes that compress well: differences, the same byte of all of them together. */
final class Numbers {
    private Numbers() {
    }

    /** An unsigned number rounded so that its last bits are zero. */
    static short coarser(short value, int bits) {
        int half = 1 << bits - 1;
        return (short) Math.min(0xffff & -(1 << bits), (value & 0xffff) + half & -(1 << bits));
    }

    static void writeInts(DataOutputStream out, int[] values) throws IOException {
        byte[] planes = new byte[4 * values.length];
        int last = 0;
        for (int i = 0; i < values.length; i++) {
            int d = values[i] - last;
            last = values[i];
            for (int b = 0; b < 4; b++) {
                planes[b * values.length + i] = (byte) (d >>> 8 * b);
            }
        }
        out.write(planes);
    }

    static void readInts(DataInputStream in, int[] values) throws IOException {
        byte[] planes = in.readNBytes(4 * values.length);
        need(planes, 4 * values.length);
        int last = 0;
        for (int i = 0; i < values.length; i++) {
            for (int b = 0; b < 4; b++) {
                last += (planes[b * values.length + i] & 0xff) << 8 * b;
            }
            values[i] = last;
        }
    }

    /** @param step distance of the value that each is written as the difference to, such as 3 where channels alternate */
    static void writeShorts(DataOutputStream out, short[] values, int step) throws IOException {
        byte[] planes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            int d = values[i] - (i < step ? 0 : values[i - step]);
            planes[i] = (byte) d;
            planes[values.length + i] = (byte) (d >>> 8);
        }
        out.write(planes);
    }

    static void readShorts(DataInputStream in, short[] values, int step) throws IOException {
        byte[] planes = in.readNBytes(2 * values.length);
        need(planes, 2 * values.length);
        for (int i = 0; i < values.length; i++) {
            int d = planes[i] & 0xff | (planes[values.length + i] & 0xff) << 8;
            values[i] = (short) (d + (i < step ? 0 : values[i - step]));
        }
    }

    private static void need(byte[] got, int bytes) throws IOException {
        if (got.length < bytes) {
            throw new java.io.EOFException("a state ends too early");
        }
    }
}
