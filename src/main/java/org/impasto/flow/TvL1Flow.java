package org.impasto.flow;

import org.bytedeco.opencv.opencv_optflow.DualTVL1OpticalFlow;
import org.impasto.image.Plane;

/**
 * Flow by total variation and the absolute difference of pixels (Zach, Pock and Bischof, DAGM 2007; Sánchez et al., IPOL 2013), OpenCV's
 * implementation. It shares no step with {@link DisFlow} and is one and a half to three times as exact as {@link FarnebackFlow} on scenes whose motion is known,
 * but takes seconds a frame: for measuring, not for rendering.
 */
public final class TvL1Flow implements FlowEstimator {
    private static final double TIME_STEP = 0.25;
    private static final double ATTACHMENT = 0.15;
    private static final double TIGHTNESS = 0.3;
    private static final int SCALES = 5;
    private static final int WARPS = 5;
    private static final double STOP = 0.005;
    private static final int INNER = 10;
    private static final int OUTER = 5;
    private static final double SCALE_STEP = 0.8;
    private static final double NO_LIGHT = 0;
    private static final int MEDIAN = 5;

    private final DenseFlow flow;

    public TvL1Flow() {
        Native.load();
        flow = new DenseFlow(DualTVL1OpticalFlow.create(TIME_STEP, ATTACHMENT, TIGHTNESS, SCALES, WARPS, STOP, INNER, OUTER, SCALE_STEP,
                NO_LIGHT, MEDIAN, false));
    }

    @Override
    public FlowField estimate(Plane from, Plane to) {
        return flow.estimate(from, to);
    }

    @Override
    public void close() {
        flow.close();
    }
}
