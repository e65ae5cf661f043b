package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.impasto.image.Image;

/**
 * Converts between RGB images and planar YUV in floats, rounding once. FFmpeg's own conversion costs up to 2.8/255 on
 * colour bars in full range (measured), this one only what the integers cost, and decoding what was encoded and
 * encoding it again gives the same numbers.
 */
final class YuvPlanes {
    private final int width;
    private final int height;
    private final int logW;
    private final int logH;
    private final int depth;
    private final boolean left;
    private final boolean full;
    private final float kr;
    private final float kb;

    private YuvPlanes(AVPixFmtDescriptor d, int width, int height, Colour colour, float kr, float kb) {
        this.width = width;
        this.height = height;
        logW = d.log2_chroma_w();
        logH = d.log2_chroma_h();
        depth = d.comp(0).depth();
        left = colour.chromaLocation() == AVCHROMA_LOC_LEFT;
        full = colour.fullRange();
        this.kr = kr;
        this.kb = kb;
    }

    /** Empty for formats and chroma positions that are left to FFmpeg. */
    static Optional<YuvPlanes> of(int pixelFormat, int width, int height, Colour colour) {
        AVPixFmtDescriptor d = av_pix_fmt_desc_get(pixelFormat);
        long refused = AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_PAL
                | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_ALPHA;
        boolean planar = (d.flags() & AV_PIX_FMT_FLAG_PLANAR) != 0 && (d.flags() & refused) == 0
                && d.nb_components() == 3 && d.comp(2).plane() == 2 && d.comp(0).shift() == 0
                && d.comp(0).depth() <= 16 && d.log2_chroma_w() <= 1 && d.log2_chroma_h() <= 1;
        boolean placed = colour.chromaLocation() == AVCHROMA_LOC_LEFT
                || colour.chromaLocation() == AVCHROMA_LOC_CENTER;
        float[] k = switch (colour.matrix()) {
            case 1 -> new float[] {0.2126f, 0.0722f};
            case 5, 6 -> new float[] {0.299f, 0.114f};
            case 9 -> new float[] {0.2627f, 0.0593f};
            default -> null;
        };
        return planar && placed && k != null ? Optional.of(new YuvPlanes(d, width, height, colour, k[0], k[1]))
                : Optional.empty();
    }

    void write(Image image, AVFrame target) {
        int n = image.pixels();
        float[] rgb = image.data();
        float[] luma = new float[n];
        float[] blue = new float[n];
        float[] red = new float[n];
        float kg = 1 - kr - kb;
        float toBlue = 0.5f / (1 - kb);
        float toRed = 0.5f / (1 - kr);
        for (int i = 0; i < n; i++) {
            float r = clip(rgb[i]);
            float g = clip(rgb[n + i]);
            float b = clip(rgb[2 * n + i]);
            float y = kr * r + kg * g + kb * b;
            luma[i] = y;
            blue[i] = (b - y) * toBlue;
            red[i] = (r - y) * toRed;
        }
        float unit = 1 << depth - 8;
        float top = (1 << depth) - 1;
        put(luma, width, height, full ? top : 219 * unit, full ? 0 : 16 * unit, target, 0);
        int w = -(-width >> logW);
        int h = -(-height >> logH);
        float gain = full ? top : 224 * unit;
        put(shrink(blue, w, h), w, h, gain, 128 * unit, target, 1);
        put(shrink(red, w, h), w, h, gain, 128 * unit, target, 2);
    }

