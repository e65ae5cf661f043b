package org.impasto.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The few affine motions that most of a flow consists of, one after another: what most of it does is fitted, what moves so is taken away, and the rest is asked again.
 * Irani, Rousso and Peleg, "Computing occluding and transparent motions", IJCV 1994; each is fitted by reweighted least squares with Tukey's weights, as in Odobez and Bouthemy,
 * "Robust multiresolution estimation of parametric motion models", JVCIR 1995, from the commonest displacement in whole pixels on.
 */
final class DominantMotions {
    private static final int MOST = 4;
    // Every so many pixels each way one is asked, if it is believed by more than this.
    private static final int STRIDE = 4;
    private static final float BELIEVED = 0.3f;
    // What a motion must have: so many pixels that were asked, and a share of all.
    private static final int LEAST = 30;
    private static final double LEAST_SHARE = 0.01;
    private static final int ROUNDS = 12;
    // Pixels from which on a displacement does not count, in the first round and in the end.
    private static final double FAR = 2;
    private static final double NEAR = 1;
    private static final double CLOSER = 0.9;
    // So small a spring towards a plain shift that only what says nothing of the slopes feels it.
    private static final double STIFF = 0.01;
    private static final int PARAMETERS = 3;

    private final FlowField flow;
    private int[] left;

    private DominantMotions(FlowField flow, int[] asked) {
        this.flow = flow;
        this.left = asked;
    }

    /**
     * The commonest motion first; none where too little is believed.
     *
     * @param believed 0 to 1 per pixel
     */
    static List<AffineMotion> of(FlowField flow, float[] believed) {
        int w = flow.width();
        int[] asked = new int[flow.u().length];
        int n = 0;
        for (int y = STRIDE / 2; y < flow.height(); y += STRIDE) {
            for (int x = STRIDE / 2; x < w; x += STRIDE) {
                if (believed[y * w + x] > BELIEVED) {
                    asked[n++] = y * w + x;
                }
            }
        }
        DominantMotions motions = new DominantMotions(flow, Arrays.copyOf(asked, n));
        double least = Math.max(LEAST, LEAST_SHARE * n);
        List<AffineMotion> found = new ArrayList<>();
        for (int k = 0; k < MOST && motions.left.length >= least; k++) {
            AffineMotion motion = motions.fitted();
            int before = motions.left.length;
            motions.left = Arrays.stream(motions.left).filter(i -> motions.apart(motion, i) >= NEAR * NEAR).toArray();
            if (before - motions.left.length >= least) {
                found.add(motion);
            }
        }
        return found;
    }

    /** Squared distance in pixels of what a motion says from what the flow has. */
    private double apart(AffineMotion motion, int i) {
        double x = AffineMotion.x(i, flow.width());
        double y = AffineMotion.y(i, flow.width(), flow.height());
        double u = flow.u()[i] - motion.right(x, y);
        double v = flow.v()[i] - motion.down(x, y);
        return u * u + v * v;
    }

    private AffineMotion fitted() {
        AffineMotion motion = commonest();
        double reach = FAR;
        for (int round = 0; round < ROUNDS; round++) {
            motion = refitted(motion, reach);
            reach = Math.max(NEAR, reach * CLOSER);
        }
        return motion;
    }

    /** The commonest displacement in whole pixels. */
    private AffineMotion commonest() {
        Map<AffineMotion, Integer> counts = new HashMap<>();
        AffineMotion commonest = null;
        int most = 0;
        for (int i : left) {
            AffineMotion shift = new AffineMotion(Math.round(flow.u()[i]), 0, 0, Math.round(flow.v()[i]), 0, 0);
            int count = counts.merge(shift, 1, Integer::sum);
            if (count > most) {
                most = count;
                commonest = shift;
            }
        }
        return commonest;
    }

    /** One round: the least squares of what is within reach, by how near it is. */
    private AffineMotion refitted(AffineMotion motion, double reach) {
        double[][] sums = new double[PARAMETERS][PARAMETERS + 2];
        for (int r = 0; r < PARAMETERS; r++) {
            sums[r][r] = r == 0 ? 0 : STIFF;
        }
        for (int i : left) {
            double far = apart(motion, i) / (reach * reach);
            if (far < 1) {
                double weight = (1 - far) * (1 - far);
                double[] at = {1, AffineMotion.x(i, flow.width()), AffineMotion.y(i, flow.width(), flow.height())};
                for (int r = 0; r < PARAMETERS; r++) {
                    for (int c = 0; c < PARAMETERS; c++) {
                        sums[r][c] += weight * at[r] * at[c];
                    }
                    sums[r][PARAMETERS] += weight * at[r] * flow.u()[i];
                    sums[r][PARAMETERS + 1] += weight * at[r] * flow.v()[i];
                }
            }
        }
        // The sum of all weights.
        if (sums[0][0] == 0) {
            return motion;
        }
        solve(sums);
        return new AffineMotion(sums[0][PARAMETERS], sums[1][PARAMETERS], sums[2][PARAMETERS], sums[0][PARAMETERS + 1], sums[1][PARAMETERS + 1], sums[2][PARAMETERS + 1]);
    }

    /** Gauss and Jordan's elimination; the matrix is positive definite, so no pivot is 0. */
    private static void solve(double[][] rows) {
        for (int p = 0; p < rows.length; p++) {
            double pivot = rows[p][p];
            for (int c = 0; c < rows[p].length; c++) {
                rows[p][c] /= pivot;
            }
            for (int r = 0; r < rows.length; r++) {
                double share = r == p ? 0 : rows[r][p];
                for (int c = 0; c < rows[r].length; c++) {
                    rows[r][c] -= share * rows[p][c];
                }
            }
        }
    }
}
