package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.impasto.image.Image;

/** Turns RGB images into frames of the encoder's pixel format. */
final class FromRgb implements AutoCloseable {
    private final int width;
    private final int height;
    private final Optional<RgbLayout> layout;
    private final Optional<YuvPlanes> yuv;
    private final AVFrame planes;
    private final Scaler scaler;

    FromRgb(int width, int height, int pixelFormat, Colour colour) {
        this.width = width;
        this.height = height;
        layout = RgbLayout.of(pixelFormat);
        yuv = YuvPlanes.of(pixelFormat, width, height, colour);
        boolean own = layout.isPresent() || yuv.isPresent();
        planes = own ? null : Frames.allocate(width, height, AV_PIX_FMT_GBRPF32());
        scaler = own ? null
                : new Scaler(width, height, AV_PIX_FMT_GBRPF32(), width, height, pixelFormat, colour);
    }

    void convert(Image image, AVFrame target) {
        if (layout.isPresent()) {
            layout.get().write(image, target);
            return;
        }
        if (yuv.isPresent()) {
            yuv.get().write(image, target);
            return;
        }
        copy(image, 1, 0);
        copy(image, 2, 1);
        copy(image, 0, 2);
        scaler.convert(planes, target);
    }

    @Override
    public void close() {
        if (scaler != null) {
            scaler.close();
            av_frame_free(planes);
        }
    }

    private void copy(Image image, int channel, int plane) {
        int stride = planes.linesize(plane) / Float.BYTES;
        FloatBuffer floats = planes.data(plane).capacity((long) planes.linesize(plane) * height).asByteBuffer()
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int y = 0; y < height; y++) {
            floats.position(y * stride).put(image.data(), (channel * height + y) * width, width);
        }
    }
}
