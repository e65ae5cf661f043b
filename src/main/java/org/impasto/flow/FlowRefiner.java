package org.impasto.flow;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.VariationalRefinement;
import org.impasto.image.Plane;

/**
 * Fits a flow to the pixels at full size: {@link DisFlow} ends at half of it. Minimises the differences of brightness and gradient and the flow's
 * own variation from where it stands (Brox et al., ECCV 2004, as in Kroeger et al., ECCV 2016), OpenCV's implementation, with the constants and iterations that
 * DIS's preset has at its levels. Not safe for use by several threads at once.
 */
final class FlowRefiner implements AutoCloseable {
    private static final float SMOOTHNESS = 20;
    private static final float BRIGHTNESS = 5;
    private static final float GRADIENT = 10;
    private static final int ITERATIONS = 5;
    private static final int LEAST_SIDE = 8;

    private final VariationalRefinement refinement;
    private final Mat fromBytes = new Mat();
    private final Mat toBytes = new Mat();
    private final Mat field = new Mat();

    FlowRefiner() {
        Native.load();
        refinement = VariationalRefinement.create();
        refinement.setAlpha(SMOOTHNESS);
        refinement.setDelta(BRIGHTNESS);
        refinement.setGamma(GRADIENT);
        refinement.setFixedPointIterations(ITERATIONS);
        refinement.setSorIterations(ITERATIONS);
    }

    /**
     * One direction.
     *
     * @param flow on the pixels of {@code from}
     * @param from luma
     * @param to luma, of the same size
     */
    FlowField refine(FlowField flow, Plane from, Plane to) {
        if (Math.min(flow.width(), flow.height()) < LEAST_SIDE) {
            return flow;
        }
        Native.toBytes(from, fromBytes);
        Native.toBytes(to, toBytes);
        Native.toMatrix(flow, field);
        refinement.calc(fromBytes, toBytes, field);
        return Native.toField(field);
    }

    @Override
    public void close() {
        refinement.close();
        fromBytes.close();
        toBytes.close();
        field.close();
    }
}
