package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * Converts between pixel formats with swscale, told the right matrix and range: left alone it takes everything for BT.601,
 * which shifts BT.709 colours by up to 23/255.
 */
final class PixelConverter implements AutoCloseable {
    private static final int FLAGS = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP | SWS_BITEXACT;

    private SwsContext sws;
    private String made = "";

    /** Converts {@code from} into {@code to}, which has its buffers, size and format already; one of them is RGB. */
    void convert(AVFrame from, AVFrame to, int matrix, boolean fullYuv) {
        String wanted = from.width() + "x" + from.height() + " " + from.format() + " " + to.format() + " " + matrix + fullYuv;
        if (!wanted.equals(made)) {
            close();
            sws = sws_getContext(from.width(), from.height(), from.format(), to.width(), to.height(), to.format(), FLAGS, null,
                    null, (DoublePointer) null);
            if (sws == null) {
                throw new IllegalStateException("swscale cannot convert " + wanted);
            }
            IntPointer table = sws_getCoefficients(coefficients(matrix));
            int fromRange = isRgb(from.format()) || fullYuv ? 1 : 0;
            int toRange = isRgb(to.format()) || fullYuv ? 1 : 0;
            sws_setColorspaceDetails(sws, table, fromRange, table, toRange, 0, 1 << 16, 1 << 16);
            made = wanted;
        }
        sws_scale(sws, from.data(), from.linesize(), 0, from.height(), to.data(), to.linesize());
    }

    static boolean isRgb(int format) {
        return (av_pix_fmt_desc_get(format).flags() & AV_PIX_FMT_FLAG_RGB) != 0;
    }

    private static int coefficients(int matrix) {
        return switch (matrix) {
            case AVCOL_SPC_BT709 -> SWS_CS_ITU709;
            case AVCOL_SPC_FCC -> SWS_CS_FCC;
            case AVCOL_SPC_SMPTE240M -> SWS_CS_SMPTE240M;
            case AVCOL_SPC_BT2020_NCL, AVCOL_SPC_BT2020_CL -> SWS_CS_BT2020;
            default -> SWS_CS_ITU601;
        };
    }

    @Override
    public void close() {
        if (sws != null) {
            sws_freeContext(sws);
            sws = null;
        }
    }
}
