package org.impasto.media;

import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;

/**
 * FFmpeg's conversion between pixel formats, set to be right instead of fast: the stream's own matrix and range, full
 * chroma interpolation, exact rounding. Left alone it takes every clip for BT.601.
 */
final class Scaler implements AutoCloseable {
    private static final int FLAGS = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP
            | SWS_BITEXACT;

    private final SwsContext context;
    private final int sourceHeight;

    /** @param colour of the YUV side; the other side is RGB */
    Scaler(int srcW, int srcH, int srcFormat, int dstW, int dstH, int dstFormat, Colour colour) {
        sourceHeight = srcH;
        context = sws_alloc_context();
        context.src_w(srcW).src_h(srcH).src_format(srcFormat);
        context.dst_w(dstW).dst_h(dstH).dst_format(dstFormat);
        context.flags(FLAGS);
        int[] position = chromaPosition(colour.chromaLocation());
        if (Colour.isRgb(dstFormat)) {
            if (subsampled(srcFormat, true)) {
                context.src_h_chr_pos(position[0]);
            }
            if (subsampled(srcFormat, false)) {
                context.src_v_chr_pos(position[1]);
            }
        } else {
            if (subsampled(dstFormat, true)) {
                context.dst_h_chr_pos(position[0]);
            }
            if (subsampled(dstFormat, false)) {
                context.dst_v_chr_pos(position[1]);
            }
        }
        if (sws_init_context(context, null, null) < 0) {
            sws_freeContext(context);
            throw new IllegalStateException("no conversion from " + Av.name(avutil.av_get_pix_fmt_name(srcFormat))
                    + " to " + Av.name(avutil.av_get_pix_fmt_name(dstFormat)));
        }
        IntPointer table = sws_getCoefficients(colour.matrix() == avutil.AVCOL_SPC_RGB ? SWS_CS_ITU709
                : colour.matrix());
        int srcFull = Colour.isRgb(srcFormat) || colour.fullRange() ? 1 : 0;
        int dstFull = Colour.isRgb(dstFormat) || colour.fullRange() ? 1 : 0;
        sws_setColorspaceDetails(context, table, srcFull, table, dstFull, 0, 1 << 16, 1 << 16);
    }

    void convert(AVFrame from, AVFrame to) {
        sws_scale(context, from.data(), from.linesize(), 0, sourceHeight, to.data(), to.linesize());
    }

    @Override
    public void close() {
        sws_freeContext(context);
    }

    private static boolean subsampled(int format, boolean horizontally) {
        AVPixFmtDescriptor d = avutil.av_pix_fmt_desc_get(format);
        return (horizontally ? d.log2_chroma_w() : d.log2_chroma_h()) == 1;
    }

    /** Where chroma samples stand, in 256ths of a luma sample: horizontally, vertically. */
    private static int[] chromaPosition(int location) {
        int n = location - 1; // left, centre, top left, top, bottom left, bottom
        return new int[] {(n & 1) * 128, n < 2 ? 128 : n < 4 ? 0 : 256};
    }
}
