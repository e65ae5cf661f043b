package org.impasto.scene;

import java.util.Map;

/**
 * A line of lettering as a subtitle: white with a dark rim. The letters are strokes of our own, so no font is needed;
 * only those of the clips' texts exist.
 */
final class Subtitle {
    /**
     * Strokes by letter: lines of points "x,y x,y ..." divided by semicolons; the base line is 0, small letters are 10
     * high, tall ones 15; first the width.
     */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('T', "10;0,15 10,15;5,15 5,0"),
            Map.entry('h', "8;0,15 0,0;0,6 1,8.5 3,10 5,10 7,8.8 7.5,6.5 7.5,0"),
            Map.entry('e', "8;0.3,5.2 7.8,5.2 7.5,7.6 6,9.5 4,10 2,9.4 0.6,7.6 0.1,5 0.6,2.4 2,0.6 4,0 6,0.3 7.5,1.7"),
            Map.entry('l', "0;0,15 0,0"),
            Map.entry('i', "0;0,10 0,0;0,14 0,14.2"),
            Map.entry('g', "8;7.7,10 7.7,-1 7,-3.3 5,-4.6 2.8,-4.6 0.8,-3.4;7.7,5 7.2,7.6 5.8,9.5 3.9,10 2,9.4 0.6,7.6 0.1,5 "
                    + "0.6,2.4 2,0.6 3.9,0 5.8,0.5 7.2,2.4 7.7,5"),
            Map.entry('t', "5.5;2,13.5 2,2.4 2.6,0.7 4,0 5.5,0.3;0,10 5.3,10"),
            Map.entry('s', "7;6.6,8.2 5.4,9.6 3.5,10 1.5,9.5 0.5,8 1,6.3 2.6,5.4 4.6,4.8 6.2,3.9 6.8,2.3 6,0.7 4.2,0 2.2,0.1 "
                    + "0.2,1.6"),
            Map.entry('r', "5;0,10 0,0;0,6 0.8,8.3 2.4,9.8 4.6,10"),
            Map.entry('.', "0;0,0 0,0.2"));
    private static final double GAP = 4.2;
    private static final double SPACE = 6;
    private static final float WHITE = 2.6f;

    private Subtitle() {
    }

    /**
     * The line of text as a picture.
     *
     * @param middle column of its middle, layer units
     * @param base row of its base line
     * @param height of a capital
     * @param density texels per layer unit
     */
    static Texture picture(String text, double middle, double base, double height, double density) {
        double unit = height / 15;
        double width = width(text) * unit;
        double left = middle - width / 2 - height;
        double top = base - 1.6 * height;
        int w = (int) Math.ceil((width + 2 * height) * density);
        int h = (int) Math.ceil(2.4 * height * density);
        float[] nearest = new float[w * h];
        java.util.Arrays.fill(nearest, 1e6f);
        double x = middle - width / 2;
        for (char c : text.toCharArray()) {
            if (c == ' ') {
                x += SPACE * unit;
                continue;
            }
            String[] strokes = strokes(c);
            for (int s = 1; s < strokes.length; s++) {
                stroke(strokes[s], x, base, unit, left, top, density, nearest, w, h);
            }
            x += (Double.parseDouble(strokes[0]) + GAP) * unit;
        }
        return new Texture(w, h, ink(nearest, unit, density), left, top, density);
    }

    private static float[] ink(float[] nearest, double unit, double density) {
        float[] rgba = new float[4 * nearest.length];
        double soft = 0.7 / density;
        for (int i = 0; i < nearest.length; i++) {
            double letter = edge(1.05 * unit - nearest[i], soft);
            double rim = edge(2.3 * unit - nearest[i], soft);
            for (int c = 0; c < 3; c++) {
                rgba[4 * i + c] = (float) (letter * WHITE);
            }
            rgba[4 * i + 3] = (float) Math.max(letter, rim);
        }
        return rgba;
    }

    private static double edge(double inside, double soft) {
        double t = Math.max(0, Math.min(1, 0.5 + inside / (2 * soft)));
        return t * t * (3 - 2 * t);
    }

    private static void stroke(String points, double x, double base, double unit, double left, double top, double density,
            float[] nearest, int w, int h) {
        String[] p = points.split(" ");
        for (int k = 0; k + 1 < p.length; k++) {
            double[] a = point(p[k], x, base, unit);
            double[] b = point(p[k + 1], x, base, unit);
            for (int i = 0; i < w * h; i++) {
                double px = left + (i % w + 0.5) / density;
                if (Math.abs(px - a[0]) > 16 * unit) {
                    continue;
                }
                double py = top + (i / w + 0.5) / density;
                nearest[i] = (float) Math.min(nearest[i], distance(px, py, a, b));
            }
        }
    }

    private static double distance(double x, double y, double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
        double ex = x - a[0] - t * dx;
        double ey = y - a[1] - t * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }

    private static double[] point(String pair, double x, double base, double unit) {
        int comma = pair.indexOf(',');
        return new double[] {x + unit * Double.parseDouble(pair.substring(0, comma)),
            base - unit * Double.parseDouble(pair.substring(comma + 1))};
    }

    private static double width(String text) {
        double sum = 0;
        for (char c : text.toCharArray()) {
            sum += c == ' ' ? SPACE : Double.parseDouble(strokes(c)[0]) + GAP;
        }
        return sum - GAP;
    }

    private static String[] strokes(char c) {
        String letter = LETTERS.get(c);
        if (letter == null) {
            throw new IllegalArgumentException("no strokes for the letter " + c);
        }
        return letter.split(";");
    }
}
