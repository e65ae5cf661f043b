package org.impasto.flow;

import static org.bytedeco.opencv.global.opencv_ximgproc.createFastGlobalSmootherFilter;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_ximgproc.FastGlobalSmootherFilter;
import org.impasto.image.Image;

/**
 * Smooths values along a picture: up to the edges of things and not across them. Min et al., "Fast global image smoothing based on weighted least squares", TIP 2014, OpenCV's implementation. Not safe for use
 * by several threads at once.
 */
final class PictureFilter implements AutoCloseable {
    /** No side of a picture may be shorter. */
    static final int LEAST_SIDE = 8;

    private static final double SIGMA = 1.5;
    private static final double ATTENUATION = 0.25;
    private static final int PASSES = 3;

    private final Mat guide = new Mat();
    private final Mat in = new Mat();
    private final Mat out = new Mat();

    PictureFilter() {
        Native.load();
    }

    /** The filter of one picture. */
    final class Along implements AutoCloseable {
        private final int width;
        private final int height;
        private final FastGlobalSmootherFilter filter;

        private Along(Image picture, double lambda) {
            width = picture.width();
            height = picture.height();
            Native.toBytes(picture, guide);
            filter = createFastGlobalSmootherFilter(guide, lambda, SIGMA, ATTENUATION, PASSES);
        }

        /** @param values row by row */
        float[] smooth(float[] values) {
            Native.toMatrix(values, width, height, in);
            filter.filter(in, out);
            return Native.toFloats(out);
        }

        @Override
        public void close() {
            filter.close();
        }
    }

    /** @param lambda how far, more is further */
    Along along(Image picture, double lambda) {
        return new Along(picture, lambda);
    }

    @Override
    public void close() {
        guide.close();
        in.close();
        out.close();
    }
}
