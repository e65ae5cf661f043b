package org.impasto.report;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.impasto.flow.FlowField;
import org.impasto.image.Plane;

/** Values that all but a hundredth stay below: scales for pictures, which a few outliers must not decide. Every seventh value is looked at. */
final class Extremes {
    private static final double SHARE = 0.99;
    private static final int EVERY = 7;

    private Extremes() {
    }

    /** Of the lengths of displacements. */
    static double high(FlowField flow) {
        return high(flow.u().length, i -> flow.u()[i] * flow.u()[i] + flow.v()[i] * flow.v()[i]);
    }

    /** Of the roots of what is measured; what is not a number was not measured. */
    static double highRoot(Plane squares) {
        return high(squares.data().length, i -> squares.data()[i]);
    }

    private static double high(int n, IntToDoubleFunction square) {
        double[] squares = IntStream.range(0, n).filter(i -> i % EVERY == 0).mapToDouble(square).filter(s -> !Double.isNaN(s)).sorted().toArray();
        return squares.length == 0 ? 0 : Math.sqrt(squares[(int) (SHARE * (squares.length - 1))]);
    }
}
