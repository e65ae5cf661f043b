package org.impasto.sheet;

import java.text.Normalizer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * A line of text as a picture, dark on white, in OpenCV's own Hershey letters: Java's need a font and fontconfig, which a server does not have.
 */
final class Lettering {
    static final int HEIGHT = 24;
    private static final double SCALE = 0.5;
    private static final int BASE = 17;
    private static final int LEFT = 4;

    private Lettering() {
    }

    /** Grey values, row-major, {@code width} by {@link #HEIGHT}; what does not fit is cut off. */
    static int[] line(String text, int width) {
        try (Mat mat = new Mat(HEIGHT, width, opencv_core.CV_8UC1, new Scalar(255.0)); Point at = new Point(LEFT, BASE);
                Scalar ink = new Scalar(30.0)) {
            opencv_imgproc.putText(mat, plain(text), at, opencv_imgproc.FONT_HERSHEY_SIMPLEX, SCALE, ink, 1, opencv_imgproc.LINE_AA, false);
            int[] grey = new int[width * HEIGHT];
            try (UByteIndexer index = mat.createIndexer()) {
                for (int i = 0; i < grey.length; i++) {
                    grey[i] = index.get(i / width, i % width);
                }
            }
            return grey;
        }
    }

    /** Accents are dropped, other letters that Hershey's do not have become question marks. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^ -~]", "?");
    }
}
