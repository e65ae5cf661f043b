package org.impasto.report;

import java.util.List;
import java.util.Locale;

/** Curves over frames as inline SVG, stretched to whatever width there is. Letters stand beside it, not in it. */
final class SvgPlot {
    static final int WIDTH = 1000;
    static final int HEIGHT = 160;

    /**
     * One curve.
     *
     * @param name what it is of, also the class that gives it colour and dashes: source, reference, coherent, fine
     */
    record Series(String name, double[] values) {
    }

    private SvgPlot() {
    }

    /** The largest value, made round upwards, so that curves do not touch the top; 1 where there is none. */
    static double top(List<Series> all) {
        double most = all.stream().flatMapToDouble(s -> java.util.Arrays.stream(s.values())).filter(v -> !Double.isNaN(v)).max().orElse(1);
        if (most <= 0) {
            return 1;
        }
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        for (double round : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8, 10}) {
            if (most <= round * step) {
                return round * step;
            }
        }
        return 10 * step;
    }

    /**
     * The picture.
     *
     * @param label what it shows, for those who do not see it
     * @param cuts positions of frames that begin a shot
     * @param top the value at its upper edge; 0 is at its lower
     */
    static String of(String label, List<Series> all, List<Integer> cuts, double top) {
        int n = all.get(0).values().length;
        StringBuilder svg = new StringBuilder(String.format("<svg class=\"curves\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"%s\">",
                WIDTH, HEIGHT, Html.escape(label)));
        for (int quarter = 1; quarter < 4; quarter++) {
            svg.append(String.format("<path class=\"grid\" d=\"M0 %d H%d\"/>", HEIGHT * quarter / 4, WIDTH));
        }
        for (int cut : cuts) {
            svg.append(String.format(Locale.ROOT, "<path class=\"cut\" d=\"M%.1f 0 V%d\"/>", x(cut, n), HEIGHT));
        }
        for (Series s : all) {
            svg.append("<path class=\"").append(s.name()).append("\" d=\"").append(path(s.values(), top)).append("\"/>");
        }
        return svg.append("</svg>").toString();
    }

    /** The curve; broken where a frame has no value. A value that stands alone is a short dash. */
    static String path(double[] values, double top) {
        StringBuilder d = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                down = false;
                continue;
            }
            double y = HEIGHT * (1 - Math.min(1, Math.max(0, values[i] / top)));
            d.append(String.format(Locale.ROOT, "%s%.1f %.1f", down ? "L" : "M", x(i, values.length), y));
            if (!down && (i + 1 == values.length || Double.isNaN(values[i + 1]))) {
                d.append("h2");
            }
            down = true;
        }
        return d.toString();
    }

    /** Frames are steps of equal width; a value stands in the middle of its step. */
    private static double x(int frame, int frames) {
        return WIDTH * (frame + 0.5) / frames;
    }
}
