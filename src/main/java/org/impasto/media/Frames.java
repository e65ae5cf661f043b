package org.impasto.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Allocates FFmpeg's frames. */
final class Frames {
    private Frames() {
    }

    /** A frame with a buffer; the caller frees it. */
    static AVFrame allocate(int width, int height, int format) {
        AVFrame frame = av_frame_alloc();
        frame.width(width).height(height).format(format);
        if (av_frame_get_buffer(frame, 0) < 0) {
            av_frame_free(frame);
            throw new OutOfMemoryError("a frame of " + width + "x" + height);
        }
        return frame;
    }
}
