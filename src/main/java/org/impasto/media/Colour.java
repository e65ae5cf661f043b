package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.impasto.ImpastoException.BadInput;

/**
 * The meaning of a stream's numbers, every field decided: FFmpeg's codes, with what the stream leaves open filled in as
 * players do. Large pictures (1280 columns or more, or more than 576 rows) are BT.709, smaller ones BT.601, YUV is of
 * limited range and RGB of full range.
 *
 * @param matrix AVCOL_SPC_*
 * @param primaries AVCOL_PRI_*
 * @param transfer AVCOL_TRC_*
 * @param range AVCOL_RANGE_*
 * @param chromaLocation AVCHROMA_LOC_*
 */
record Colour(int matrix, int primaries, int transfer, int range, int chromaLocation) {

    static Colour of(AVCodecParameters p) {
        return decide(p.format(), p.width(), p.height(),
                new Colour(p.color_space(), p.color_primaries(), p.color_trc(), p.color_range(), p.chroma_location()));
    }

    /** Fills in what {@code tags} leave open. */
    static Colour decide(int pixelFormat, int width, int height, Colour tags) {
        boolean rgb = isRgb(pixelFormat);
        boolean large = width >= 1280 || height > 576;
        int matrix = tags.matrix;
        int primaries = tags.primaries;
        int transfer = tags.transfer;
        if (rgb) {
            matrix = AVCOL_SPC_RGB;
        } else if (matrix == AVCOL_SPC_UNSPECIFIED || matrix == AVCOL_SPC_RGB || matrix == AVCOL_SPC_RESERVED) {
            matrix = large ? AVCOL_SPC_BT709 : height == 576 ? AVCOL_SPC_BT470BG : AVCOL_SPC_SMPTE170M;
            if (primaries == AVCOL_PRI_UNSPECIFIED) {
                primaries = large ? AVCOL_PRI_BT709 : height == 576 ? AVCOL_PRI_BT470BG : AVCOL_PRI_SMPTE170M;
            }
            if (transfer == AVCOL_TRC_UNSPECIFIED) {
                transfer = large ? AVCOL_TRC_BT709 : AVCOL_TRC_SMPTE170M;
            }
        }
        int range = tags.range;
        if (rgb || isFullRangeFormat(pixelFormat)) {
            range = AVCOL_RANGE_JPEG;
        } else if (range == AVCOL_RANGE_UNSPECIFIED) {
            range = AVCOL_RANGE_MPEG;
        }
        int chroma = tags.chromaLocation == AVCHROMA_LOC_UNSPECIFIED ? AVCHROMA_LOC_LEFT : tags.chromaLocation;
        return new Colour(matrix, primaries, transfer, range, chroma);
    }

    /** What had to be assumed, as a sentence for the user. */
    static Optional<String> assumption(AVCodecParameters p) {
        Colour c = of(p);
        if (isRgb(p.format()) || p.color_space() != AVCOL_SPC_UNSPECIFIED) {
            return Optional.empty();
        }
        return Optional.of("The clip does not say which colour matrix it uses; " + c.info().matrix()
                + " was assumed from its size, as players do, and the output is tagged so.");
    }

    /** The same meaning for pictures coded in {@code pixelFormat}. */
    Colour coded(int pixelFormat) {
        if (isRgb(pixelFormat)) {
            return new Colour(AVCOL_SPC_RGB, primaries, transfer, AVCOL_RANGE_JPEG, chromaLocation);
        }
        int yuv = matrix == AVCOL_SPC_RGB ? AVCOL_SPC_BT709 : matrix;
        int limited = matrix == AVCOL_SPC_RGB ? AVCOL_RANGE_MPEG : range;
        return new Colour(yuv, primaries, transfer, isFullRangeFormat(pixelFormat) ? AVCOL_RANGE_JPEG : limited,
                chromaLocation);
    }

    /** @throws BadInput where our conversion does not know this way of coding colours */
    void requireSupported() {
        if (transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67) {
            throw new BadInput("expected a clip of standard dynamic range, but this one is HDR ("
                    + info().transfer() + "): tone-map it to BT.709 first");
        }
        boolean known = switch (matrix) {
            case 0, 1, 4, 5, 6, 7, 9 -> true; // gbr, bt709, fcc, bt470bg, smpte170m, smpte240m, bt2020nc
            default -> false;
        };
        if (!known) {
            throw new BadInput("expected a colour matrix such as bt709 or smpte170m, but this clip uses "
                    + info().matrix());
        }
    }

    boolean fullRange() {
        return range == AVCOL_RANGE_JPEG;
    }

    ColorInfo info() {
        return new ColorInfo(Av.name(av_color_space_name(matrix)), Av.name(av_color_primaries_name(primaries)),
                Av.name(av_color_transfer_name(transfer)), Av.name(av_color_range_name(range)));
    }

    /** The tags that names stand for; a name that FFmpeg does not know stands for "unknown". */
    static Colour tags(ColorInfo info) {
        int matrix = av_color_space_from_name(info.matrix());
        int primaries = av_color_primaries_from_name(info.primaries());
        int transfer = av_color_transfer_from_name(info.transfer());
        int range = av_color_range_from_name(info.range());
        return new Colour(matrix < 0 ? AVCOL_SPC_UNSPECIFIED : matrix,
                primaries < 0 ? AVCOL_PRI_UNSPECIFIED : primaries, transfer < 0 ? AVCOL_TRC_UNSPECIFIED : transfer,
                range < 0 ? AVCOL_RANGE_UNSPECIFIED : range, AVCHROMA_LOC_UNSPECIFIED);
    }

    static boolean isRgb(int pixelFormat) {
        AVPixFmtDescriptor d = av_pix_fmt_desc_get(pixelFormat);
        return d != null && (d.flags() & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
    }

    static boolean hasAlpha(int pixelFormat) {
        AVPixFmtDescriptor d = av_pix_fmt_desc_get(pixelFormat);
        return d != null && (d.flags() & AV_PIX_FMT_FLAG_ALPHA) != 0;
    }

    private static boolean isFullRangeFormat(int pixelFormat) {
        return Av.name(av_get_pix_fmt_name(pixelFormat)).startsWith("yuvj");
    }
}
