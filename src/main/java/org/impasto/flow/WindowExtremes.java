package org.impasto.flow;

import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.dilate;
import static org.bytedeco.opencv.global.opencv_imgproc.erode;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** The least and the most around each pixel, in a square window; what is outside the picture does not count. Not safe for use by several threads at once. */
public final class WindowExtremes implements AutoCloseable {
    private final Mat window;
    private final Mat in = new Mat();
    private final Mat out = new Mat();

    /** @param reach how far it looks to each side, in pixels */
    public WindowExtremes(int reach) {
        Native.load();
        try (Size size = new Size(2 * reach + 1, 2 * reach + 1)) {
            window = getStructuringElement(MORPH_RECT, size);
        }
    }

    /** @param values row by row */
    public float[] least(float[] values, int width, int height) {
        Native.toMatrix(values, width, height, in);
        erode(in, out, window);
        return Native.toFloats(out);
    }

    /** @param values row by row */
    public float[] most(float[] values, int width, int height) {
        Native.toMatrix(values, width, height, in);
        dilate(in, out, window);
        return Native.toFloats(out);
    }

    @Override
    public void close() {
        window.close();
        in.close();
        out.close();
    }
}
