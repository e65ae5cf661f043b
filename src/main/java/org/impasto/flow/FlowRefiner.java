package org.impasto.flow;

import java.util.function.BiFunction;
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
    private final Mat current = new Mat();
    private final Mat previous = new Mat();
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
     * Both directions.
     *
     * @param backward from the current frame to the previous one
     * @param forward from the previous frame to the current one
     * @param now luma of the current frame
     * @param before luma of the previous frame
     * @param result takes the backward and the forward flow
     */
    <T> T refine(FlowField backward, FlowField forward, Plane now, Plane before, BiFunction<FlowField, FlowField, T> result) {
        if (Math.min(backward.width(), backward.height()) < LEAST_SIDE) {
            return result.apply(backward, forward);
        }
        Native.toBytes(now, current);
        Native.toBytes(before, previous);
        return result.apply(refine(backward, current, previous), refine(forward, previous, current));
    }

    private FlowField refine(FlowField flow, Mat from, Mat to) {
        Native.toMatrix(flow, field);
        refinement.calc(from, to, field);
        return Native.toField(field);
    }

    @Override
    public void close() {
        refinement.close();
        current.close();
        previous.close();
        field.close();
    }
}
