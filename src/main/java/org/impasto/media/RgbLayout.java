package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.impasto.image.Image;

/**
 * Where the red, green and blue numbers of an RGB pixel format lie: read and written exactly, without FFmpeg's way
 * through YUV, so that a lossless file holds the picture to the bit.
 */
final class RgbLayout {
    private final int[] plane = new int[3];
    private final int[] step = new int[3];
    private final int[] offset = new int[3];
    private final int[] shift = new int[3];
    private final int[] max = new int[3];

    private RgbLayout(AVPixFmtDescriptor d) {
        for (int c = 0; c < 3; c++) {
            AVComponentDescriptor comp = d.comp(c);
            plane[c] = comp.plane();
            step[c] = comp.step();
            offset[c] = comp.offset();
            shift[c] = comp.shift();
            max[c] = (1 << comp.depth()) - 1;
        }
    }

    /** Empty for formats that are not RGB, or of a kind (palette, float, big endian) that is left to FFmpeg. */
    static Optional<RgbLayout> of(int pixelFormat) {
        AVPixFmtDescriptor d = av_pix_fmt_desc_get(pixelFormat);
        if (d == null || d.nb_components() < 3) {
            return Optional.empty();
        }
        long refused = AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL
                | AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_BAYER;
        boolean rgb = (d.flags() & AV_PIX_FMT_FLAG_RGB) != 0 && (d.flags() & refused) == 0;
        return rgb && d.comp(0).depth() >= 8 && d.comp(0).depth() <= 16 ? Optional.of(new RgbLayout(d))
                : Optional.empty();
    }

    Image read(AVFrame frame) {
        int w = frame.width();
        int h = frame.height();
        Image image = new Image(w, h);
        for (int c = 0; c < 3; c++) {
            byte[] row = new byte[(w - 1) * step[c] + offset[c] + 2];
            float scale = 1f / max[c];
            boolean wide = wide(c);
            int bytes = (w - 1) * step[c] + offset[c] + (wide ? 2 : 1);
            BytePointer data = new BytePointer(frame.data(plane[c]));
            for (int y = 0; y < h; y++) {
                data.position((long) y * frame.linesize(plane[c])).get(row, 0, bytes);
                int out = (c * h + y) * w;
                for (int x = 0, i = offset[c]; x < w; x++, i += step[c]) {
                    int value = row[i] & 0xff;
                    if (wide) {
                        value = (value | (row[i + 1] & 0xff) << 8) >> shift[c] & max[c];
                    }
                    image.data()[out + x] = value * scale;
                }
            }
        }
        return image;
    }

    void write(Image image, AVFrame frame) {
        int w = image.width();
        int h = image.height();
        for (int c = 0; c < 3; c++) {
            boolean wide = wide(c);
            int bytes = (w - 1) * step[c] + offset[c] + (wide ? 2 : 1);
            byte[] row = new byte[bytes];
            BytePointer data = new BytePointer(frame.data(plane[c]));
            for (int y = 0; y < h; y++) {
                data.position((long) y * frame.linesize(plane[c]));
                if (step[c] > (wide ? 2 : 1)) {
                    data.get(row, 0, bytes); // the other channels lie in between
                }
                int in = (c * h + y) * w;
                for (int x = 0, i = offset[c]; x < w; x++, i += step[c]) {
                    int value = Math.round(Math.min(1f, Math.max(0f, image.data()[in + x])) * max[c]);
                    if (wide) {
                        int old = row[i] & 0xff | (row[i + 1] & 0xff) << 8;
                        int both = old & ~(max[c] << shift[c]) | value << shift[c];
                        row[i] = (byte) both;
                        row[i + 1] = (byte) (both >> 8);
                    } else {
                        row[i] = (byte) value;
                    }
                }
                data.put(row, 0, bytes);
            }
        }
    }

    private boolean wide(int c) {
        return max[c] > 255 || shift[c] > 0;
    }
}
