package org.impasto.flow;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;
import org.impasto.image.Plane;

/**
 * Dense inverse search (Kroeger et al., ECCV 2016), OpenCV's implementation. The result does not depend on a thread count.
 */
public final class DisFlow implements FlowEstimator {
    /** OpenCV's presets, by growing accuracy and cost. */
    public enum Preset {
        ULTRAFAST(DISOpticalFlow.PRESET_ULTRAFAST), FAST(DISOpticalFlow.PRESET_FAST),
        MEDIUM(DISOpticalFlow.PRESET_MEDIUM);

        private final int value;

        Preset(int value) {
            this.value = value;
        }
    }

    // Below this the coarsest level of the pyramid would be smaller than a patch and OpenCV throws.
    private static final int LEAST_SIDE = 32;

    private final DISOpticalFlow dis;
    private final Mat fromBytes = new Mat();
    private final Mat toBytes = new Mat();
    private final Mat result = new Mat();

    public DisFlow(Preset preset) {
        Native.load();
        dis = DISOpticalFlow.create(preset.value);
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
        dis.calc(fromBytes, toBytes, result);
        return Native.toField(result).crop(from.width(), from.height());
    }

    @Override
    public void close() {
        dis.close();
        fromBytes.close();
        toBytes.close();
        result.close();
    }
}
