package org.impasto.flow;

import java.text.Normalizer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.impasto.image.Plane;

/**
 * A line of text as a picture, in OpenCV's own Hershey letters (ASCII only): Java's need a font and fontconfig, which a server does not have.
 */
public final class Lettering {
    /** Height of a {@link #line}. */
    public static final int HEIGHT = 24;

    private static final int FONT = opencv_imgproc.FONT_HERSHEY_SIMPLEX;
    /** A capital is this many pixels high at scale 1. */
    private static final double CAPITAL = 22;
    private static final double SCALE = 0.5;
    private static final int BASE = 17;
    private static final int LEFT = 4;
    private static final int PAPER = 255;
    private static final int DARK = 30;

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
        int wide = opencv_imgproc.getTextSize(text, FONT, scale, thickness, new int[1]).width();
        int[] grey = draw(text, width, height, Math.max(2, (width - wide) / 2), (int) Math.round(0.75 * height), scale, thickness, 0, 255);
        Plane ink = new Plane(width, height);
        for (int i = 0; i < grey.length; i++) {
            ink.data()[i] = grey[i] / 255f;
        }
        return ink;
    }

    /** The text dark on white at the left: grey values, row-major, {@code width} by {@link #HEIGHT}; what does not fit is cut off. */
    public static int[] line(String text, int width) {
        return draw(plain(text), width, HEIGHT, LEFT, BASE, SCALE, 1, PAPER, DARK);
    }

    private static int[] draw(String text, int width, int height, int x, int y, double scale, int thickness, int paper, int ink) {
        Native.load();
        try (Mat picture = new Mat(height, width, opencv_core.CV_8UC1, new Scalar((double) paper)); Point at = new Point(x, y);
                Scalar colour = new Scalar((double) ink)) {
            opencv_imgproc.putText(picture, text, at, FONT, scale, colour, thickness, opencv_imgproc.LINE_AA, false);
            int[] grey = new int[width * height];
            try (UByteIndexer index = picture.createIndexer()) {
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
