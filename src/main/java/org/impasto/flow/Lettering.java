package org.impasto.flow;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.impasto.image.Plane;

/** A line of text as a picture, in OpenCV's built-in letters (ASCII only): servers have no fonts. */
public final class Lettering {
    private static final int FONT = opencv_imgproc.FONT_HERSHEY_SIMPLEX;
    /** A capital is this many pixels high at scale 1. */
    private static final double CAPITAL = 22;

    private Lettering() {
    }

    /**
     * The text in the middle of a strip.
     *
     * @return 0 where there is no ink, 1 where there is
     */
    public static Plane strip(String text, int width, int height) {
        Native.load();
        double scale = 0.5 * height / CAPITAL;
        int thickness = (int) Math.max(1, Math.round(scale * 1.6));
        try (Mat picture = new Mat(height, width, org.bytedeco.opencv.global.opencv_core.CV_8UC1, new Scalar(0));
                Scalar white = new Scalar(255)) {
            int wide = opencv_imgproc.getTextSize(text, FONT, scale, thickness, new int[1]).width();
            try (Point at = new Point(Math.max(2, (width - wide) / 2), (int) Math.round(0.75 * height))) {
                opencv_imgproc.putText(picture, text, at, FONT, scale, white, thickness, opencv_imgproc.LINE_AA, false);
            }
            Plane ink = new Plane(width, height);
            java.nio.ByteBuffer bytes = picture.createBuffer();
            for (int i = 0; i < ink.data().length; i++) {
                ink.data()[i] = (bytes.get(i) & 0xff) / 255f;
            }
            return ink;
        }
    }
}
