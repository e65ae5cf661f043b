package org.impasto.report;

import java.util.Arrays;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/** Values that all but a hundredth stay below: scales for pictures, which a few outliers must not decide. */
final class Extremes {
    private static final double SHARE = 0.99;

    private Extremes() {
    }

    /** Of the lengths of displacements. */
    static double high(FlowField flow) {
        double[] lengths = new double[flow.u().length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.hypot(flow.u()[i], flow.v()[i]);
        }
        return high(lengths);
    }

    /** Of the roots of what is measured. */
    static double highRoot(Plane squares) {
        double[] roots = new double[squares.data().length];
        int n = 0;
        for (float square : squares.data()) {
            if (!Float.isNaN(square)) {
                roots[n++] = Math.sqrt(square);
            }
        }
        return high(Arrays.copyOf(roots, n));
    }

    private static double high(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[(int) (SHARE * (values.length - 1))];
    }
}
