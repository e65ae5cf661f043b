package org.impasto.flow;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DenseOpticalFlow;
import org.impasto.image.Plane;

/** One of OpenCV's dense flows on our planes. Not safe for use by several threads at once. */
final class DenseFlow implements FlowEstimator {
    // Below this the coarsest level of a pyramid would be smaller than a patch or a filter's window, and OpenCV throws.
    private static final int LEAST_SIDE = 32;

    private final DenseOpticalFlow flow;
    private final Mat fromBytes = new Mat();
    private final Mat toBytes = new Mat();
    private final Mat result = new Mat();

    /** @param flow closed by this object */
    DenseFlow(DenseOpticalFlow flow) {
        this.flow = flow;
    }

    @Override
    public FlowField estimate(Plane from, Plane to) {
        if (!from.sameSize(to)) {
            throw new IllegalArgumentException("flow needs two pictures of one size, but got " + from.width() + "x"
                    + from.height() + " and " + to.width() + "x" + to.height());
        }
        int width = Math.max(from.width(), LEAST_SIDE);
        int height = Math.max(from.height(), LEAST_SIDE);
        Native.toBytes(from.padTo(width, height), fromBytes);
        Native.toBytes(to.padTo(width, height), toBytes);
        // A matrix that holds a flow already would be taken as the initial flow.
        result.release();
        flow.calc(fromBytes, toBytes, result);
        return Native.toField(result).crop(from.width(), from.height());
    }

    @Override
    public void close() {
        flow.close();
        fromBytes.close();
        toBytes.close();
        result.close();
    }
}
