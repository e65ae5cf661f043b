package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/**
 * FFmpeg's numbers for what the components of a picture mean, with what is assumed where a stream does not say.
 *
 * @param matrix AVCOL_SPC_*
 * @param primaries AVCOL_PRI_*
 * @param transfer AVCOL_TRC_*
 * @param full whether YUV uses the full range
 */
record ColorTags(int matrix, int primaries, int transfer, boolean full) {
    // What players assume, too: high definition is BT.709, the rest BT.601.
    private static final int HD_HEIGHT = 720;

    static ColorTags of(AVCodecParameters p) {
        boolean full = p.color_range() == AVCOL_RANGE_JPEG || isFullFormat(p.format());
        return new ColorTags(matrix(p.color_space(), p.height()), p.color_primaries(), p.color_trc(), full);
    }

    static ColorTags of(VideoInfo v) {
        int matrix = named(v.color().matrix(), AVCOL_SPC_UNSPECIFIED, Kind.MATRIX);
        return new ColorTags(matrix(matrix, v.height()), named(v.color().primaries(), AVCOL_PRI_UNSPECIFIED, Kind.PRIMARIES),
                named(v.color().transfer(), AVCOL_TRC_UNSPECIFIED, Kind.TRANSFER), v.color().range().equals("pc"));
    }

    /** The matrix to compute with: never "unspecified", never RGB. */
    static int matrix(int tagged, int height) {
        boolean says = tagged != AVCOL_SPC_UNSPECIFIED && tagged != AVCOL_SPC_RGB && tagged != AVCOL_SPC_RESERVED;
        return says ? tagged : height >= HD_HEIGHT ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    }

    static boolean isFullFormat(int format) {
        return format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_YUVJ422P || format == AV_PIX_FMT_YUVJ444P
                || format == AV_PIX_FMT_YUVJ440P || format == AV_PIX_FMT_YUVJ411P;
    }

    private enum Kind { MATRIX, PRIMARIES, TRANSFER }

    private static int named(String name, int otherwise, Kind kind) {
        int value = switch (kind) {
            case MATRIX -> av_color_space_from_name(name);
            case PRIMARIES -> av_color_primaries_from_name(name);
            case TRANSFER -> av_color_transfer_from_name(name);
        };
        return value < 0 ? otherwise : value;
    }
}
