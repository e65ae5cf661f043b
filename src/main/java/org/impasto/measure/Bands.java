package org.impasto.measure;

import org.impasto.image.Plane;

/**
 * Sharpness against the reference: how much of its gradient energy a frame has, all bands together and by band.
 *
 * <p>Formula: E(L) / E(L_ref) with E(P) = mean over x of (P(x+1,y) - P(x,y))² + (P(x,y+1) - P(x,y))², L the BT.709 luma of coded values. The
 * bands are differences of box means: fine L - B3 (structure up to about 3 pixels), middle B3 - B7, coarse B7 - B15, where Bn is the mean
 * over n x n pixels (at the edge, over what of them is inside).
 *
 * <p>Unit: none. Range: 0 and up; 1 is as crisp as the reference, below is softer, above is crisper or noisier. White noise against
 * which its own 3 x 3 mean is held: 1/27 in all (away from the edge). Source: gradient energy (the "Tenengrad" family; Pertuz et al.,
 * "Analysis of focus measure operators", Pattern Recognition 2013), in bands so that blur is seen where noise makes up for it.
 *
 * @param all whole gradient energy
 */
record Bands(double all, double fine, double middle, double coarse) {
    // Below this a picture has no gradients but rounding, and a ratio of them would mean nothing.
    private static final double NOTHING = 1e-9;

    static Bands of(Samples frame) {
        Plane luma = frame.luma();
        Plane b3 = frame.mean(1);
        Plane b7 = frame.mean(3);
        Plane b15 = frame.mean(7);
        return new Bands(Sharpness.of(luma), Sharpness.of(minus(luma, b3)), Sharpness.of(minus(b3, b7)), Sharpness.of(minus(b7, b15)));
    }

    /** This picture's energies as shares of another's; NaN where that has none. */
    Bands relativeTo(Bands reference) {
        return new Bands(ratio(all, reference.all), ratio(fine, reference.fine), ratio(middle, reference.middle), ratio(coarse, reference.coarse));
    }

    private static double ratio(double a, double b) {
        return b < NOTHING ? Double.NaN : a / b;
    }

    private static Plane minus(Plane a, Plane b) {
        Plane d = new Plane(a.width(), a.height());
        for (int i = 0; i < d.data().length; i++) {
            d.data()[i] = a.data()[i] - b.data()[i];
        }
        return d;
    }
}