    Image read(AVFrame frame) {
        Image image = new Image(width, height);
        float[] rgb = image.data();
        int n = image.pixels();
        float unit = 1 << depth - 8;
        float top = (1 << depth) - 1;
        int w = -(-width >> logW);
        int h = -(-height >> logH);
        float gain = 1 / (full ? top : 224 * unit);
        float[] luma = get(frame, 0, width, height, 1 / (full ? top : 219 * unit), full ? 0 : 16 * unit);
        float[] blue = get(frame, 1, w, h, gain, 128 * unit);
        float[] red = get(frame, 2, w, h, gain, 128 * unit);
        float rv = 2 * (1 - kr);
        float bu = 2 * (1 - kb);
        float gu = bu * kb / (1 - kr - kb);
        float gv = rv * kr / (1 - kr - kb);
        float[] u = new float[width];
        float[] v = new float[width];
        for (int y = 0; y < height; y++) {
            stretch(blue, w, h, y, u);
            stretch(red, w, h, y, v);
            for (int x = 0, i = y * width; x < width; x++, i++) {
                rgb[i] = luma[i] + rv * v[x];
                rgb[n + i] = luma[i] - gu * u[x] - gv * v[x];
                rgb[2 * n + i] = luma[i] + bu * u[x];
            }
        }
        return image;
    }

    /** One row of chroma at the places of the luma samples, by linear interpolation. */
    private void stretch(float[] plane, int w, int h, int y, float[] row) {
        int near = y >> logH;
        int far = logH == 0 ? near : Math.max(0, Math.min(h - 1, (y & 1) == 0 ? near - 1 : near + 1));
        float[] line = logW == 0 ? row : new float[w];
        for (int c = 0, a = near * w, b = far * w; c < w; c++) {
            line[c] = 0.75f * plane[a + c] + 0.25f * plane[b + c];
        }
        if (logW == 0) {
            return;
        }
        float even = left ? 0 : 0.25f;
        float odd = left ? 0.5f : 0.25f;
        for (int c = 0; c < w; c++) {
            float own = line[c];
            row[2 * c] = own + even * (line[Math.max(c - 1, 0)] - own);
            if (2 * c + 1 < width) {
                row[2 * c + 1] = own + odd * (line[Math.min(c + 1, w - 1)] - own);
            }
        }
    }

    private float[] get(AVFrame frame, int index, int w, int h, float gain, float offset) {
        int bytes = depth > 8 ? 2 : 1;
        byte[] row = new byte[w * bytes];
        float[] plane = new float[w * h];
        BytePointer data = new BytePointer(frame.data(index));
        for (int y = 0; y < h; y++) {
            data.position((long) y * frame.linesize(index)).get(row, 0, row.length);
            for (int x = 0; x < w; x++) {
                int v = bytes == 1 ? row[x] & 0xff : row[2 * x] & 0xff | (row[2 * x + 1] & 0xff) << 8;
                plane[y * w + x] = (v - offset) * gain;
            }
        }
        return plane;
    }

    private static float clip(float v) {
        return v > 0 ? Math.min(v, 1) : 0; // also where v is not a number
    }

    /** Chroma at the positions of its samples: beside the left luma sample (1 2 1) or between two (1 1). */
    private float[] shrink(float[] plane, int w, int h) {
        if (logW == 0 && logH == 0) {
            return plane;
        }
        float[] small = new float[w * h];
        for (int y = 0; y < h; y++) {
            int a = (y << logH) * width;
            int b = Math.min((y << logH) + logH, height - 1) * width;
            for (int x = 0; x < w; x++) {
                int m = x << logW;
                int next = Math.min(m + logW, width - 1);
                int before = left ? Math.max(m - logW, 0) : next;
                float side = plane[a + before] + plane[a + next] + plane[b + before] + plane[b + next];
                float middle = plane[a + m] + plane[b + m];
                small[y * w + x] = (side + 2 * middle) * 0.125f;
            }
        }
        return small;
    }

    private void put(float[] plane, int w, int h, float gain, float offset, AVFrame target, int index) {
        int bytes = depth > 8 ? 2 : 1;
        int max = (1 << depth) - 1;
        byte[] row = new byte[w * bytes];
        BytePointer data = new BytePointer(target.data(index));
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int v = Math.max(0, Math.min(max, (int) (plane[y * w + x] * gain + offset + 0.5f)));
                if (bytes == 1) {
                    row[x] = (byte) v;
                } else {
                    row[2 * x] = (byte) v;
                    row[2 * x + 1] = (byte) (v >> 8);
                }
            }
            data.position((long) y * target.linesize(index)).put(row, 0, row.length);
        }
    }
}
