package org.impasto.flow;

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

    private final DenseFlow flow;

    public DisFlow(Preset preset) {
        Native.load();
        flow = new DenseFlow(DISOpticalFlow.create(preset.value));
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
