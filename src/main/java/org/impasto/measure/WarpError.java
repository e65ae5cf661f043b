package org.impasto.measure;

import org.impasto.flow.FlowField;
import org.impasto.flow.TrustMask;
import org.impasto.flow.Warp;
import org.impasto.image.Image;
import org.impasto.image.Plane;
import org.impasto.image.Rows;

/**
 * The warp error of Lai et al. ("Learning blind video temporal consistency", ECCV 2018): the mean square of what a frame differs
 * from the frame before, warped to it, over the pixels that both show. Per channel, RGB 0 to 1; 0 is perfectly calm.
 */
public final class WarpError {
    private WarpError() {
    }

    /** 1 where a pixel has no partner that both flows agree on, by the rules of Ruder et al. (GCPR 2016), which Lai et al. measure with, too. */
    public static Plane hidden(FlowField there, FlowField back) {
        Plane hidden = TrustMask.of(there, back, TrustMask.Border.FULL, Rows.SERIAL);
        for (int i = 0; i < hidden.data().length; i++) {
            hidden.data()[i] = hidden.data()[i] > 0.5f ? 0 : 1;
        }
        return hidden;
    }

    /**
     * @param backward flow from {@code current} to {@code previous}; not the one the frames were rendered with, or it flatters
     * @param occluded 1 where {@code current} shows what {@code previous} does not
     */
    public static double of(Image previous, Image current, FlowField backward, Plane occluded) {
        return between(Warp.sharp(previous, backward, Rows.SERIAL), current, occluded);
    }

    /**
     * The same for a frame that was warped already, however it was fetched.
     *
     * @param warped the frame before, on the pixels of {@code current}
     * @param occluded 1 where {@code current} shows what the frame before does not
     */
    public static double between(Image warped, Image current, Plane occluded) {
        int n = current.pixels();
        double sum = 0;
        long count = 0;
        for (int i = 0; i < n; i++) {
            if (occluded.data()[i] == 0) {
                for (int c = 0; c < 3; c++) {
                    double d = current.data()[c * n + i] - warped.data()[c * n + i];
                    sum += d * d;
                }
                count += 3;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
