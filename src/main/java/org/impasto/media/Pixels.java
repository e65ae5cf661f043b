package org.impasto.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.impasto.image.Image;

/** Copies between our float pictures and FFmpeg's planar RGB frames (GBRP, 8 bit; GBRP16LE, 16 bit). */
final class Pixels {
    // GBRP holds green, blue, red in planes 0, 1, 2.
    private static final int[] PLANE_OF_CHANNEL = {2, 0, 1};

    private Pixels() {
    }

    static Image read(AVFrame frame, boolean deep) {
        int w = frame.width();
        int h = frame.height();
        Image image = new Image(w, h);
        float[] out = image.data();
        byte[] row = new byte[deep ? 2 * w : w];
        ByteBuffer shorts = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        for (int c = 0; c < 3; c++) {
            int plane = PLANE_OF_CHANNEL[c];
            BytePointer data = frame.data(plane);
            for (int y = 0; y < h; y++) {
                data.position((long) y * frame.linesize(plane)).get(row);
                int at = (c * h + y) * w;
                for (int x = 0; x < w; x++) {
                    out[at + x] = deep ? (shorts.getShort(2 * x) & 0xffff) / 65535f : (row[x] & 0xff) / 255f;
                }
            }
            data.position(0);
        }
        return image;
    }

    /** Rounds to the nearest code, and clips. */
    static void write(Image image, AVFrame frame, boolean deep) {
        int w = image.width();
        int h = image.height();
        float[] in = image.data();
        byte[] row = new byte[deep ? 2 * w : w];
        ByteBuffer shorts = ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN);
        float most = deep ? 65535f : 255f;
        for (int c = 0; c < 3; c++) {
            int plane = PLANE_OF_CHANNEL[c];
            BytePointer data = frame.data(plane);
            for (int y = 0; y < h; y++) {
                int at = (c * h + y) * w;
                for (int x = 0; x < w; x++) {
                    float v = in[at + x] * most + 0.5f;
                    int code = v <= 0 ? 0 : v >= most ? (int) most : (int) v;
                    if (deep) {
                        shorts.putShort(2 * x, (short) code);
                    } else {
                        row[x] = (byte) code;
                    }
                }
                data.position((long) y * frame.linesize(plane)).put(row);
            }
            data.position(0);
        }
    }
}
