package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.impasto.ImpastoException.BadInput;
import org.impasto.image.Image;

/** Turns decoded frames into RGB images of one size; follows a stream that changes its format midway. */
final class ToRgb implements AutoCloseable {
    /** What a conversion was made for. */
    private record Key(int format, int width, int height, Colour colour) {
    }

    private final int width;
    private final int height;
    private final Colour streamTags;
    private Key key;
    private Optional<RgbLayout> layout = Optional.empty();
    private Optional<YuvPlanes> yuv = Optional.empty();
    private Scaler scaler;
    private AVFrame planes;

    /** @param streamTags used where a frame does not say */
    ToRgb(int width, int height, Colour streamTags) {
        this.width = width;
        this.height = height;
        this.streamTags = streamTags;
    }

    Image convert(AVFrame frame) {
        Key now = new Key(frame.format(), frame.width(), frame.height(), colour(frame));
        if (!now.equals(key)) {
            rebuild(now);
        }
        if (layout.isPresent()) {
            return layout.get().read(frame);
        }
        if (yuv.isPresent()) {
            return yuv.get().read(frame);
        }
        scaler.convert(frame, planes);
        Image image = new Image(width, height);
        copy(2, image, 0); // FFmpeg's order is green, blue, red
        copy(0, image, 1);
        copy(1, image, 2);
        return image;
    }

    @Override
    public void close() {
        if (scaler != null) {
            scaler.close();
            scaler = null;
        }
        if (planes != null) {
            av_frame_free(planes);
            planes = null;
        }
    }

    private Colour colour(AVFrame f) {
        Colour tags = new Colour(
                f.colorspace() == AVCOL_SPC_UNSPECIFIED ? streamTags.matrix() : f.colorspace(),
                f.color_primaries() == AVCOL_PRI_UNSPECIFIED ? streamTags.primaries() : f.color_primaries(),
                f.color_trc() == AVCOL_TRC_UNSPECIFIED ? streamTags.transfer() : f.color_trc(),
                f.color_range() == AVCOL_RANGE_UNSPECIFIED ? streamTags.range() : f.color_range(),
                f.chroma_location() == AVCHROMA_LOC_UNSPECIFIED ? streamTags.chromaLocation() : f.chroma_location());
        return Colour.decide(f.format(), width, height, tags);
    }

    private void rebuild(Key now) {
        close();
        now.colour.requireSupported();
        boolean sameSize = now.width == width && now.height == height;
        layout = sameSize ? RgbLayout.of(now.format) : Optional.empty();
        yuv = sameSize ? YuvPlanes.of(now.format, width, height, now.colour) : Optional.empty();
        if (layout.isEmpty() && yuv.isEmpty()) {
            planes = Frames.allocate(width, height, AV_PIX_FMT_GBRPF32());
            try {
                scaler = new Scaler(now.width, now.height, now.format, width, height, AV_PIX_FMT_GBRPF32(), now.colour);
            } catch (IllegalStateException e) {
                throw new BadInput("this clip's pixel format cannot be converted: " + e.getMessage(), e);
            }
        }
        key = now;
    }

    private void copy(int plane, Image image, int channel) {
        int stride = planes.linesize(plane) / Float.BYTES;
        FloatBuffer floats = planes.data(plane).capacity((long) planes.linesize(plane) * height).asByteBuffer()
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int y = 0; y < height; y++) {
            floats.position(y * stride).get(image.data(), (channel * height + y) * width, width);
        }
    }
}
