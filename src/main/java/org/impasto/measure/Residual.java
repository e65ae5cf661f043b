package org.impasto.measure;

/**
 * What two frames of a clip differ by where the flow says that they show the same thing; E_warp and e_stab are two ways to say it.
 *
 * <p>Both look from the earlier frame a: the later frame b is fetched bilinearly along the forward flow f to the pixels of a, as in the
 * code that Lai et al. published. M is 1 where a pixel of a is not occluded in b, does not leave the picture and is on no motion
 * boundary; c runs over R, G and B, coded values 0 to 1; H and W are the picture's sides.
 *
 * @param sum of M (a(x,c) - b(x + f(x),c))² over x and c
 * @param count number of pixels with M = 1
 * @param pixels H W
 */
record Residual(double sum, long count, long pixels) {
    private static final int CHANNELS = 3;

    /**
     * The warp error E_warp: sum / (3 count), a mean square per channel of the pixels measured.
     *
     * <p>Unit: squared coded value. Range: 0 (perfectly calm) to 1. Two frames of independent white noise of variance s² along a flow of
     * whole pixels give 2 s². Source: Lai et al., "Learning blind video temporal consistency", ECCV 2018, section 4.2; a clip's
     * figure is the mean over its frames.
     *
     * @return NaN where nothing was measured
     */
    double eWarp() {
        return count == 0 ? Double.NaN : sum / (CHANNELS * (double) count);
    }

    /**
     * The stability error e_stab: sqrt(sum / D) with D = 3 H W, all values of a frame, also those that M leaves out; so a frame of which
     * little is measured looks calmer than it is.
     *
     * <p>Unit: coded value. Range: 0 (perfectly calm) to 1. Sources: Huang et al., "Real-time neural style transfer for videos", CVPR
     * 2017; Gao et al., "ReCoNet", ACCV 2018. A clip's figure is the square root of the mean of its frames' squares (the rms, not the
     * mean). Others take values 0 to 255 or D = H W: multiply by 255 or by sqrt(3).
     *
     * @return NaN where nothing was measured
     */
    double eStab() {
        return count == 0 ? Double.NaN : Math.sqrt(sum / (CHANNELS * (double) pixels));
    }

    /** Share of the picture's pixels that were measured: count / (H W), 0 to 1. */
    double measured() {
        return (double) count / pixels;
    }
}
