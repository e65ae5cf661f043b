package org.impasto.flow;

import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowFarneback;

import org.bytedeco.opencv.opencv_core.Mat;
import org.impasto.image.Plane;

/**
 * Flow by polynomial expansion (Farnebäck, SCIA 2003), OpenCV's implementation: of another family than {@link DisFlow},
 * so that a render can be measured with another flow than it was made with.
 */
public final class FarnebackFlow implements FlowEstimator {
    private final Mat fromBytes = new Mat();
    private final Mat toBytes = new Mat();
    private final Mat result = new Mat();

    public FarnebackFlow() {
        Native.load();
    }

    @Override
    public FlowField estimate(Plane from, Plane to) {
        Native.toBytes(from, fromBytes);
        Native.toBytes(to, toBytes);
        result.release();
        // Pyramid of 5 levels, window 21, 2 iterations (more move no displacement by a hundredth of a pixel), polynomials over 7 pixels.
        calcOpticalFlowFarneback(fromBytes, toBytes, result, 0.5, 5, 21, 2, 7, 1.5, 0);
        return Native.toField(result);
    }

    @Override
    public void close() {
        fromBytes.close();
        toBytes.close();
        result.close();
    }
}
